/// What a swipe brought.
public enum SwipeResult: Sendable, Hashable {
    /// At least one track was read, and the card is not one to refuse.
    case ok(CardReading)
    /// Swipe again.
    case retry(ReadRetry)
    /// Not this card, or not this reader.
    case refused(CardRefusal)
    /// Somebody has to come.
    case fault(ReaderFault)
}

/// What a scan brought.
public enum ScanResult: Sendable, Hashable {
    /// A code was read, and it is not a card to refuse.
    case ok(Scan)
    /// Scan again.
    case retry(ReadRetry)
    /// Not this card.
    case refused(CardRefusal)
    /// Somebody has to come.
    case fault(ReaderFault)
}

/// A card that was read. Its descriptions show the number masked and no track.
public struct CardReading: Sendable, Hashable {
    /// The tracks that could be read, as the reader gives them: start sentinel, data, end sentinel, no LRC. Of a foreign card, every
    /// run of more than four digits is masked.
    public let tracks: [TrackNumber: String]
    /// The number of an own card, ASCII digits only; nil for any other card.
    public let number: String?
    /// The number of somebody else's card, masked; nil for an own card and for one without a number.
    public let foreignNumber: String?
    /// Tracks with data that could not be read; the number stands on another.
    public let unreadable: [TrackNumber]
}

/// A code that was scanned: goods, coupons and cards alike, as printed. Its descriptions do not show it.
public struct Scan: Sendable, Hashable {
    /// What the symbol says: UTF-8 where it is valid, else Latin-1; without the scanner's line end. Digits stay as they were printed.
    public let data: String
    /// The AIM identifier, `]` and two characters (ISO/IEC 15424), such as `]C0`; nil where the scanner sends none.
    public let aim: String?
}

extension CardReading: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which tracks, and the masked number.
    public var description: String {
        let number = number.map(Digits.masked) ?? foreignNumber.map { "foreign " + $0 } ?? "without a number"
        return "card \(number), tracks \(tracks.keys.sorted().map(\.rawValue))"
    }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows a track.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Scan: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The symbology and the length.
    public var description: String { "scan \(aim ?? "without symbology"), \(data.count) characters" }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows the data.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
