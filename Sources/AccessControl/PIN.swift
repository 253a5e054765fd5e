public import LoyaltyModel

/// The digits somebody of the staff signs in with.
public struct PIN: Sendable {
    /// How many digits there may be.
    public static let lengths = 4...8

    /// ASCII digits.
    let digits: String

    /// What a person typed, in digits of any script. `pin_length` for anything but 4 to 8 digits, `pin_too_easy` for what everybody tries first.
    public init(chosen text: String) throws(Trouble) {
        guard let digits = Self.digits(of: text) else { throw Trouble(.pinLength, field: "pin") }
        guard !Self.isEasy(digits) else { throw Trouble(.pinTooEasy, field: "pin") }
        self.digits = String(decoding: digits.map { UInt8(ascii: "0") + UInt8($0) }, as: UTF8.self)
    }

    /// What a person typed to sign in; nil for what can be nobody's.
    init?(typed text: String) {
        guard let digits = Self.digits(of: text) else { return nil }
        self.digits = String(decoding: digits.map { UInt8(ascii: "0") + UInt8($0) }, as: UTF8.self)
    }

    private static func digits(of text: String) -> [Int]? {
        let characters = text.filter { !$0.isWhitespace }
        let digits = characters.compactMap { $0.isNumber ? $0.wholeNumberValue : nil }
        guard digits.count == characters.count, lengths.contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        return digits
    }

    /// One digit over and over, a run up or down, the same group twice or more, or a column of the pad.
    private static func isEasy(_ digits: [Int]) -> Bool {
        let steps = zip(digits, digits.dropFirst()).map { ($1 - $0 + 10) % 10 }
        if Set(steps).count == 1, [0, 1, 9].contains(steps[0]) { return true }
        for size in 2...4 where digits.count.isMultiple(of: size) && digits.count > size {
            if digits.indices.allSatisfy({ digits[$0] == digits[$0 % size] }) { return true }
        }
        return digits == [2, 5, 8, 0] || digits == [0, 8, 5, 2]
    }
}
