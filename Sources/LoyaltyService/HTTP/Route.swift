import Hummingbird

/// One line of the route table.
struct Route: Sendable {
    typealias Handler = @Sendable (Front, Asking) async throws -> Response

    let method: HTTPRequest.Method
    /// The path as OpenAPI writes it.
    let path: String
    let audience: Audience
    let handler: Handler

    static func get(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.get, path, audience, handler) }
    static func post(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.post, path, audience, handler) }
    static func patch(_ path: String, for audience: Audience, _ handler: @escaping Handler) -> Route { Route(.patch, path, audience, handler) }

    private init(_ method: HTTPRequest.Method, _ path: String, _ audience: Audience, _ handler: @escaping Handler) {
        self.method = method
        self.path = path
        self.audience = audience
        self.handler = handler
    }
}
