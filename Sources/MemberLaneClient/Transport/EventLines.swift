/// Server-sent events out of the bytes they come in (WHATWG HTML, 9.2.6): as much of it as this service sends.
struct EventLines: Sendable {
    /// An event as it stands in the stream.
    struct Event: Sendable, Hashable {
        var id: Int?
        var name = ""
        var data = ""
    }

    private var rest: [UInt8] = []
    private var event = Event()

    /// The events that are whole with these bytes.
    mutating func take(_ bytes: some Sequence<UInt8>) -> [Event] {
        rest += bytes
        var events: [Event] = []
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[start..<end].last == UInt8(ascii: "\r") ? rest[start..<end].dropLast() : rest[start..<end]
            take(line: String(decoding: line, as: UTF8.self), into: &events)
            start = end + 1
        }
        rest.removeSubrange(..<start)
        return events
    }

    private mutating func take(line: String, into events: inout [Event]) {
        guard !line.isEmpty else {
            if !event.data.isEmpty { events.append(event) }
            event = Event()
            return
        }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count < 2 ? "" : parts[1].hasPrefix(" ") ? String(parts[1].dropFirst()) : String(parts[1])
        switch parts[0] {
        case "id": event.id = Int(value)
        case "event": event.name = value
        case "data": event.data += (event.data.isEmpty ? "" : "\n") + value
        default: break
        }
    }
}
