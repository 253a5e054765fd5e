internal import Dispatch
public import Foundation

/// A till's side of the API: one connection a request, so that a request that was cut off is known to be.
public struct LocalClient: Sendable {
    /// What may have happened to a request by the time it is cut off.
    public enum Stage: Int, Sendable, CaseIterable {
        case connected, headSent, bodySent, answerBegun
    }

    /// What the service answered.
    public struct Answer: Sendable {
        /// The HTTP status.
        public let status: Int
        /// The body as it came.
        public let body: Data

        /// The body as JSON; null when it is none.
        public var json: JSONValue { (try? JSONValue(body)) ?? nil }
    }

    let port: UInt16
    /// What it is let in by.
    let token: String

    /// Asks and waits for the whole answer; throws ``NoAnswer`` when there is none.
    ///
    /// `onStage` is told on the connection's own thread how far the request is.
    public func send(
        _ method: String, _ path: String, _ body: String? = nil, key: String? = nil, headers: [String: String] = [:],
        onStage: @escaping @Sendable (Stage) -> Void = { _ in }
    ) async throws -> Answer {
        var head = "\(method) \(path) HTTP/1.0\r\nHost: 127.0.0.1:\(port)\r\nAccept-Language: \(headers["Accept-Language"] ?? "en")\r\n"
        if headers["Authorization"] == nil { head += "Authorization: Bearer \(token)\r\n" }
        if let key { head += "Idempotency-Key: \(key)\r\n" }
        if let body {
            let type = headers["Content-Type"] ?? "application/json"
            head += "Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n"
        }
        for (name, value) in headers where !["Content-Type", "Accept-Language"].contains(name) { head += "\(name): \(value)\r\n" }
        let request = Request(head: Array((head + "\r\n").utf8), body: Array((body ?? "").utf8))
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try exchange(request, onStage) })
            }
        }
    }

    /// Posts JSON.
    public func post(_ path: String, _ body: String, key: String? = nil) async throws -> Answer { try await send("POST", path, body, key: key) }

    /// Gets.
    public func get(_ path: String) async throws -> Answer { try await send("GET", path) }

    private struct Request {
        let head: [UInt8]
        let body: [UInt8]
    }

    /// HTTP/1.0: the answer comes in one piece and ends with the connection.
    private func exchange(_ request: Request, _ onStage: (Stage) -> Void) throws -> Answer {
        let connection = try Connection(port: port)
        onStage(.connected)
        try connection.write(request.head)
        onStage(.headSent)
        try connection.write(request.body)
        onStage(.bodySent)
        var bytes = try connection.read()
        onStage(.answerBegun)
        while !Self.isWhole(bytes) {
            let more = try connection.read()
            guard !more.isEmpty else { throw NoAnswer("the connection ended within the answer") }
            bytes += more
        }
        guard let (status, body) = Self.split(bytes) else { throw NoAnswer("the connection ended without an answer") }
        return Answer(status: status, body: Data(body))
    }

    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let (_, body) = split(bytes) else { return false }
        let head = String(decoding: bytes.dropLast(body.count), as: UTF8.self)
        guard let length = head.firstMatch(of: /content-length: *(\d+)/.ignoresCase()).flatMap({ Int($0.output.1) }) else { return false }
        return body.count >= length
    }

    /// The status and what stands behind the head; nil before the head is whole.
    private static func split(_ bytes: [UInt8]) -> (status: Int, body: [UInt8])? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let words = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        return (status, Array(bytes[end.upperBound...]))
    }
}

/// A request of which nobody knows what became.
public struct NoAnswer: Error, CustomStringConvertible {
    /// What happened to the connection.
    public let description: String

    /// A silence in words.
    public init(_ description: String) { self.description = description }
}
