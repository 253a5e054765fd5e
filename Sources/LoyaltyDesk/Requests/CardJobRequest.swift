public import LoyaltyModel

/// A card to be made.
public struct CardJobRequest: Codable, Sendable, Hashable {
    /// For whom.
    public var member: MemberID
    /// Why.
    public var kind: CardJob.Kind
    /// Why no old card comes in; needs `allowedBy`.
    public var exception: CardJob.Exception?
    /// Who allows the exception.
    public var allowedBy: String?

    enum CodingKeys: String, CodingKey {
        case member, kind, exception
        case allowedBy = "allowed_by"
    }

    /// A card to be made.
    public init(member: MemberID, kind: CardJob.Kind, exception: CardJob.Exception? = nil, allowedBy: String? = nil) {
        self.member = member
        self.kind = kind
        self.exception = exception
        self.allowedBy = allowedBy
    }
}

/// The old card as it came in, or why it does not.
public struct OldCardRequest: Codable, Sendable, Hashable {
    /// What was swiped, scanned or keyed.
    public var value: String?
    /// How.
    public var entry: CardEntry?
    /// Why no old card comes in; needs `allowedBy`.
    public var exception: CardJob.Exception?
    /// Who allows the exception.
    public var allowedBy: String?

    enum CodingKeys: String, CodingKey {
        case value, entry, exception
        case allowedBy = "allowed_by"
    }

    /// The old card, or an exception.
    public init(value: String? = nil, entry: CardEntry? = nil, exception: CardJob.Exception? = nil, allowedBy: String? = nil) {
        self.value = value
        self.entry = entry
        self.exception = exception
        self.allowedBy = allowedBy
    }
}
