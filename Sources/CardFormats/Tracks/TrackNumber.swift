/// A track of a magnetic stripe, counted from the card's edge.
public enum TrackNumber: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
    /// Letters and digits, 210 bits per inch.
    case one = 1
    /// Digits, 75 bits per inch.
    case two = 2
    /// Digits, 210 bits per inch.
    case three = 3

    /// Order on the card.
    public static func < (left: TrackNumber, right: TrackNumber) -> Bool { left.rawValue < right.rawValue }
}
