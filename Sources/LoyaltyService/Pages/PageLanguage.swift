import HTTPTypes
import Hummingbird
import LoyaltyModel

extension Front {
    private static let cookie = "memberlane_language"

    /// The language of a page: the one chosen on the page, then the one chosen before, then the service's own.
    func pageLanguage(_ asking: Asking) -> Language { pageLanguage(of: asking.request) }

    /// The same of a request.
    func pageLanguage(of request: Request) -> Language {
        if let chosen = request.uri.queryParameters.get("language").flatMap({ Language(rawValue: $0) }) { return chosen }
        return request.cookies[Self.cookie].flatMap { Language(rawValue: $0.value) } ?? language
    }

    /// A page of one reader in one language, from the shelf where it stands there.
    func page<Script: Encodable>(
        _ page: Templates.Page, _ asking: Asking, variant: Int = 0, script: (Language) throws -> Script
    ) throws -> Response {
        let language = pageLanguage(asking)
        let html = try shelf.page(PageShelf.Key(page: page, language: language, caller: visit?.caller, variant: variant)) {
            templates.render(page, try values(for: language, script: script(language)))
        }
        return self.page(html, in: language)
    }

    /// A page, which remembers the language chosen on it.
    func page(_ html: String, in language: Language, status: HTTPResponse.Status = .ok) -> Response {
        page(ByteBuffer(string: html), in: language, status: status)
    }

    private func page(_ html: ByteBuffer, in language: Language, status: HTTPResponse.Status = .ok) -> Response {
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
            .securityPolicy: "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
            .setCookie: "\(Self.cookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly",
        ]
        return Response(status: status, headers: headers, body: .init(byteBuffer: html))
    }
}
