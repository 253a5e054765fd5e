/// A number from a card, and how it got in. Nothing else of the card is ever in an event.
///
/// Printing or mirroring a value shows the last four characters only.
public struct CardRead: Sendable, Hashable {
    /// The number or code, as text.
    public let text: String
    /// How it got in.
    public let entry: CardEntry
    /// The AIM symbology identifier of a scan, such as `]C0`; nil for a stripe or where the scanner tells none.
    public let symbology: String?

    /// A number from a stripe.
    public static func swiped(_ text: String) -> CardRead { CardRead(text: text, entry: .swiped, symbology: nil) }

    /// The text of a barcode.
    public static func scanned(_ text: String, symbology: String?) -> CardRead { CardRead(text: text, entry: .scanned, symbology: symbology) }
}

extension CardRead: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `swiped …1234`; shorter texts show nothing of themselves.
    public var description: String { "\(entry.rawValue) …" + (text.count > 4 ? text.suffix(4) : "") }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// Only the masked text.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}
