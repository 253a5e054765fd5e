/// A run of ASCII digits in a text, by where it stands: the digits themselves never leave their buffer.
struct DigitRun {
    /// The first digit.
    let start: Int
    /// Behind the last digit.
    let end: Int
    /// Digits, not counting what stands between groups.
    let count: Int

    /// The run that begins at `start`; empty where no digit stands. A blank or a hyphen before a further digit does not end a run that is `grouped`.
    init(from start: Int, in text: Span<UInt8>, grouped: Bool) {
        self.start = start
        var end = start
        var count = 0
        var index = start
        while index < text.count {
            if text[index].isDigit {
                count += 1
                end = index + 1
            } else if !grouped || count == 0 || index > end || !(text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "-")) {
                break
            }
            index += 1
        }
        self.end = end
        self.count = count
    }

    func forEach(in text: Span<UInt8>, _ body: (UInt8) -> Void) {
        for index in start..<end where text[index].isDigit { body(text[index]) }
    }

    /// Whether the number lies in the prefixes from `first` to `last`, two strings of ASCII digits of one length.
    func starts(from first: [UInt8], through last: [UInt8], in text: Span<UInt8>) -> Bool {
        guard count >= first.count else { return false }
        var position = 0
        var isAbove = false
        var isBelow = false
        var isInside = true
        forEach(in: text) { digit in
            guard position < first.count else { return }
            if !isAbove, digit != first[position] {
                if digit < first[position] { isInside = false }
                isAbove = true
            }
            if !isBelow, digit != last[position] {
                if digit > last[position] { isInside = false }
                isBelow = true
            }
            position += 1
        }
        return isInside
    }

    /// The digits as `Digits.masked` writes them; no others leave the buffer.
    func masked(in text: Span<UInt8>) -> String {
        var result = "…"
        var place = 0
        forEach(in: text) { digit in
            if count > Digits.shown, place >= count - Digits.shown { result.unicodeScalars.append(Unicode.Scalar(digit)) }
            place += 1
        }
        return result
    }

    /// The digits as a string. Only for a number that may leave the buffer.
    func string(in text: Span<UInt8>) -> String {
        var digits = ""
        forEach(in: text) { digits.unicodeScalars.append(Unicode.Scalar($0)) }
        return digits
    }
}
