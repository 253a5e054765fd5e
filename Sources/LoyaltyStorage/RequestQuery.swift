public import LoyaltyModel

/// Which benefit requests; every part that is given narrows the answer.
public struct RequestQuery: Sendable, Hashable {
    /// Where they stand.
    public let stages: Set<BenefitRequest.Stage>
    /// Whose.
    public let member: MemberID?
    /// Whether the one entered last comes first.
    public let newestFirst: Bool
    /// Those that come after this one; none where there is no such request.
    public let after: RequestID?
    /// At most so many.
    public let limit: Int

    /// Requests at these stages.
    public init(
        _ stages: Set<BenefitRequest.Stage> = Set(BenefitRequest.Stage.allCases), member: MemberID? = nil, newestFirst: Bool = false,
        after: RequestID? = nil, limit: Int
    ) {
        self.stages = stages
        self.member = member
        self.newestFirst = newestFirst
        self.after = after
        self.limit = limit
    }
}
