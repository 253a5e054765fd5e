import Hummingbird
import LoyaltyModel

/// Turns away what a web page of somebody else's could make a browser of the shop send: requests under a foreign name (DNS rebinding) or from a
/// foreign page (RFC 6454, `Origin`). Programs send no `Origin` and name the address they were given.
struct KnownHostsOnly: RouterMiddleware {
    typealias Context = FrontContext

    let exposure: Exposure

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        guard let authority = request.head.authority, exposure.isOurs(authority) else { throw Self.refused("Host") }
        if let origin = request.headers[.origin], !exposure.isOurs(origin: origin, of: authority) { throw Self.refused("Origin") }
        return try await next(request, context)
    }

    private static func refused(_ field: String) -> Refused {
        Refused(Trouble(.notFound, field: field, detail: "only programs and pages of this shop are answered; see --public-name"), status: .forbidden)
    }
}
