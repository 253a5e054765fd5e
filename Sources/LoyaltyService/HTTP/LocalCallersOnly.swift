import Hummingbird
import LoyaltyModel

/// Turns away what a web page of somebody else's could make the till's browser send: requests under a foreign name (DNS rebinding) or from a
/// foreign page (RFC 6454, `Origin`). Programs send no `Origin` and name the address they were given.
struct LocalCallersOnly: RouterMiddleware {
    typealias Context = FrontContext

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        guard let authority = request.head.authority, Self.isLoopback(authority) else { throw Self.refused("Host") }
        if let origin = request.headers[.origin], origin != "http://\(authority)" { throw Self.refused("Origin") }
        return try await next(request, context)
    }

    private static func isLoopback(_ authority: String) -> Bool {
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return host == "localhost" || host == "127.0.0.1" || host == "[::1]" || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    private static func refused(_ field: String) -> Refused {
        Refused(Trouble(.notFound, field: field, detail: "only programs and pages of this computer are answered"), status: .forbidden)
    }
}
