public import LoyaltyModel

/// A card to be made.
public struct CardJobRequest: Codable, Sendable, Hashable {
    /// For whom.
    public var member: MemberID
    /// Why.
    public var kind: CardJob.Kind
    /// Why a card of the same tier is made; needed for a reissue, unless `exception` says it.
    public var reason: CardJob.Reason?
    /// Why no old card comes in; needs `allowedBy`.
    public var exception: CardJob.Exception?
    /// Who allows the exception.
    public var allowedBy: String?
    /// Who asks for it.
    public var by: String?

    enum CodingKeys: String, CodingKey {
        case member, kind, reason, exception, by
        case allowedBy = "allowed_by"
    }

    /// A card to be made.
    public init(
        member: MemberID, kind: CardJob.Kind, reason: CardJob.Reason? = nil, exception: CardJob.Exception? = nil, allowedBy: String? = nil, by: String? = nil
    ) {
        self.member = member
        self.kind = kind
        self.reason = reason
        self.exception = exception
        self.allowedBy = allowedBy
        self.by = by
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
    /// Who took the card.
    public var by: String?

    enum CodingKeys: String, CodingKey {
        case value, entry, exception, by
        case allowedBy = "allowed_by"
    }

    /// The old card, or an exception.
    public init(value: String? = nil, entry: CardEntry? = nil, exception: CardJob.Exception? = nil, allowedBy: String? = nil, by: String? = nil) {
        self.value = value
        self.entry = entry
        self.exception = exception
        self.allowedBy = allowedBy
        self.by = by
    }
}

/// The new card as it was read back.
public struct ReadBackRequest: Codable, Sendable, Hashable {
    /// What was swiped or scanned.
    public var value: String
    /// How; `keyed` needs `allowedBy`, since a number can be typed without the card.
    public var entry: CardEntry
    /// Who allows the number to be typed, where no reader works.
    public var allowedBy: String?
    /// Who read it back.
    public var by: String?

    enum CodingKeys: String, CodingKey {
        case value, entry, by
        case allowedBy = "allowed_by"
    }

    /// A card that was read back.
    public init(value: String, entry: CardEntry, allowedBy: String? = nil, by: String? = nil) {
        self.value = value
        self.entry = entry
        self.allowedBy = allowedBy
        self.by = by
    }
}
