/// The number on a member card, digits only. Writes itself masked: the whole number never reaches a log or an error by accident.
public struct CardNumber: Sendable, Hashable, Codable, CustomStringConvertible {
    /// All digits. For paper, stripe and store only.
    public let digits: String

    /// Digits as they are; nil when there is anything but ASCII digits, or none.
    public init?(_ digits: String) {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.digits = digits
    }

    /// The last four digits behind a mark, `…1234`.
    public var description: String { "…" + digits.suffix(4) }

    /// Reads the digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = CardNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a card number is digits only")
        }
        self = number
    }
    /// Writes the digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}

extension CardNumber: CustomReflectable {
    /// Shows the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}
