/// Where a ticket was rung up, by whom, and how the card was presented.
public struct Place: Sendable, Hashable, Codable {
    /// The till.
    public let register: String?
    /// Who sold.
    public let cashier: String?
    /// How the card was presented; nil where the member was named by account, or there was none.
    public let entry: CardEntry?

    /// A place.
    public init(register: String?, cashier: String?, entry: CardEntry?) {
        self.register = register
        self.cashier = cashier
        self.entry = entry
    }
}
