/// A number with a fraction or an exponent, as far as it is a whole one: 5.0 and 1e2 are.
struct DecimalText {
    /// The digits of the whole number behind their sign; none where it is not whole or has more digits than any integer.
    let wholeDigits: [UInt8]

    private static let longest = 40

    /// A number as JSON writes it.
    init(_ bytes: ArraySlice<UInt8>) {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let body = isNegative ? bytes.dropFirst() : bytes
        let parts = body.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        let exponent = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) : 0
        let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        var digits = Array(mantissa.joined().drop { $0 == UInt8(ascii: "0") })
        guard !digits.isEmpty else {
            wholeDigits = [UInt8(ascii: "0")]
            return
        }
        let decimals = mantissa.count == 2 ? mantissa[1].count : 0
        // An exponent that `Int` does not hold moves the point out of any integer.
        guard let exponent, exponent.magnitude <= 1_000_000 else {
            wholeDigits = []
            return
        }
        var shift = exponent - decimals
        while shift < 0, digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            shift += 1
        }
        guard shift >= 0, shift <= Self.longest, digits.count + shift <= Self.longest else {
            wholeDigits = []
            return
        }
        wholeDigits = (isNegative ? [UInt8(ascii: "-")] : []) + digits + [UInt8](repeating: UInt8(ascii: "0"), count: shift)
    }
}

extension Int {
    /// The number that digits with an optional minus spell; nil for none, for anything else, and for one that does not fit.
    init?(decimal digits: ArraySlice<UInt8>) {
        let isNegative = digits.first == UInt8(ascii: "-")
        let figures = isNegative ? digits.dropFirst() : digits
        if figures.isEmpty { return nil }
        var value = 0
        for digit in figures {
            let figure = Int(digit) - 0x30
            guard (0...9).contains(figure) else { return nil }
            let (shifted, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = isNegative ? shifted.subtractingReportingOverflow(figure) : shifted.addingReportingOverflow(figure)
            guard !isTooLong, !isTooLarge else { return nil }
            value = sum
        }
        self = value
    }
}
