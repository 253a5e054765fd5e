/// A gift for points that somebody has chosen and not been given yet (SH-11): nothing is taken until it is handed out.
public struct GiftPromise: KeptDocument, Hashable {
    /// How far it has come.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case open
        case handedOver = "handed_over"
        case givenUp = "given_up"
    }

    /// Promises.
    public static let kind = DocumentKind.promise

    /// The number of it, which the handing out takes over.
    public let id: DealingID
    /// To whom.
    public let member: MemberID
    /// Which gift of the catalogue.
    public let gift: GiftID
    /// What it costs, by the table of the day it was promised.
    public let points: Points
    /// The ticket it goes with, where the till has named one.
    public let ticket: TicketID?
    /// When.
    public let at: Instant
    /// The club's day of that.
    public let day: Day
    /// How far it has come.
    public var state: State
    /// When it was handed out or given up.
    public var endedAt: Instant?

    /// A promise as it is made.
    public init(id: DealingID, member: MemberID, gift: GiftID, points: Points, ticket: TicketID?, at: Instant, day: Day) {
        self.id = id
        self.member = member
        self.gift = gift
        self.points = points
        self.ticket = ticket
        self.at = at
        self.day = day
        self.state = .open
    }

    /// To whom.
    public var owner: MemberID? { member }
    /// Whether it is still to be handed out.
    public var isOpen: Bool { state == .open }
}
