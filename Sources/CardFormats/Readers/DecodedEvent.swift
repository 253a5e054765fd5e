import Foundation

/// What a reader's report says.
public enum DecodedEvent: Sendable, Hashable {
    /// A swipe.
    case msr(SwipeResult)
    /// A scan.
    case scanner(ScanResult)

    /// Whether a card or code was read.
    public var isOK: Bool {
        switch self {
        case .msr(.ok), .scanner(.ok): true
        default: false
        }
    }
}

/// The answer of `memberlane decode`.
public struct DecodeAnswer: Sendable, Hashable, Encodable {
    /// In the order of the reports.
    public let events: [DecodedEvent]

    /// Wraps the events.
    public init(events: [DecodedEvent]) { self.events = events }
}

/// JSON, one object an event:
///
/// - `{"kind":"msr","status":"ok","tracks":{"1":"%M9…^…?","2":";9…?"},"number":"9…"}`: track texts with their sentinels as the reader gives them,
///   without LRC; `number` the digits of an own card's number only. A foreign card has `"foreign":"…1234"` instead, and its tracks are masked too.
///   Tracks that could not be read stand in `unreadable`.
/// - `{"kind":"scanner","status":"ok","data":"…","aim":"]C0"}`
/// - `{"kind":…,"status":"retry","reason":"unreadable","tracks":{"2":"unreadable"},…}`: the tracks to read again; other reasons are `blank`, `cut_off`, `empty`.
/// - `{"kind":…,"status":"refused","reason":"payment_card",…}`: no digit of it anywhere.
/// - `{"kind":…,"status":"fault","reason":"report_length",…}`
///
/// Statuses other than ok end in `"text"`, what is wrong, and `"hint"`, the way out.
extension DecodedEvent: Encodable {
    private enum Key: String, CodingKey { case kind, status, tracks, number, foreign, unreadable, data, aim, reason, text, hint }

    /// Writes the object described above.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        switch self {
        case .msr(.ok(let card)):
            try object.encode("msr", forKey: .kind)
            try object.encode("ok", forKey: .status)
            try object.encode(named(card.tracks), forKey: .tracks)
            try object.encodeIfPresent(card.number, forKey: .number)
            try object.encodeIfPresent(card.foreignNumber, forKey: .foreign)
            if !card.unreadable.isEmpty { try object.encode(card.unreadable.map { String($0.rawValue) }, forKey: .unreadable) }
        case .scanner(.ok(let scan)):
            try object.encode("scanner", forKey: .kind)
            try object.encode("ok", forKey: .status)
            try object.encode(scan.data, forKey: .data)
            try object.encodeIfPresent(scan.aim, forKey: .aim)
        case .msr(.retry(let retry)): try encode(retry, kind: "msr", into: &object)
        case .scanner(.retry(let retry)): try encode(retry, kind: "scanner", into: &object)
        case .msr(.refused(let refusal)): try encode("refused", refusal.rawValue, refusal, kind: "msr", into: &object)
        case .scanner(.refused(let refusal)): try encode("refused", refusal.rawValue, refusal, kind: "scanner", into: &object)
        case .msr(.fault(let fault)): try encode("fault", fault.code, fault, kind: "msr", into: &object)
        case .scanner(.fault(let fault)): try encode("fault", fault.code, fault, kind: "scanner", into: &object)
        }
    }

    private func encode(_ retry: ReadRetry, kind: String, into object: inout KeyedEncodingContainer<Key>) throws {
        try encode("retry", retry.code, retry, kind: kind, into: &object)
        if case .unreadable(let tracks) = retry {
            try object.encode(named(Dictionary(uniqueKeysWithValues: tracks.map { ($0, "unreadable") })), forKey: .tracks)
        }
    }

    private func encode(
        _ status: String, _ reason: String, _ trouble: any LocalizedError, kind: String, into object: inout KeyedEncodingContainer<Key>
    ) throws {
        try object.encode(kind, forKey: .kind)
        try object.encode(status, forKey: .status)
        try object.encode(reason, forKey: .reason)
        try object.encodeIfPresent(trouble.errorDescription, forKey: .text)
        try object.encodeIfPresent(trouble.recoverySuggestion, forKey: .hint)
    }

    private func named(_ tracks: [TrackNumber: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: tracks.map { (String($0.key.rawValue), $0.value) })
    }
}
