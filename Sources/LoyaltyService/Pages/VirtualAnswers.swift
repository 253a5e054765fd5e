import LoyaltyModel
import LoyaltyStorage

/// What lies on a counter of virtual devices.
struct VirtualStateAnswer: Encodable {
    let plugged: [String: Bool]
    let printer: [String]
    let sheets: Int
    let cards: [VirtualCard]
}

/// A card somebody may swipe.
struct VirtualCard: Encodable, Sendable {
    /// Members shown at most: a counter for trying things out.
    private static let mostMembers = 100

    let member: MemberID
    let name: String?
    /// The last digits behind a mark.
    let card: String
    let tier: TierID
    let state: Card.State

    static func all(in view: any StoreView) throws -> [VirtualCard] {
        try view.members(after: nil, limit: mostMembers).flatMap { id in
            let name = try view.member(id)?.profile.name
            return try view.cards(of: id).map { VirtualCard(member: id, name: name, card: $0.number.description, tier: $0.tier, state: $0.state) }
        }
    }
}

/// Something hands do at the counter.
struct VirtualAct: Decodable {
    enum Kind: String, Decodable {
        case swipe, scan, draw, printer
        case swipePaymentCard = "swipe_payment_card"
        case swipeTorn = "swipe_torn"
        case plugIn = "plug_in"
        case pullOut = "pull_out"
    }

    /// A made-up card in the layout of a bank's (ISO/IEC 7813, format B): first digit 9, nobody's number.
    static let paymentTrack1 = "B9999000000000001^SAMPLE/CARD^30121010000000000000"
    static let paymentTrack2 = "9999000000000001=30121010000000000"

    let kind: Kind
    let member: MemberID?
    let card: String?
    /// What a card says that is no member's, in place of one of theirs.
    let code: String?
    let device: VirtualDevice?
    let condition: String?
    let holds: Bool?
    /// Bytes after which the paper ends, in place of at once.
    let after: Int?

    enum CodingKeys: String, CodingKey {
        case member, card, code, device, condition, holds, after
        case kind = "do"
    }
}
