internal import CardFormats

/// A decimal number as people write it, read into whole steps without ever being a float.
enum ExactNumber: Equatable {
    case value(Int)
    /// Not a number of digits with at most one decimal mark.
    case malformed
    /// More decimals than there are steps.
    case tooFine
    /// Beyond 10^15 steps.
    case tooLarge

    /// Reads `text` in steps of 10^-`decimals`: `9.5` in steps of 10^-1 is 95. Persian, Arabic-Indic and full-width digits and the Persian decimal
    /// mark are understood; no sign, no exponent, no grouping.
    init(_ text: some StringProtocol, decimals: Int) {
        let parts = Digits.latin(String(text)).replacing("٫", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            self = .malformed
            return
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        let significant = fraction.reversed().drop { $0 == "0" }.count
        guard significant <= decimals else {
            self = .tooFine
            return
        }
        let kept = fraction.prefix(significant)
        let digits = parts[0] + kept + String(repeating: "0", count: decimals - kept.count)
        guard let value = Int(digits), value <= 1_000_000_000_000_000 else {
            self = .tooLarge
            return
        }
        self = .value(value)
    }
}
