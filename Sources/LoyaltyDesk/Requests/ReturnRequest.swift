public import LoyaltyModel

/// Units of a ticket that come back.
public struct ReturnRequest: Codable, Sendable, Hashable {
    /// How many units of which lines.
    public var lines: [ReturnedQuantity]

    /// Units that come back.
    public init(lines: [ReturnedQuantity]) { self.lines = lines }
}

/// What was swiped, scanned or keyed.
public struct IdentifyRequest: Codable, Sendable, Hashable {
    /// The number or code, or a telephone number.
    public var value: String
    /// How it was presented.
    public var entry: CardEntry

    /// Something to identify a member by.
    public init(value: String, entry: CardEntry) {
        self.value = value
        self.entry = entry
    }
}

/// A wish for a benefit.
public struct BenefitRequestRequest: Codable, Sendable, Hashable {
    /// The desk's number of the wish.
    public var request: RequestID
    /// Whose wish.
    public var member: MemberID
    /// For what.
    public var benefit: BenefitID

    /// A wish for a benefit.
    public init(request: RequestID, member: MemberID, benefit: BenefitID) {
        self.request = request
        self.member = member
        self.benefit = benefit
    }
}

/// The club's answer to a wish.
public struct DecisionRequest: Codable, Sendable, Hashable {
    /// Whether it agrees.
    public var approved: Bool
    /// Who decided.
    public var by: String?

    /// The club's answer.
    public init(approved: Bool, by: String? = nil) {
        self.approved = approved
        self.by = by
    }
}
