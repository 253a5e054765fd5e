import AccessControl
import HTTPTypes
import Hummingbird
import LoyaltyModel
import NIOCore

extension Front {
    /// Lets a request through to a route, with who asks, or refuses it: `sign_in_needed` for who is nobody, `not_allowed` for who may not.
    func admit(_ request: Request, _ context: FrontContext, to route: Route) async throws -> Asking {
        var context = context
        guard route.audience != .anyone else { return asking(request, context) }
        let caller = try await caller(of: request, isUse: route.isUse(request))
        guard let caller else { throw Trouble(.signInNeeded, detail: Self.tokenHint) }
        guard route.audience.admits(caller.role) else { throw TurnedAway(caller: caller) }
        if caller.session != nil, !request.isSafe { try demandOwnPage(request) }
        context.caller = caller
        return asking(request, context)
    }

    private static let tokenHint = "send Authorization: Bearer with a token made by: memberlane access add --role till --name \"Till 1\" --database FILE"

    /// Who asks; nil for nobody, or nobody any more.
    func caller(of request: Request, isUse: Bool) async throws -> Caller? {
        if let authorization = request.headers[.authorization] {
            guard authorization.lowercased().hasPrefix("bearer ") else { return nil }
            let token = authorization.dropFirst(7).drop { $0 == " " }
            return try await doorkeeper.caller(token: String(token), at: clock())
        }
        guard case .signedIn(let caller) = try await session(of: request, isUse: isUse) else { return nil }
        return caller
    }

    /// What stands behind the request's cookie.
    func session(of request: Request, isUse: Bool) async throws -> SessionState {
        guard let cookie = request.cookies[cookieName]?.value else { return .none }
        return try await doorkeeper.session(cookie, isUse: isUse, at: clock())
    }

    /// A browser says with every request that is no mere reading which page it comes from; the cookie alone is not enough (CSRF).
    func demandOwnPage(_ request: Request) throws {
        // A foreign origin has been turned away before.
        guard request.headers[.origin] != nil || request.headers[.fetchSite] == "same-origin" else {
            throw Trouble(.pageStale, field: "Origin", detail: "a browser names the page it comes from")
        }
    }

    /// The name of the cookie; under TLS one that no other host and no plain page can set.
    var cookieName: String { exposure.isSecure ? "__Host-memberlane" : "memberlane_session" }

    /// A cookie for this service's pages alone, out of reach of scripts; for as long as the browser is open, or for so many seconds.
    func cookie(_ value: String, seconds: Int? = nil) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(cookieName)=\(value); Path=/; HttpOnly; SameSite=Strict\(exposure.isSecure ? "; Secure" : "")\(age)"
    }

    /// The address a request comes from, as far as it is known: behind a proxy, what the proxy says.
    func address(of asking: Asking) -> String {
        if exposure.isBehindProxy, let said = asking.request.headers[.forwardedFor]?.split(separator: ",").last {
            return String(said.filter { !$0.isWhitespace })
        }
        return asking.context.peer ?? "unknown"
    }

    /// Whether somebody sits at this very computer, where its readers are: nothing that came through a proxy counts.
    func isHere(_ asking: Asking) -> Bool {
        let headers = asking.request.headers
        guard !exposure.isBehindProxy, headers[.forwardedFor] == nil, headers[.forwarded] == nil, headers[.via] == nil else { return false }
        guard let peer = asking.context.peer else { return false }
        return peer == "::1" || peer == "::ffff:127.0.0.1" || Exposure.isLoopback(peer)
    }
}

extension HTTPField.Name {
    fileprivate static let fetchSite = required("Sec-Fetch-Site")
    fileprivate static let forwardedFor = required("X-Forwarded-For")
    fileprivate static let forwarded = required("Forwarded")
}

extension Request {
    /// Whether it merely reads.
    var isSafe: Bool { method == .get || method == .head || method == .options }
    /// Whether a browser shows the answer as a page.
    var wantsPage: Bool { headers[.accept]?.contains("text/html") ?? false }
}
