import LoyaltyModel

/// Money in Square's form: minor units, as the club's table counts them, with the currency's code.
struct SquareMoney: Codable, Hashable, Sendable {
    let amount: Money
    let currency: String

    init(_ amount: Money, _ currency: Currency) {
        self.amount = amount
        self.currency = currency.code
    }

    /// The amount, when it is in the club's money.
    func amount(in wanted: Currency, field: String) throws(Trouble) -> Money {
        guard currency == wanted.code else {
            throw Trouble(.fieldWrong, field: "\(field).currency", detail: "the club counts in \(wanted.code)")
        }
        return amount
    }
}
