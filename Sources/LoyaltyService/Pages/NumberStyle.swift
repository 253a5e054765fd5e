import LoyaltyModel
import LoyaltyWording

/// How a language writes numbers and money, taken from what its catalogue makes of samples, so that pages write them the same way.
struct NumberStyle: Encodable {
    /// The ten digits, 0 first.
    let digits: String
    /// What stands between thousands.
    let group: String
    /// What stands before decimals.
    let point: String
    /// An amount of money, with `#` in place of its number.
    let money: String
    /// How many decimals the currency has.
    let decimals: Int

    init(_ catalogue: Catalogue, currency: Currency) {
        digits = catalogue.digits("0123456789")
        group = Self.sign(in: catalogue.format(111_111), catalogue)
        point = Self.sign(in: catalogue.format(Money(minor: 11), Currency(code: "", minorDigits: 1)), catalogue)
        let one = catalogue.digits("1")
        money = catalogue.format(Money(minor: 1), Currency(code: currency.code, minorDigits: 0)).split(separator: one, omittingEmptySubsequences: false)
            .joined(separator: "#")
        decimals = currency.minorDigits
    }

    /// What stands between the ones of a written sample.
    private static func sign(in sample: String, _ catalogue: Catalogue) -> String {
        let one = Character(catalogue.digits("1"))
        guard let first = sample.firstIndex(of: one), let last = sample.lastIndex(of: one) else { return "" }
        return String(sample[first...last].filter { $0 != one }.prefix(1))
    }
}
