public import CardFormats
public import LoyaltyModel

/// How a club's card numbers are made: the issuer's prefix, a serial, and the Luhn check digit of ISO/IEC 7812-1.
public struct NumberScheme: Sendable, Hashable {
    /// The leading digits of every number of the club; the first is 9, “national assignment” in ISO/IEC 7812-1.
    public let prefix: String
    /// All digits of a number, prefix and check digit included.
    public let length: Int

    /// A scheme; nil unless the prefix is digits beginning with 9 and leaves room for a serial of six digits and more.
    public init?(prefix: String, length: Int) {
        guard prefix.first == "9", prefix.utf8.allSatisfy({ (48...57).contains($0) }), (12...19).contains(length), length - prefix.count - 1 >= 6 else {
            return nil
        }
        self.prefix = prefix
        self.length = length
    }

    /// How many serials there are.
    public var serials: Int { (0..<length - prefix.count - 1).reduce(1) { product, _ in product * 10 } }

    /// The number with this serial, taken modulo `serials`.
    public func number(serial: Int) -> CardNumber? {
        let digits = String(serials + Int(clamping: serial.magnitude % serials.magnitude)).dropFirst()
        let body = prefix + digits
        return CheckDigit.digit(for: body).flatMap { CardNumber(body + String($0)) }
    }

    /// Why `number` cannot be of this club, or nil when it can.
    public func objection(to number: CardNumber) -> TroubleCode? {
        guard number.digits.count == length, number.digits.hasPrefix(prefix) else {
            return CheckDigit.isValid(number.digits) ? .cardOfAnotherProgramme : .checkDigitWrong
        }
        return CheckDigit.isValid(number.digits) ? nil : .checkDigitWrong
    }

    /// The numbers that readers may take for the club's own: bare ones, and ones with digits of a seal behind them.
    public var ranges: CardRanges {
        let sealed = length...min(length + Self.longestSeal, CardRange.maximumLength)
        guard let range = try? CardRange(prefix: prefix, lengths: sealed), let ranges = try? CardRanges([range]) else { return .none }
        return ranges
    }

    /// Room for the digits that a printed code carries behind the number.
    private static let longestSeal = 8
}
