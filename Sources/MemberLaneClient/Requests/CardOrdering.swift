/// A card to be made.
public struct CardOrdering: Codable, Sendable, Hashable {
    /// For whom, by account.
    public var member: String
    /// `first_issue`, `exchange` or `reissue`.
    public var kind: String
    /// Why a card of the same tier is made, such as `lost`; needed for a reissue.
    public var reason: String?
    /// Why no old card comes in, such as `lost`; needs ``allowedBy``.
    public var exception: String?
    /// Who allows the exception.
    public var allowedBy: String?
    /// Who asks for it.
    public var by: String?

    enum CodingKeys: String, CodingKey {
        case member, kind, reason, exception, by
        case allowedBy = "allowed_by"
    }

    /// A card to be made.
    public init(member: String, kind: String, reason: String? = nil, exception: String? = nil, allowedBy: String? = nil, by: String? = nil) {
        self.member = member
        self.kind = kind
        self.reason = reason
        self.exception = exception
        self.allowedBy = allowedBy
        self.by = by
    }
}

/// A card that comes in at the card desk: the old one, or the new one read back.
public struct PresentedCard: Codable, Sendable, Hashable {
    /// What was swiped, scanned or keyed, or the `presented` name of an event; nil with an ``exception``.
    public var value: String?
    /// How.
    public var entry: CardEntry?
    /// Why no old card comes in; needs ``allowedBy``.
    public var exception: String?
    /// Who allows the exception, or that the number is keyed.
    public var allowedBy: String?
    /// Who took the card.
    public var by: String?

    enum CodingKeys: String, CodingKey {
        case value, entry, exception, by
        case allowedBy = "allowed_by"
    }

    /// A card that was read.
    public init(_ value: String, entry: CardEntry, allowedBy: String? = nil, by: String? = nil) {
        self.value = value
        self.entry = entry
        self.allowedBy = allowedBy
        self.by = by
    }

    /// An old card that does not come in.
    public init(exception: String, allowedBy: String, by: String? = nil) {
        self.exception = exception
        self.allowedBy = allowedBy
        self.by = by
    }
}
