/// A card on its way to a member: old card in, print, read back, switch. Every step is on disk before the next begins.
public struct CardJob: Sendable, Hashable, Codable {
    /// Why a card is made.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case firstIssue = "first_issue"
        case exchange
        case reissue
    }

    /// Where the job stands. Names follow UnifiedPOS PointCardRW where it has one.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// The old card is still with the member.
        case awaitingOldCard = "awaiting_old_card"
        /// A card may be printed.
        case readyToPrint = "ready_to_print"
        /// Bytes are on their way to the printer, or were when the process died.
        case printing
        /// The printer has, or may have, printed; the card has to be read back.
        case printed
        /// Read back; the number has switched.
        case done
        case cancelled
    }

    /// Why the old card need not be handed in.
    public enum Exception: String, Sendable, Codable, CaseIterable {
        case lost
        case damaged
        case neverIssued = "never_issued"
    }

    /// Which job.
    public let id: CardJobID
    /// For whom.
    public let member: MemberID
    /// Why.
    public let kind: Kind
    /// The tier printed on the new card.
    public let tier: TierID
    /// The card to hand in and retire; nil for a first issue.
    public let oldCard: CardNumber?
    /// The number being printed.
    public let newCard: CardNumber
    /// Where it stands.
    public var state: State
    /// Why no old card came in, and who allowed it.
    public var exception: Exception?
    /// Who allowed the exception.
    public var allowedBy: String?
    /// How often a print was begun.
    public var prints: Int
    /// What the printer said last, in its stable key; nil when nothing is wrong.
    public var trouble: String?
    /// When the finished card was handed to the customer (SA-02); nil before, and where nobody records it.
    public var handedOverAt: Instant?
    /// Who handed it over.
    public var handedOverBy: String?
    /// When it was begun.
    public let openedAt: Instant
    /// When it last moved.
    public var changedAt: Instant

    /// A job as it begins.
    public init(
        id: CardJobID, member: MemberID, kind: Kind, tier: TierID, oldCard: CardNumber?, newCard: CardNumber, state: State, openedAt: Instant
    ) {
        self.id = id
        self.member = member
        self.kind = kind
        self.tier = tier
        self.oldCard = oldCard
        self.newCard = newCard
        self.state = state
        self.prints = 0
        self.openedAt = openedAt
        self.changedAt = openedAt
    }

    /// Whether nothing more will happen.
    public var isOver: Bool { state == .done || state == .cancelled }
}
