/// The check digit modulo 10 by Luhn. Source: ISO/IEC 7812-1, Annex B.
public enum CheckDigit {
    /// Whether a number of ASCII digits ends in its own check digit; false for anything that is not two digits or more.
    public static func isValid(_ number: String) -> Bool {
        let digits = Array(number.utf8)
        guard digits.count >= 2, digits.allSatisfy(\.isDigit) else { return false }
        return sum(digits, doublesLast: false) % 10 == 0
    }

    /// The digit, 0 to 9, that makes `payload` valid when put behind it; nil unless it is one ASCII digit or more.
    public static func digit(for payload: String) -> Int? {
        let digits = Array(payload.utf8)
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return (10 - sum(digits, doublesLast: true) % 10) % 10
    }

    /// Whether the digits of a run check, without taking them out of their buffer.
    static func isValid(_ run: DigitRun, in text: Span<UInt8>) -> Bool {
        var total = 0
        var position = run.count
        run.forEach(in: text) { digit in
            position -= 1
            total += weight(digit, doubled: position % 2 == 1)
        }
        return run.count >= 2 && total % 10 == 0
    }

    private static func sum(_ digits: [UInt8], doublesLast: Bool) -> Int {
        var total = 0
        for (index, digit) in digits.reversed().enumerated() { total += weight(digit, doubled: (index % 2 == 0) == doublesLast) }
        return total
    }

    private static func weight(_ digit: UInt8, doubled: Bool) -> Int {
        let value = Int(digit) - 0x30
        guard doubled else { return value }
        return value < 5 ? value * 2 : value * 2 - 9
    }
}
