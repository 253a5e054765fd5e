internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension Field {
    /// A whole number within `range`.
    func number(in range: ClosedRange<Int>, _ belongs: String) -> Int? {
        guard let text = text(belongs) else { return nil }
        guard case .value(let value) = ExactNumber(text, decimals: 0), range.contains(value) else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return value
    }

    /// A number of points.
    func points(_ belongs: String = "whole points, such as 30") -> Points? {
        number(in: 0...Points.most, belongs).map(Points.init)
    }

    /// An amount of money in major units with at most the currency's decimals: `10.00`.
    func money(_ currency: Currency) -> Money? {
        let belongs = "an amount in \(currency.code) with at most \(currency.minorDigits) decimals, such as \(currency.example)"
        guard let text = text(belongs) else { return nil }
        guard let money = Money(text, currency) else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return money
    }

    /// Points for money spent: `1 point / 10.00`.
    func spendRate(_ currency: Currency) -> EarningTable.SpendRate? {
        let belongs = "points per money spent, such as 1 point / \(currency.example)"
        guard let text = text(belongs) else { return nil }
        let sides = text.split(separator: "/").map(\.trimmed)
        let words = sides.first.map { $0.split(separator: " ") } ?? []
        guard sides.count == 2, words.count == 2, ["point", "points"].contains(words[1]), case .value(let points) = ExactNumber(words[0], decimals: 0),
            (1...Points.most).contains(points), let per = Money(sides[1], currency), per > .zero
        else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return EarningTable.SpendRate(points: Points(points), per: per)
    }
}

extension Points {
    /// The most that a table may name, so that no sum of them overflows.
    static let most = 1_000_000_000
}

extension Money {
    fileprivate init?(_ text: String, _ currency: Currency) {
        guard case .value(let minor) = ExactNumber(text, decimals: currency.minorDigits) else { return nil }
        self.init(minor: minor)
    }
}

extension Currency {
    /// Ten of it, as a table writes it.
    var example: String { example(10) }
    /// From ten to twenty of it.
    var exampleRange: String { "\(example(10))-\(example(20))" }

    /// So much of it, as a table writes it.
    func example(_ units: Int) -> String { minorDigits == 0 ? "\(units)" : "\(units)." + String(repeating: "0", count: minorDigits) }
}
