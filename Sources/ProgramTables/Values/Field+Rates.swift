internal import LoyaltyModel
internal import TableReading

extension Field {
    /// What is taken off a price: `1 %`, `۱٪`. A price paid (折) has no place here.
    func offRate() -> OffRate? {
        let belongs = "what is taken off, such as 1 %"
        guard let text = text(belongs) else { return nil }
        if text.hasSuffix("折") {
            note(.malformed, belongs: "what is taken off, in per cent; 折 says what is paid and belongs under pays:")
            return nil
        }
        return percent(text, belongs).map(OffRate.init(millionths:))
    }

    /// What is paid of a price: `9.5折` or `95 %`.
    func payRate() -> PayRate? {
        let belongs = "what is paid, such as 9.5折 or 95 %"
        guard let text = text(belongs) else { return nil }
        let millionths: Int?
        if text.hasSuffix("折") {
            millionths = steps(text.dropLast().trimmed, decimals: 5, most: 1_000_000, belongs, over: "at most 10折, the whole price; 95 % paid is 9.5折")
        } else {
            millionths = percent(text, belongs)
        }
        guard let millionths else { return nil }
        guard millionths > 0 else {
            note(.malformed, belongs: "more than nothing: a price of 0 is a gift, not a rate")
            return nil
        }
        return PayRate(millionths: millionths)
    }

    private func percent(_ text: String, _ belongs: String) -> Int? {
        guard let mark = text.last, "%٪％".contains(mark) else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return steps(text.dropLast().trimmed, decimals: 4, most: 1_000_000, belongs, over: "at most 100 %")
    }

    private func steps(_ text: String, decimals: Int, most: Int, _ belongs: String, over: String) -> Int? {
        switch ExactNumber(text, decimals: decimals) {
        case .value(let value) where value <= most: return value
        case .value, .tooLarge: note(.overHundred, belongs: over)
        case .tooFine: note(.malformed, belongs: "\(belongs), no finer than a millionth of the price")
        case .malformed: note(.malformed, belongs: belongs)
        }
        return nil
    }
}

extension StringProtocol {
    /// Without blanks at either end.
    var trimmed: String {
        let front = drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace }.reversed())
    }
}
