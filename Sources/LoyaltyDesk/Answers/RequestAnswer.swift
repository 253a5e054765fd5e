public import LoyaltyModel
import LoyaltyRules

/// A benefit request as answers show it. The answer to a change holds nothing personal, for it is kept for a repeat.
public struct RequestAnswer: Codable, Sendable, Hashable {
    /// The desk's number of it.
    public let request: RequestID
    /// Whose wish.
    public let member: MemberID
    /// The member's name; only where a request is looked up.
    public var name: String?
    /// For what.
    public let benefit: BenefitID
    /// Its name in the reader's language; only where a request is looked up.
    public var benefitName: String?
    /// Where it stands.
    public let state: BenefitRequest.State
    /// When it was made.
    public let at: Instant
    /// The first day on which it may be asked for; absent where no day bounds it.
    public let mayAskFrom: Day?
    /// The last one, by which it is to be decided, too.
    public let decideBy: Day?
    /// What the dealer knows of the purchase; absent where nothing was said.
    public let circumstances: BenefitRequest.Circumstances?
    /// When it was decided.
    public let decidedAt: Instant?
    /// Who decided; only where a request is looked up.
    public var decidedBy: String?
    /// Why; only where a request is looked up.
    public var reason: String?
    /// When the customer was told the result.
    public let toldAt: Instant?
    /// Whom the dealer calls when something does not go right (KM-20); only in answers to staff.
    public let contact: String?

    enum CodingKeys: String, CodingKey {
        case request, member, name, benefit, state, at, circumstances, reason, contact
        case benefitName = "benefit_name"
        case mayAskFrom = "may_ask_from"
        case decideBy = "decide_by"
        case decidedAt = "decided_at"
        case decidedBy = "decided_by"
        case toldAt = "told_at"
    }

    init(_ request: BenefitRequest, window: RequestWindow, contact: String?) {
        self.request = request.id
        self.member = request.member
        self.benefit = request.benefit
        self.state = request.state
        self.at = request.at
        self.mayAskFrom = window.from
        self.decideBy = window.through
        self.circumstances = request.circumstances
        self.decidedAt = request.decidedAt
        self.toldAt = request.toldAt
        self.contact = contact
    }
}

/// Benefit requests of the desk's lists.
public struct RequestListAnswer: Codable, Sendable, Hashable {
    /// Those that wait oldest first, others newest first.
    public let requests: [RequestAnswer]
    /// What `after` has to be for those that follow; absent when there are no more.
    public let next: RequestID?
}
