import Hummingbird
import LoyaltyWording

/// One line of the route table.
struct Route: Sendable {
    typealias Handler = @Sendable (Front, Asking) async throws -> Response

    let method: HTTPRequest.Method
    /// The path as OpenAPI writes it.
    let path: String
    let audience: Audience
    let handler: Handler
    /// What the page is called in the bar; nil for what is no page of its own.
    private(set) var label: ScreenKey?

    /// A page that the bar leads to.
    static func page(_ path: String, _ label: ScreenKey, for audience: Audience, _ handler: @escaping Handler) -> Route {
        var route = Route(.get, path, audience, handler)
        route.label = label
        return route
    }

    /// Whether a person does something by it, rather than a page by itself.
    func isUse(_ request: Request) -> Bool { !request.isSafe || request.wantsPage }

    static func get(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.get, path, audience, handler) }
    static func post(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.post, path, audience, handler) }
    static func patch(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.patch, path, audience, handler) }
    static func delete(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.delete, path, audience, handler) }

    private init(_ method: HTTPRequest.Method, _ path: String, _ audience: Audience, _ handler: @escaping Handler) {
        self.method = method
        self.path = path
        self.audience = audience
        self.handler = handler
    }
}
