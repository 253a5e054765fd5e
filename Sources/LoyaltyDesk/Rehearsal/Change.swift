/// A whole number under the old table and under the new one.
public struct Change: Sendable, Hashable {
    /// Under the old table.
    public var before: Int
    /// Under the new table.
    public var after: Int

    /// A number under both.
    public init(_ before: Int = 0, _ after: Int = 0) {
        self.before = before
        self.after = after
    }

    /// What the new table adds, negative for what it takes.
    public var change: Int { after.clampedSubtracting(before) }

    /// Takes another one in; a sum beyond 64 bits stays at the limit.
    mutating func add(_ other: Change) {
        before = before.clampedAdding(other.before)
        after = after.clampedAdding(other.after)
    }
}

extension Change: Encodable {
    private enum CodingKeys: String, CodingKey {
        case before, after, change
    }

    /// Writes `{"before", "after", "change"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        try container.encode(change, forKey: .change)
    }
}

extension Int {
    /// The sum, or the nearest number there is.
    func clampedAdding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }

    /// The difference, or the nearest number there is.
    func clampedSubtracting(_ other: Int) -> Int {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }

    /// The product, or nil when there is none.
    func multipliedOrNil(by other: Int) -> Int? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }
}
