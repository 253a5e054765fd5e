import CardFormats

/// A swipe to be put into a report: texts with sentinels, empty for a track without data.
struct Swipe {
    var tracks: [String] = ["", "", ""]
    /// Decode status of the tracks.
    var status: [UInt8] = [0, 0, 0]
    var encodeType: UInt8 = 0
    /// What stands in the fields behind the data.
    var filler: UInt8 = 0
    /// Lengths that are not those of the texts.
    var lengths: [UInt8]?

    init(_ one: String = "", _ two: String = "", _ three: String = "") { tracks = [one, two, three] }

    private var head: [UInt8] { status + (lengths ?? tracks.map { UInt8($0.utf8.count) }) + [encodeType] }

    private func fields(_ size: Int) -> [UInt8] {
        tracks.flatMap { text in bytes(text) + [UInt8](repeating: filler, count: size - text.utf8.count) }
    }

    /// The report of 337 bytes.
    var magtek: [UInt8] { head + fields(110) }

    /// The report of 856 bytes, or with the counter, version and hash 887.
    func magneSafe(encryption: [UInt8] = [0, 2], masked: [String]? = nil, isLong: Bool = false) -> [UInt8] {
        let shown = Swipe(masked?[0] ?? tracks[0], masked?[1] ?? tracks[1], masked?[2] ?? tracks[2])
        let middle = [UInt8](repeating: 0, count: 1 + 4 + 1 + 128 + 16) + encryption + [UInt8](repeating: 0, count: 10)
        let tail = [UInt8](repeating: 0, count: 8) + tracks.map { UInt8($0.utf8.count) } + [0x36]
        return head + fields(112) + middle + shown.head[3..<6] + shown.fields(112) + tail + [UInt8](repeating: 0, count: isLong ? 31 : 0)
    }

    /// The report of 509 bytes, with `separator` behind each track that has data.
    func idTech(separator: String = "") -> [UInt8] {
        let data = tracks.flatMap { $0.isEmpty ? [] : bytes($0 + separator) }
        return head + [0xFF, 0xFF] + data + [UInt8](repeating: filler, count: 500 - data.count)
    }

    /// The report of usage page 8E.
    var standard: [UInt8] {
        let rooms = [79, 40, 107]
        return [1] + tracks.map { UInt8($0.utf8.count) }
            + zip(tracks, rooms).flatMap { text, room in bytes(text) + [UInt8](repeating: filler, count: room - text.utf8.count) }
    }
}

/// What one report of 337 bytes comes to.
func read(_ swipe: Swipe, ranges: CardRanges = .none) throws -> SwipeResult {
    try read(swipe.magtek, Descriptors.magtek, ranges: ranges)
}

/// What one report of a card reader comes to.
func read(_ report: [UInt8], _ hex: String, ranges: CardRanges = .none) throws -> SwipeResult {
    var decoder = try ReportDecoder(descriptor: descriptor(hex), ranges: ranges)
    let events = decoder.receive(report) + decoder.finish()
    guard case .msr(let result)? = events.first, events.count == 1 else { throw Unexpected(events: events) }
    return result
}

/// Not the one event the test is about.
struct Unexpected: Error {
    let events: [DecodedEvent]
}

extension SwipeResult {
    /// The number of an own card.
    var number: String? {
        if case .ok(let card) = self { return card.number }
        return nil
    }

    var card: CardReading? {
        if case .ok(let card) = self { return card }
        return nil
    }
}

/// Numbers made for tests, so that no real card's stands in a file.
enum Synthetic {
    /// `prefix`, zeros, and the check digit of Luhn.
    static func number(_ prefix: String, digits: Int) -> String {
        let payload = prefix + String(repeating: "0", count: digits - 1 - prefix.count)
        return payload + String(CheckDigit.digit(for: payload) ?? 0)
    }

    /// The same with a check digit that is wrong.
    static func wrongNumber(_ prefix: String, digits: Int) -> String {
        let payload = prefix + String(repeating: "0", count: digits - 1 - prefix.count)
        return payload + String(((CheckDigit.digit(for: payload) ?? 0) + 1) % 10)
    }
}
