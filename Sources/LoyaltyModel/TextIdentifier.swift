/// A name given by somebody else: a till, a table, a clerk. Compared letter by letter, never parsed.
public protocol TextIdentifier: RawRepresentable, Hashable, Comparable, Codable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
    /// Wraps the name as it stands.
    init(_ text: String)
}

extension TextIdentifier {
    /// Wraps the name as it stands.
    public init(rawValue: String) { self.init(rawValue) }
    /// A name written in the source of a test or a table.
    public init(stringLiteral value: String) { self.init(value) }
    /// The name itself.
    public var description: String { rawValue }
    /// Order by code unit, so that a listing is the same on every machine.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8) }
    /// Reads the name from a bare string.
    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }
    /// Writes the name as a bare string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
