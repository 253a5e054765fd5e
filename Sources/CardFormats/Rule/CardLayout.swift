/// The layouts that make a text a payment card's or a licence's, whatever its check digit says. `text` is without sentinels.
enum CardLayout {
    /// The digits that lead the text, behind one format letter at most, in groups or not.
    static func leadingRun(of text: Span<UInt8>, grouped: Bool = true) -> DigitRun {
        let hasLetter = text.count > 1 && isLetter(text[0]) && text[1].isDigit
        return DigitRun(from: hasLetter ? 1 : 0, in: text, grouped: grouped)
    }

    /// Track 1 or 2 of ISO/IEC 7813, or track 3 of ISO/IEC 4909.
    static func isPayment(_ text: Span<UInt8>) -> Bool {
        isFinancialTrack1(text) || isFinancialTrack2(text) || bankingNumber(of: text) != nil
    }

    /// ISO/IEC 7813, track 1: `B`, a number of 12 to 19 digits, `^` name `^`, expiry, service code.
    static func isFinancialTrack1(_ text: Span<UInt8>) -> Bool {
        guard text.count > 1, text[0] | 0x20 == UInt8(ascii: "b") else { return false }
        let run = DigitRun(from: 1, in: text, grouped: true)
        guard (12...19).contains(run.count), run.end < text.count, text[run.end] == UInt8(ascii: "^") else { return false }
        var index = run.end + 1
        while index < text.count, text[index] != UInt8(ascii: "^") { index += 1 }
        return hasExpiryAndService(text, at: index + 1)
    }

    /// ISO/IEC 7813, track 2: a number of 12 to 19 digits, `=`, expiry, service code.
    static func isFinancialTrack2(_ text: Span<UInt8>) -> Bool {
        let run = leadingRun(of: text)
        return (12...19).contains(run.count) && hasSeparatorExpiryAndService(text, behind: run)
    }

    /// `=`, expiry and service code behind a number of any length.
    static func hasSeparatorExpiryAndService(_ text: Span<UInt8>, behind run: DigitRun) -> Bool {
        run.end < text.count && text[run.end] == UInt8(ascii: "=") && hasExpiryAndService(text, at: run.end + 1)
    }

    /// ISO/IEC 4909, track 3: format code 01 or 02, the number, `=`, the country in three digits or `=` in its place, the currency in
    /// three digits, its exponent in one. The number, where the text has this layout.
    static func bankingNumber(of text: Span<UInt8>) -> DigitRun? {
        guard text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "1") || text[1] == UInt8(ascii: "2") else { return nil }
        let run = DigitRun(from: 2, in: text, grouped: false)
        guard (8...20).contains(run.count), run.end < text.count, text[run.end] == UInt8(ascii: "=") else { return nil }
        let country = run.end + 1
        guard country < text.count else { return nil }
        let digits = text[country] == UInt8(ascii: "=") ? country + 1..<country + 5 : country..<country + 7
        return areDigits(text, digits) ? run : nil
    }

    /// The header of the barcode on the back of a North American driving licence: `@`, control characters, `ANSI` or `AAMVA`.
    static func isLicenceBarcode(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0, text[0] == UInt8(ascii: "@") else { return false }
        return (1..<8).contains { contains("ANSI", in: text, at: $0) || contains("AAMVA", in: text, at: $0) }
    }

    /// YYMM with a month from 01 to 12, then three digits.
    private static func hasExpiryAndService(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard areDigits(text, index..<index + 7) else { return false }
        let month = (text[index + 2] - 0x30) * 10 + (text[index + 3] - 0x30)
        return (1...12).contains(month)
    }

    private static func areDigits(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.upperBound <= text.count && range.allSatisfy { text[$0].isDigit }
    }

    private static func contains(_ word: StaticString, in text: Span<UInt8>, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= text.count else { return false }
        return word.withUTF8Buffer { letters in
            for index in letters.indices where letters[index] != text[start + index] { return false }
            return true
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
