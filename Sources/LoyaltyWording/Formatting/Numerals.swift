/// How a language writes numbers. Everything comes from integers; nothing is rounded.
struct Numerals: Sendable {
    /// The digit 0; the other nine follow it in Unicode, as in every script.
    var zero: Unicode.Scalar = "0"
    /// What stands between groups of three.
    var group = ","
    /// What stands before the decimals.
    var point = "."
    /// What stands after per cent.
    var percentSign = "%"
    /// Whether numbers stand in isolates, for right-to-left text.
    var isIsolated = false

    /// A whole number: −1,200.
    func whole(_ number: Int) -> String { wrapped(sign(number) + grouped(String(number.magnitude))) }

    /// An amount in minor units with exactly `places` decimals, 0 and up: 49900 with two is 499.00.
    func fixed(_ minor: Int, places: Int) -> String {
        let (whole, decimals) = split(minor.magnitude, places: max(0, places))
        return wrapped(sign(minor) + grouped(whole) + (decimals.isEmpty ? "" : point + localized(decimals)))
    }

    /// Millionths as a number of per cent with no more decimals than it needs: 12 500 is 1.25 %.
    func percent(millionths: Int) -> String { wrapped(trimmed(millionths, places: 4) + percentSign) }

    /// A decimal number with no more decimals than it needs, outside any isolate: 95 with one place is 9.5.
    func trimmed(_ number: Int, places: Int) -> String {
        let (whole, decimals) = split(number.magnitude, places: max(0, places))
        var kept = Substring(decimals)
        while kept.last == "0" { kept.removeLast() }
        return sign(number) + grouped(whole) + (kept.isEmpty ? "" : point + localized(String(kept)))
    }

    /// ASCII digits in the language's own; every other character stays.
    func localized(_ text: String) -> String {
        if zero == "0" { return text }
        var localized = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            localized.append(isDigit ? Unicode.Scalar(zero.value + scalar.value - 0x30) ?? scalar : scalar)
        }
        return String(localized)
    }

    /// A number among right-to-left words keeps its order.
    func wrapped(_ number: String) -> String { isIsolated ? Isolate.leftToRight(number) : number }

    private func sign(_ number: Int) -> String { number < 0 ? "\u{2212}" : "" }

    private func split(_ magnitude: UInt, places: Int) -> (whole: String, decimals: String) {
        let figures = String(magnitude)
        if places == 0 { return (figures, "") }
        let missing = places + 1 - figures.utf8.count
        let padded = missing > 0 ? String(repeating: "0", count: missing) + figures : figures
        let cut = padded.utf8.index(padded.utf8.endIndex, offsetBy: -places)
        return (String(padded[..<cut]), String(padded[cut...]))
    }

    /// ASCII figures in groups of three, in the language's digits.
    private func grouped(_ figures: String) -> String {
        let count = figures.utf8.count
        if count <= 3 { return localized(figures) }
        var text = ""
        var rest = Substring(figures)
        while !rest.isEmpty {
            let length = (rest.utf8.count - 1) % 3 + 1
            if !text.isEmpty { text += group }
            text += localized(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return text
    }
}
