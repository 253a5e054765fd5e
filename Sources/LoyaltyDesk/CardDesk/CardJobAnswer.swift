public import LoyaltyModel

/// A card job as answers show it.
public struct CardJobAnswer: Codable, Sendable, Hashable {
    /// Which job.
    public let job: CardJobID
    /// For whom.
    public let member: MemberID
    /// The member's name.
    public let name: String?
    /// Why.
    public let kind: CardJob.Kind
    /// Why a card of the same tier is made; only of a reissue.
    public let reason: CardJob.Reason?
    /// Where it stands.
    public let state: CardJob.State
    /// The tier printed on the new card.
    public let tier: TierAnswer
    /// The card to hand in, masked.
    public let oldCard: String?
    /// The number being printed, masked.
    public let newCard: String
    /// Why no old card came in.
    public let exception: CardJob.Exception?
    /// Who allowed that.
    public let allowedBy: String?
    /// How often a print was begun.
    public let prints: Int
    /// What the printer said last, in its stable key.
    public let trouble: String?
    /// The tracks that were written on the card printed last.
    public let stripe: [Int]?
    /// What a card made anew costs, for the till to add to its ticket once the job is done; absent where it costs nothing.
    public let fee: DealingAnswer.Line?
    /// What to do now, in the order of doing it.
    public let advice: [String]
    /// The calls that are possible now.
    public let next: [CardJobCall]
    /// When it was begun.
    public let openedAt: Instant
    /// When it last moved.
    public let changedAt: Instant
    /// When the finished card was handed to the customer.
    public let handedOverAt: Instant?

    enum CodingKeys: String, CodingKey {
        case job, member, name, kind, reason, state, tier, exception, prints, trouble, stripe, fee, advice, next
        case allowedBy = "allowed_by"
        case openedAt = "opened_at"
        case changedAt = "changed_at"
        case handedOverAt = "handed_over_at"
        case oldCard = "old_card"
        case newCard = "new_card"
    }
}

/// A call of the API that takes a card job further.
public enum CardJobCall: String, Codable, Sendable, CaseIterable {
    case oldCard = "old_card"
    /// The old card, with an exception in its place.
    case exception
    /// The old card, reported lost.
    case lost
    case print
    case stripe
    case verify
    case cancel
    case handOver = "hand_over"

    init?(_ event: CardCourse.Event) {
        switch event {
        case .oldCardIn: self = .oldCard
        case .oldCardMissing: self = .exception
        case .oldCardLost: self = .lost
        case .printBegan: self = .print
        case .stripeWritten: self = .stripe
        case .readBack: self = .verify
        case .givenUp: self = .cancel
        case .nothingOut, .spoiledOut, .cardOut: return nil
        }
    }
}
