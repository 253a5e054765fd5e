/// How a language writes numbers. Everything comes from integers; nothing is rounded.
struct Numerals: Sendable {
    /// The ten digits, 0 first.
    var digits = Array("0123456789")
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
        String(text.map { character in character.isASCII ? character.wholeNumberValue.map { digits[$0] } ?? character : character })
    }

    /// A number among right-to-left words keeps its order.
    func wrapped(_ number: String) -> String { isIsolated ? Isolate.leftToRight(number) : number }

    private func sign(_ number: Int) -> String { number < 0 ? "\u{2212}" : "" }

    private func split(_ magnitude: UInt, places: Int) -> (whole: String, decimals: String) {
        let figures = String(magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - figures.count)) + figures
        return (String(padded.dropLast(places)), String(padded.suffix(places)))
    }

    private func grouped(_ figures: String) -> String {
        var text = ""
        for (index, character) in localized(figures).enumerated() {
            if index > 0, (figures.count - index).isMultiple(of: 3) { text += group }
            text.append(character)
        }
        return text
    }
}
