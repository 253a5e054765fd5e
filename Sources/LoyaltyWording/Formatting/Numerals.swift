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
    func whole(_ number: Int) -> String { wrapped(figures(number)) }

    /// An amount in minor units with exactly `places` decimals, 0 and up: 49900 with two is 499.00.
    func fixed(_ minor: Int, places: Int) -> String { wrapped(figures(minor, places: places)) }

    /// Millionths as a number of per cent with no more decimals than it needs: 12 500 is 1.25 %.
    func percent(millionths: Int) -> String { wrapped(trimmed(millionths, places: 4) + percentSign) }

    /// A decimal number with no more decimals than it needs, outside any isolate: 95 with one place is 9.5.
    func trimmed(_ number: Int, places: Int) -> String {
        var (number, places) = (number, max(0, places))
        while places > 0, number.isMultiple(of: 10) { (number, places) = (number / 10, places - 1) }
        return figures(number, places: places)
    }

    /// ASCII digits in the language's own; every other character stays.
    func localized(_ text: String) -> String {
        if zero == "0" { return text }
        var localized = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            localized.append(isDigit ? digit(UInt(scalar.value - 0x30)) : scalar)
        }
        return String(localized)
    }

    /// A number among right-to-left words keeps its order.
    func wrapped(_ number: String) -> String { isIsolated ? Isolate.leftToRight(number) : number }

    private func digit(_ value: UInt) -> Unicode.Scalar { Unicode.Scalar(zero.value + UInt32(value)) ?? zero }

    /// The figures of a number, the last `places` of them decimals, those before them in groups of three.
    private func figures(_ number: Int, places: Int = 0) -> String {
        let places = max(0, places)
        // At most twenty figures, or as many as there are places and one more; the longest digit and the longest mark have four bytes each.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * (places + 28)) { room in
            var text = BackwardText(room)
            var rest = number.magnitude
            var count = 0
            while rest > 0 || count <= places {
                if count > places, (count - places).isMultiple(of: 3) { text.put(group) }
                if count > 0, count == places { text.put(point) }
                text.put(digit(rest % 10))
                rest /= 10
                count += 1
            }
            if number < 0 { text.put("\u{2212}") }
            return text.text
        }
    }
}

/// A text that is written from its end, as the figures of a number come.
private struct BackwardText {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private var start: Int

    init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
        start = room.count
    }

    var text: String { String(decoding: room[start...], as: UTF8.self) }

    mutating func put(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { return put(UInt8(scalar.value)) }
        for byte in UTF8.encode(scalar)?.reversed() ?? [] { put(byte) }
    }

    mutating func put(_ mark: String) {
        for byte in mark.utf8.reversed() { put(byte) }
    }

    private mutating func put(_ byte: UInt8) {
        start -= 1
        room[start] = byte
    }
}
