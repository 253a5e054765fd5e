public import LoyaltyModel

/// The table in force and those that were: a sale is mirrored and ranked under the one it was made under (A-X-2).
public struct ProgrammeBook: Sendable {
    /// The table that prices a sale now.
    public let current: Programme
    private let earlier: [ProgrammeVersion: Programme]
    /// Whether any of the tables counts purchases by their order.
    let countsPurchases: Bool

    /// The table in force with those before it.
    public init(current: Programme, earlier: [Programme] = []) {
        self.current = current
        self.countsPurchases = ([current] + earlier).contains { $0.earning.ordinal != nil }
        self.earlier = Dictionary(earlier.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The tables that were in force before, in no order.
    public var earlierVersions: [Programme] { Array(earlier.values) }

    /// Whether the table in force has followed another, under which accounts were posted.
    public var hasFollowed: Bool { !earlier.isEmpty }

    /// The table that `sale` was made under; the one in force when that table is not kept any more.
    public func programme(of sale: Sale) -> Programme {
        sale.programme == current.version ? current : earlier[sale.programme] ?? current
    }
}
