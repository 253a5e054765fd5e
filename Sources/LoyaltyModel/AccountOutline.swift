/// What a member's past comes to, for the next ticket in order of time: pricing and posting it then take the same time after ten years as after a day.
///
/// It is made from the whole account, carried on sale by sale, and never written to disk. It stands under one table only, and a store forgets it with
/// every change of the account that did not go through it: what it cannot answer is asked of the whole account.
public struct AccountOutline: Sendable, Hashable {
    /// Points of a sale that may have to wait before they can be spent.
    public struct Waiting: Sendable, Hashable {
        /// The day of the sale.
        public let day: Day
        /// What still stands of them.
        public let points: Points

        /// Points of a day.
        public init(day: Day, points: Points) {
            self.day = day
            self.points = points
        }
    }

    /// A ticket with the register it was rung up at.
    public struct Placed: Sendable, Hashable {
        /// The till's number of the ticket.
        public let ticket: TicketID
        /// Where.
        public let register: String
        /// When.
        public let at: Instant

        /// A ticket with its register.
        public init(ticket: TicketID, register: String, at: Instant) {
            self.ticket = ticket
            self.register = register
            self.at = at
        }
    }

    /// The table it was made under.
    public let programme: ProgrammeVersion
    /// The member.
    public let member: Member
    /// Deposits, fees, gifts and corrections, in the order they were entered.
    public let dealings: [Dealing]
    /// The balance.
    public var points: Points
    /// Money on deposit.
    public var storedValue: Money
    /// The latest moment that anything in it counts from or was entered at.
    public var last: Instant
    /// The day on which the next deduction falls due if nothing more happens; nil when none does.
    public var due: Day?
    /// How many purchases have a place in the order that earns.
    public var counted: Int
    /// What recent sales earned, where points wait before they can be spent.
    public var waiting: [Waiting]
    /// What was bought by agreement year, where a tier hangs on it.
    public var purchases: [Int: Money]
    /// The first ticket that has not come back whole.
    public var firstTicket: TicketID?
    /// Whether there is another one.
    public var hasMoreTickets: Bool
    /// The last two tickets with a register, oldest first.
    public var placed: [Placed]
    /// Whether points paid for part of any ticket.
    public var hasRedeemed: Bool
    /// The member's cards in the order they were made; nil while nobody has looked.
    public var cards: [Card]?

    /// An outline from its parts.
    public init(
        programme: ProgrammeVersion, member: Member, dealings: [Dealing], points: Points, storedValue: Money, last: Instant, due: Day?, counted: Int,
        waiting: [Waiting], purchases: [Int: Money], firstTicket: TicketID?, hasMoreTickets: Bool, placed: [Placed],
        hasRedeemed: Bool
    ) {
        self.programme = programme
        self.member = member
        self.dealings = dealings
        self.points = points
        self.storedValue = storedValue
        self.last = last
        self.due = due
        self.counted = counted
        self.waiting = waiting
        self.purchases = purchases
        self.firstTicket = firstTicket
        self.hasMoreTickets = hasMoreTickets
        self.placed = placed
        self.hasRedeemed = hasRedeemed
    }
}
