/// A customer without a card whom the till knows by a number of its own, and what they answered when told of the club (TI-02).
public struct Visitor: Sendable, Hashable, Codable {
    /// The till's number.
    public let id: VisitorID
    /// When they asked not to be told again; nil while they may be.
    public var declinedForGoodAt: Instant?

    /// A customer.
    public init(id: VisitorID, declinedForGoodAt: Instant?) {
        self.id = id
        self.declinedForGoodAt = declinedForGoodAt
    }
}
