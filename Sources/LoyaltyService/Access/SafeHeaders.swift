import HTTPTypes
import Hummingbird

/// What every answer tells a browser: not to guess types, not to tell other hosts where it came from, and to stay with TLS once it was spoken.
struct SafeHeaders: RouterMiddleware {
    typealias Context = FrontContext

    let exposure: Exposure

    func handle(_ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.sniffing] = "nosniff"
        // Not `no-referrer`: with that a form's `Origin` is `null`, and ours could not be told from others'.
        response.headers[.referrerPolicy] = "same-origin"
        if exposure.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = required("Referrer-Policy")
    fileprivate static let strictTransportSecurity = required("Strict-Transport-Security")
}
