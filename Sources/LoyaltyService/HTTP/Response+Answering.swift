import CanonicalJSON
import HTTPTypes
import Hummingbird
import LoyaltyDesk
import LoyaltyModel

extension HTTPField.Name {
    static let idempotencyKey = required("Idempotency-Key")
    static let securityPolicy = required("Content-Security-Policy")
    static let sniffing = required("X-Content-Type-Options")

    /// A name that is written in the sources, and so is one.
    static func required(_ name: String) -> Self {
        guard let field = Self(name) else { preconditionFailure("\(name) is no field name") }
        return field
    }
}

extension Response {
    private static let jsonHeaders: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]

    /// Bytes of JSON.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: jsonHeaders, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A value as JSON.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response { json(try JSON.bytes(of: value), status: status) }

    /// The answer to a keyed request: `first` the first time, 200 when repeated.
    static func json(_ reply: Reply, first: HTTPResponse.Status = .created) -> Response { json(reply.body, status: reply.isRepeat ? .ok : first) }

    /// A no.
    static func refusal(_ error: any Error, language: Language) -> Response {
        let refused = Refused(error)
        let bytes = try? JSON.bytes(of: TroubleAnswer(refused.trouble, language: language))
        var response = json(bytes ?? [], status: refused.status)
        response.headers.merge(refused.headers)
        return response
    }

    /// A file of the service: never guessed at, kept for as long as the service runs the same version.
    static func file(_ bytes: [UInt8], type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache", .sniffing: "nosniff"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
