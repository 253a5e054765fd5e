internal import Dispatch
internal import Foundation

/// A listener at `/v1/events`.
public final class EventFeed: Sendable {
    private let events: AsyncStream<(name: String, data: JSONValue)>

    /// Listens from now on: what happens after this returns is heard.
    public init(of client: LocalClient) async throws {
        let (events, told) = AsyncStream.makeStream(of: (name: String, data: JSONValue).self)
        self.events = events
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                do {
                    let connection = try Connection(port: client.port)
                    let head = ["GET /v1/events HTTP/1.0", "Host: 127.0.0.1:\(client.port)", "Accept-Language: en", "Authorization: Bearer \(client.token)"]
                    try connection.write(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8))
                    var lines = Lines()
                    // The stream begins with a word on reconnecting: from there on this listener is known.
                    while !lines.text.contains("retry:") {
                        let bytes = try connection.read()
                        guard !bytes.isEmpty else { throw NoAnswer("the events ended before they began") }
                        lines.text += String(decoding: bytes, as: UTF8.self)
                    }
                    continuation.resume()
                    Self.read(connection, &lines, into: told)
                } catch { continuation.resume(throwing: error) }
                told.finish()
            }
        }
    }

    /// The next event of that name; nil when the service is gone before.
    public func next(_ name: String) async -> JSONValue? {
        for await event in events where event.name == name { return event.data }
        return nil
    }

    private struct Lines {
        var text = ""
        private var name = ""

        mutating func next() -> (name: String, data: JSONValue)? {
            while let end = text.firstIndex(of: "\n") {
                let line = text[..<end]
                text = String(text[text.index(after: end)...])
                if line.hasPrefix("event: ") { name = String(line.dropFirst(7)) }
                if line.hasPrefix("data: "), let data = try? JSONValue(Data(line.dropFirst(6).utf8)) { return (name, data) }
            }
            return nil
        }
    }

    private static func read(_ connection: Connection, _ lines: inout Lines, into told: AsyncStream<(name: String, data: JSONValue)>.Continuation) {
        while let bytes = try? connection.read(), !bytes.isEmpty {
            lines.text += String(decoding: bytes, as: UTF8.self)
            while let event = lines.next() { if case .terminated = told.yield(event) { return } }
        }
    }
}
