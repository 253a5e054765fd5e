public import Foundation

/// A card that is being made.
public struct CardJob: Codable, Sendable, Hashable {
    /// Which job.
    public let job: String
    /// For whom.
    public let member: String
    /// The member's name.
    public let name: String?
    /// `first_issue`, `exchange` or `reissue`.
    public let kind: String
    /// Why a card of the same tier is made; only of a reissue.
    public let reason: String?
    /// Where it stands.
    public let state: String
    /// The tier printed on the new card.
    public let tier: Tier
    /// The card to hand in, masked.
    public let oldCard: String?
    /// The number being printed, masked.
    public let newCard: String
    /// Why no old card came in.
    public let exception: String?
    /// Who allowed that.
    public let allowedBy: String?
    /// How often a print was begun.
    public let prints: Int
    /// What the printer said last, in its stable key.
    public let trouble: String?
    /// The tracks that were written on the card printed last.
    public let stripe: [Int]?
    /// What a card made anew costs, for the till to add to its ticket once the job is done; nil where it costs nothing.
    public let fee: ReceiptLine?
    /// What to do now, in the order of doing it.
    public let advice: [String]
    /// The calls that are possible now, such as `print` or `verify`.
    public let next: [String]
    /// When it was begun.
    public let openedAt: Date
    /// When it last moved.
    public let changedAt: Date
    /// When the finished card was handed to the customer.
    public let handedOverAt: Date?
    /// How certain it is that the card came out, `confirmed` or `sent_unconfirmed`; only in the answer to a print.
    public let outcome: String?

    enum CodingKeys: String, CodingKey {
        case job, member, name, kind, reason, state, tier, exception, prints, trouble, stripe, fee, advice, next, outcome
        case allowedBy = "allowed_by"
        case openedAt = "opened_at"
        case changedAt = "changed_at"
        case handedOverAt = "handed_over_at"
        case oldCard = "old_card"
        case newCard = "new_card"
    }
}

/// What the till puts on its receipt.
public struct ReceiptLine: Codable, Sendable, Hashable {
    /// The row of the club's table.
    public let rule: String
    /// The words.
    public let text: String
    /// What is to be paid, minor units; zero for a gift.
    public let net: Int
    /// What it costs the shop, where that is known.
    public let cost: Int?
}

/// That the service is well, and what it works by.
public struct Health: Codable, Sendable, Hashable {
    /// `ok`.
    public let status: String
    /// The club.
    public let programme: String
    /// The table and settings in force.
    public let table: String
    /// Whether any figure comes from example settings.
    public let hasExampleFigures: Bool

    enum CodingKeys: String, CodingKey {
        case status, programme, table
        case hasExampleFigures = "example_figures"
    }
}
