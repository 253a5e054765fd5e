/// A card on its way to a member: old card in, print, read back, switch. Every step is on disk before the next begins.
///
/// What may follow what is `CardCourse`'s to say; this is the record of one job.
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
        /// A print was broken off: what came out is waste, and its number is never used.
        case spoiled
        /// The printer has, or may have, printed; the card has to be read back.
        case printed
        /// Read back; the number has switched.
        case done
        case cancelled
    }

    /// Why the old card need not be handed in.
    public enum Exception: String, Sendable, Codable, CaseIterable {
        case lost
        /// Destroyed, or beyond reading.
        case damaged
        case neverIssued = "never_issued"
    }

    /// Why a card of the same tier is made anew.
    public enum Reason: String, Sendable, Codable, CaseIterable {
        case lost
        case damaged
        case neverIssued = "never_issued"
        /// The card came out of the printer wrong and was handed over all the same.
        case printerFault = "printer_fault"

        /// Whether the member pays for the material: never for what the shop or its printer did (SA-09, A-SA-3).
        public var isCharged: Bool { self == .lost || self == .damaged }

        /// The reason that lies in why no old card comes in.
        public init(_ exception: Exception) {
            self =
                switch exception {
                case .lost: .lost
                case .damaged: .damaged
                case .neverIssued: .neverIssued
                }
        }
    }

    /// What was written on the stripe of the card that is being made.
    public struct Stripe: Sendable, Hashable, Codable {
        /// The tracks that hold data, 1 to 3; every one read back equal to what was sent.
        public let tracks: [Int]
        /// When.
        public let at: Instant

        /// A stripe as written.
        public init(tracks: [Int], at: Instant) {
            self.tracks = tracks
            self.at = at
        }
    }

    /// A step that was taken, and by whom (TI-15).
    public struct Step: Sendable, Hashable, Codable {
        /// Where the job stood afterwards.
        public let state: State
        /// When.
        public let at: Instant
        /// Who; nil where nobody was named.
        public let by: String?

        /// A step.
        public init(state: State, at: Instant, by: String?) {
            self.state = state
            self.at = at
            self.by = by
        }
    }

    /// Which job.
    public let id: CardJobID
    /// For whom.
    public let member: MemberID
    /// Why.
    public let kind: Kind
    /// The tier printed on the new card: the member's own when the print began.
    public var tier: TierID
    /// The card to hand in and retire; nil for a first issue.
    public let oldCard: CardNumber?
    /// The number being printed; another one as soon as a card with the number before may lie about.
    public var newCard: CardNumber
    /// Where it stands.
    public var state: State
    /// Why no old card came in, and who allowed it.
    public var exception: Exception?
    /// Who allowed the exception.
    public var allowedBy: String?
    /// Why a card of the same tier is made; nil for a first issue and an exchange.
    public var reason: Reason?
    /// How often a print was begun.
    public var prints: Int
    /// What is on the stripe of the card printed last; nil where nothing was written.
    public var stripe: Stripe?
    /// Who allowed the number to be typed in place of reading the card back; nil when a reader read it.
    public var typedAllowedBy: String?
    /// The steps so far, oldest first; nil in a job of before they were kept.
    public var steps: [Step]?
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
        id: CardJobID, member: MemberID, kind: Kind, tier: TierID, oldCard: CardNumber?, newCard: CardNumber, state: State, reason: Reason? = nil,
        openedAt: Instant
    ) {
        self.id = id
        self.member = member
        self.kind = kind
        self.tier = tier
        self.oldCard = oldCard
        self.newCard = newCard
        self.state = state
        self.reason = reason
        self.prints = 0
        self.openedAt = openedAt
        self.changedAt = openedAt
    }

    /// Whether nothing more will happen.
    public var isOver: Bool { state == .done || state == .cancelled }
}
