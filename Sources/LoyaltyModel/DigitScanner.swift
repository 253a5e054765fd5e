/// Reads the fixed-width numbers of RFC 3339 and ISO 8601, ASCII digits only.
struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ mark: Character) -> Bool {
        guard let first = rest.first, first == mark.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let byte = rest.first, (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
            rest.removeFirst()
        }
        return value
    }

    /// The fraction of a second, cut to milliseconds; one to nine digits.
    mutating func milliseconds() -> Int? {
        var value = 0
        var digits = 0
        while let byte = rest.first, (48...57).contains(byte) {
            if digits < 3 { value = value * 10 + Int(byte - 48) }
            digits += 1
            rest.removeFirst()
        }
        guard (1...9).contains(digits) else { return nil }
        for _ in min(digits, 3)..<3 { value *= 10 }
        return value
    }

    /// Seconds east of UTC.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2), hours < 24, take(":"), let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
