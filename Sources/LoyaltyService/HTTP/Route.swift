import Hummingbird

/// One line of the route table.
struct Route: Sendable {
    typealias Handler = @Sendable (Front, Asking) async throws -> Response

    let method: HTTPRequest.Method
    /// The path as OpenAPI writes it.
    let path: String
    let handler: Handler

    static func get(_ path: String, _ handler: @escaping Handler) -> Route { Route(method: .get, path: path, handler: handler) }
    static func post(_ path: String, _ handler: @escaping Handler) -> Route { Route(method: .post, path: path, handler: handler) }
    static func patch(_ path: String, _ handler: @escaping Handler) -> Route { Route(method: .patch, path: path, handler: handler) }
}
