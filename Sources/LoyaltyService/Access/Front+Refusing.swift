import AccessControl
import HTTPTypes
import Hummingbird
import LoyaltyModel
import LoyaltyWording

extension Front {
    /// What a person sees in place of a page that could not be shown: the sign-in page, what is theirs, or the reason; nil where a program asked.
    func page(for error: any Error, _ request: Request) -> Response? {
        guard request.wantsPage, !request.uri.path.hasPrefix("/v1/") else { return nil }
        let refused = Refused(error)
        if refused.trouble.code == .signInNeeded, request.isSafe {
            let chosen = request.uri.queryParameters.get("language").flatMap { Language(rawValue: $0) }.map { "&language=\($0.rawValue)" } ?? ""
            return .seeOther("/sign-in?next=\(LocalPath(request.uri.string).encoded)\(chosen)")
        }
        if let away = error as? TurnedAway, request.uri.path == "/", let first = RouteTable.navigation(for: away.caller.role, withVirtualCounter: false).first {
            return .seeOther(first.path)
        }
        let language = pageLanguage(of: request)
        guard var values = try? values(for: language, script: [String: String]()) else { return nil }
        values["trouble"] = Catalogue(language).text(refused.trouble)
        values["rest"] = ""
        var response = page(templates.render(.trouble, values), in: language, status: refused.status)
        response.headers.merge(refused.headers)
        return response
    }
}

extension Response {
    /// Leads a browser to another page of ours, to be got.
    static func seeOther(_ path: String, cookie: String? = nil) -> Response {
        var headers: HTTPFields = [.location: path, .cacheControl: "no-store"]
        if let cookie { headers[.setCookie] = cookie }
        return Response(status: .seeOther, headers: headers)
    }
}
