import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// One call of the API.
struct Call: Sendable {
    var method: HTTPMethod = .GET
    let path: String
    var query: [(String, String)] = []
    var body: (any Encodable & Sendable)?
    /// The `Idempotency-Key`.
    var key: String?
    /// Whether a repeat changes nothing, so that a call that was cut off may be sent again.
    var isRepeatable = true

    static func get(_ path: String, query: [(String, String)] = []) -> Call { Call(path: path, query: query) }

    static func post(_ path: String, _ body: (any Encodable & Sendable)? = nil, key: String? = nil, isRepeatable: Bool = true) -> Call {
        Call(method: .POST, path: path, body: body, key: key, isRepeatable: isRepeatable)
    }
}

/// Nothing to send, where the service wants an object.
struct NoFields: Encodable, Sendable {}

extension TillClient {
    private static let largestAnswer = 16 * 1024 * 1024
    /// The pause before a call is sent again; each further one is twice as long.
    private static let firstPause = Duration.milliseconds(50)

    /// The answer of a call, or ``Refusal``, ``ServiceAway``, ``UnreadableAnswer``.
    func answer<Answer: Decodable>(to call: Call, as type: Answer.Type = Answer.self) async throws -> Answer {
        let (status, body) = try await bytes(of: call)
        do { return try Self.decoder.decode(type, from: body) } catch { throw UnreadableAnswer(status: status, reason: "\(type) was expected") }
    }

    /// The bytes of an answer that is no no.
    func bytes(of call: Call) async throws -> (status: Int, body: Data) {
        let end = ContinuousClock.now + patience
        var pause = Self.firstPause
        while true {
            do {
                let (status, body) = try await sendOnce(call, until: end)
                if (200..<300).contains(status) { return (status, body) }
                if let refusal = try? Self.decoder.decode(Refusal.self, from: body) { throw refusal }
                // Something between till and service has answered in its place.
                guard status >= 500 else { throw UnreadableAnswer(status: status, reason: "an error in this API's form was expected") }
                throw ServiceAway(reason: "something on the way answered \(status)")
            } catch let away as ServiceAway {
                guard call.isRepeatable, ContinuousClock.now + pause < end else { throw away }
                try await Task.sleep(for: pause)
                pause = pause * 2
            }
        }
    }

    private func sendOnce(_ call: Call, until end: ContinuousClock.Instant) async throws -> (status: Int, body: Data) {
        let request = try request(for: call)
        let left = max(.zero, end - ContinuousClock.now)
        do {
            let response = try await http.execute(request, deadline: .now() + .nanoseconds(left.nanoseconds))
            let body = try await response.body.collect(upTo: Self.largestAnswer)
            return (Int(response.status.code), Data(body.readableBytesView))
        } catch is CancellationError {
            throw CancellationError()
        } catch let error as HTTPClientError where error == .cancelled {
            throw CancellationError()
        } catch {
            throw ServiceAway(reason: String(describing: error))
        }
    }

    /// A call as it goes over the wire.
    func request(for call: Call) throws -> HTTPClientRequest {
        let query = call.query.map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: "&")
        var request = HTTPClientRequest(url: address + call.path + (query.isEmpty ? "" : "?" + query))
        request.method = call.method
        request.headers.add(name: "Accept-Language", value: language)
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let key = call.key { request.headers.add(name: "Idempotency-Key", value: key) }
        if let body = call.body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: try Self.encoder.encode(body)))
        }
        return request
    }

    /// A number of somebody's own as a part of a path or query.
    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// RFC 3986, 2.3.
    private static let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// Equal requests are equal bytes, so that a repeat is one.
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(text(of: date))
        }
        return encoder
    }

    /// RFC 3339 in UTC, to the nearest millisecond, which is written only where there is any: the service's own form.
    static func text(of date: Date) -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let fraction = ((milliseconds % 1000) + 1000) % 1000
        let seconds = Date(timeIntervalSince1970: Double((milliseconds - fraction) / 1000)).formatted(Date.ISO8601FormatStyle())
        return fraction == 0 ? seconds : "\(seconds.dropLast()).\(String(1000 + fraction).dropFirst())Z"
    }

    /// Times as ``text(of:)`` writes them.
    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
            return try style.parse(text)
        }
        return decoder
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
