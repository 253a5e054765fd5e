/// The money a programme counts in.
public struct Currency: Sendable, Hashable, Codable {
    /// ISO 4217 code, such as `IRR`.
    public let code: String
    /// How many decimals the minor unit has: 0 for the rial, 2 for yuan and rouble (A-X-1).
    public let minorDigits: Int

    enum CodingKeys: String, CodingKey {
        case code
        case minorDigits = "minor_digits"
    }

    /// A currency by its code and the decimals of its minor unit.
    public init(code: String, minorDigits: Int) {
        self.code = code
        self.minorDigits = minorDigits
    }
}
