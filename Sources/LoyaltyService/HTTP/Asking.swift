import AccessControl
import CanonicalJSON
import Foundation
import HTTPTypes
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyWording

/// One request, with what handlers ask of it.
struct Asking {
    /// The largest body taken, in bytes.
    static let largestBody = 256 * 1024
    private static let longestKey = 200

    let request: Request
    let context: FrontContext
    /// The language of the reader.
    let language: Language
    /// When it came in.
    let at: Instant
    /// How long a body may take to come.
    let slowestBody: Duration

    /// Who asks; nil where nobody need say.
    var caller: Caller? { context.caller }

    /// A part of the path, decoded.
    func part<ID: TextIdentifier>(_ name: String) throws -> ID {
        guard let raw = context.parameters.get(name), let text = raw.removingPercentEncoding, !text.isEmpty else { throw Trouble(.notFound) }
        return ID(text)
    }

    /// A value of the query, decoded.
    func query(_ name: String) -> String? { request.uri.queryParameters.get(name) }

    /// A day of the query, ISO date; nil when there is none.
    func day(_ name: String) throws -> Day? {
        guard let text = query(name) else { return nil }
        guard let day = Day(text) else { throw Trouble(.fieldWrong, field: name, detail: "a day is an ISO date that exists, such as 2012-05-01") }
        return day
    }

    /// How many at most, from the query's `limit`.
    func limit(most: Int, usual: Int) throws -> Int {
        guard let text = query("limit") else { return usual }
        guard let limit = Int(text), (1...most).contains(limit) else { throw Trouble(.fieldWrong, field: "limit", detail: "1 to \(most)") }
        return limit
    }

    /// The part of a list that is asked for; nil for the whole.
    func page() throws -> ListPage? {
        let after = query("after")
        guard after != nil || query("limit") != nil else { return nil }
        return ListPage(limit: try limit(most: 1000, usual: 100), after: after)
    }

    /// What the desk is told: when, in which language, under which key.
    func desk(needsKey: Bool = false) throws -> DeskContext {
        let key = request.headers[.idempotencyKey]
        if needsKey, key == nil { throw Trouble(.keyMissing, field: "Idempotency-Key", detail: "send the header Idempotency-Key, new for each request") }
        if let key, key.isEmpty || key.utf8.count > Self.longestKey {
            throw Trouble(.fieldWrong, field: "Idempotency-Key", detail: "a key has 1 to \(Self.longestKey) characters")
        }
        return DeskContext(at: at, language: language, key: key, by: caller?.by)
    }

    /// The body's JSON object. Unknown fields are ignored.
    func body<Value: Decodable>(_ type: Value.Type = Value.self) async throws -> Value { try await body(type, in: request.body) }

    /// The same of a body that a long wait has taken over.
    func body<Value: Decodable>(_ type: Value.Type = Value.self, in body: RequestBody) async throws -> Value {
        try demandJSON()
        return try JSON.value(type, in: try await bytes(of: body))
    }

    /// The body's JSON object; nil when nothing was sent.
    func bodyIfAny<Value: Decodable>(_ type: Value.Type = Value.self) async throws -> Value? {
        let bytes = try await bytes(of: request.body)
        guard !bytes.isEmpty else { return nil }
        try demandJSON()
        return try JSON.value(type, in: bytes)
    }

    /// The fields of a form that a page posted. `page_stale` for a form of another page than ours.
    func form(_ front: Front) async throws -> FormFields {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Refused(Trouble(.bodyMalformed, field: "Content-Type", detail: "a form is application/x-www-form-urlencoded"), status: .unsupportedMediaType)
        }
        try front.demandOwnPage(request)
        let fields = FormFields(String(decoding: try await bytes(of: request.body), as: UTF8.self))
        if let session = caller?.session, fields["form"] != front.doorkeeper.formToken(of: session) { throw Trouble(.pageStale, field: "form") }
        return fields
    }

    private func demandJSON() throws {
        guard !isJSON else { return }
        throw Refused(Trouble(.bodyMalformed, field: "Content-Type", detail: "the body has to be application/json"), status: .unsupportedMediaType)
    }

    private var isJSON: Bool {
        guard let type = request.headers[.contentType] else { return false }
        let essence = type.prefix { $0 != ";" }
        return essence == "application/json" || essence.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
    }

    private func bytes(of body: RequestBody) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.largestBody { throw Self.tooLarge }
        let begun = ContinuousClock.now
        var bytes: [UInt8] = []
        var parts = body.makeAsyncIterator()
        while let part = try await Self.next(of: &parts) {
            guard begun.duration(to: .now) <= slowestBody else { throw Self.tooSlow }
            guard bytes.count + part.readableBytes <= Self.largestBody else { throw Self.tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    /// The next part of a body; what is no HTTP any more, such as a chunk without a size, is the caller's fault.
    private static func next(of parts: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do { return try await parts.next() } catch let error where !(error is CancellationError) {
            throw Trouble(.bodyMalformed, detail: "the body could not be read to its end")
        }
    }

    private static let tooSlow = Refused(Trouble(.bodyMalformed, detail: "the body took too long to come"), status: .requestTimeout)
    private static let tooLarge = Refused(
        Trouble(.bodyMalformed, detail: "the body has more than \(largestBody) bytes"), status: .contentTooLarge)
}
