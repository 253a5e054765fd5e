/// A member's wish for a benefit that the club has to approve (KM-15 … KM-18).
public struct BenefitRequest: Sendable, Hashable, Codable {
    /// Where it stands.
    public enum State: String, Sendable, Codable {
        case requested
        /// The regional officer is examining it.
        case underReview = "under_review"
        case approved, refused
    }

    /// Who has to do something next: where it stands on the desk's lists.
    public enum Stage: String, Sendable, Codable, CaseIterable {
        case requested
        case underReview = "under_review"
        /// It is decided, and the customer does not know yet.
        case toTell = "to_tell"
        case told
    }

    /// What the dealer knows of the purchase; what is not given is for the examiner to find out.
    public struct Circumstances: Sendable, Hashable, Codable {
        /// The day on which delivery falls due.
        public var dueDate: Day?
        /// Whether the invitation to complete the purchase has been issued.
        public var invitation: Bool?
        /// Whether everything is paid.
        public var paidInFull: Bool?
        /// The scheme to register in.
        public var scheme: Scheme?
        /// The first day of the time announced to the customer.
        public var announcedFrom: Day?
        /// The last day of it.
        public var announcedThrough: Day?

        enum CodingKeys: String, CodingKey {
            case invitation, scheme
            case dueDate = "due_date"
            case paidInFull = "paid_in_full"
            case announcedFrom = "announced_from"
            case announcedThrough = "announced_through"
        }

        /// What the dealer knows.
        public init(
            dueDate: Day? = nil, invitation: Bool? = nil, paidInFull: Bool? = nil, scheme: Scheme? = nil, announcedFrom: Day? = nil,
            announcedThrough: Day? = nil
        ) {
            self.dueDate = dueDate
            self.invitation = invitation
            self.paidInFull = paidInFull
            self.scheme = scheme
            self.announcedFrom = announcedFrom
            self.announcedThrough = announcedThrough
        }
    }

    /// A sales scheme.
    public struct Scheme: Sendable, Hashable, Codable {
        /// Its name.
        public var name: String?
        /// Whether its registration capacity is filled, as the dealer sees it (A-KM-9).
        public var capacityFilled: Bool?

        enum CodingKeys: String, CodingKey {
            case name
            case capacityFilled = "capacity_filled"
        }

        /// A scheme.
        public init(name: String?, capacityFilled: Bool?) {
            self.name = name
            self.capacityFilled = capacityFilled
        }
    }

    /// The till's or desk's number of it.
    public let id: RequestID
    /// Whose wish.
    public let member: MemberID
    /// For what.
    public let benefit: BenefitID
    /// When it was made.
    public let at: Instant
    /// What the dealer knows; nil where nothing was said.
    public let circumstances: Circumstances?
    /// Where it stands.
    public var state: State
    /// When it was decided; nil before.
    public var decidedAt: Instant?
    /// Who decided.
    public var decidedBy: String?
    /// Why it was decided so, in the words the customer is told; nil where nobody gave any.
    public var reason: String?
    /// When the customer was told the result; nil before.
    public var toldAt: Instant?
    /// Who told it.
    public var toldBy: String?

    /// A request as it is made.
    public init(id: RequestID, member: MemberID, benefit: BenefitID, at: Instant, circumstances: Circumstances? = nil) {
        self.id = id
        self.member = member
        self.benefit = benefit
        self.at = at
        self.circumstances = circumstances
        self.state = .requested
    }

    /// Where it stands on the desk's lists.
    public var stage: Stage {
        switch state {
        case .requested: .requested
        case .underReview: .underReview
        case .approved, .refused: toldAt == nil ? .toTell : .told
        }
    }
}
