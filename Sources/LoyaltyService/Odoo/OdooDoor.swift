import HTTPTypes
import Hummingbird
import LoyaltyModel

extension HTTPField.Name {
    fileprivate static let allowPrivateNetwork = named("Access-Control-Allow-Private-Network")
    fileprivate static let requestPrivateNetwork = named("Access-Control-Request-Private-Network")

    /// A name that is written in this file, and so is one.
    private static func named(_ name: String) -> Self {
        guard let field = Self(name) else { preconditionFailure("\(name) is no field name") }
        return field
    }
}

/// Lets Odoo's pages in, and nobody else to Odoo's calls.
///
/// Odoo's page cannot carry a token of ours: it knows an address and no more. So its calls are answered only to a page of an origin that the owner has
/// named, in a browser of this computer (the other end of the connection is loopback), under a name of this computer (no DNS rebinding). Whoever runs a
/// program on this computer can write any `Origin`; all there is to hear is what is scanned at its till.
struct OdooDoor: RouterMiddleware {
    typealias Context = FrontContext

    let front: Front

    static func isOdoos(_ path: String) -> Bool { path.hasPrefix("/hw_proxy/") || path.hasPrefix("/hw_drivers/") }

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        guard let odoo = front.odoo, Self.isOdoos(request.uri.path) else { return try await next(request, context) }
        guard let authority = request.head.authority, Self.isLoopbackName(authority) else { throw Self.refused("Host", "this computer's own name is needed") }
        guard context.peer.map(Self.isLoopbackAddress) ?? true else { throw Self.refused("Host", "only a browser of this computer is answered") }
        guard let origin = request.headers[.origin], odoo.allows(origin) else { throw Self.refused("Origin", "--odoo-origin does not name this page") }
        var response = request.method == .options ? Self.preflight(request) : await answer(request, context, next)
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.vary] = "Origin"
        return response
    }

    /// The origin has been judged here: nothing behind has to judge it again.
    private func answer(_ request: Request, _ context: FrontContext, _ next: (Request, FrontContext) async throws -> Response) async -> Response {
        var head = request.head
        head.headerFields[.origin] = nil
        do { return try await next(Request(head: head, body: request.body), context) } catch {
            let refused = Refused(error)
            let language = front.language(of: request)
            let answer = try? Response.json(OdooRefusal(refused.trouble, language: language))
            return refused.status == .notFound ? .refusal(refused, language: language) : answer ?? .refusal(refused, language: language)
        }
    }

    /// The answer to a browser that asks before it sends JSON to another origin (Fetch, 3.2.2), and to another network.
    private static func preflight(_ request: Request) -> Response {
        var response = Response(
            status: .noContent,
            headers: [.accessControlAllowMethods: "GET, POST", .accessControlAllowHeaders: "Content-Type", .accessControlMaxAge: "600"])
        if request.headers[.requestPrivateNetwork] == "true" { response.headers[.allowPrivateNetwork] = "true" }
        return response
    }

    private static func isLoopbackName(_ authority: String) -> Bool {
        let host = authority.hasPrefix("[") ? String(authority.dropFirst().prefix { $0 != "]" }) : String(authority.prefix { $0 != ":" })
        return host == "localhost" || isLoopbackAddress(host)
    }

    private static func isLoopbackAddress(_ address: String) -> Bool {
        address == "::1" || address.hasPrefix("127.") && address.allSatisfy { $0.isNumber || $0 == "." } || address.hasPrefix("::ffff:127.")
    }

    private static func refused(_ field: String, _ detail: String) -> Refused { Refused(Trouble(.notFound, field: field, detail: detail), status: .forbidden) }
}
