import LoyaltyModel

/// How cards are used, for an owner who looks for a card that is not its holder's: the days and months that are over are kept in short.
struct CardHabits: Sendable {
    /// Tickets of one card in a day from which the day is kept.
    static let busyDay = 4
    /// Tickets of one card in a month from which the card is kept.
    static let busyMonth = 10
    /// Tickets of one card with one cashier in a month from which they are looked at together.
    static let pairMonth = 5
    /// Cards kept of each month, those used most.
    static let kept = 100

    /// A card's use in a stretch of time.
    struct Use: Sendable, Hashable {
        var tickets = 0
        var total = 0
        var registers: Set<String> = []
        var cashiers: [String: Int] = [:]

        mutating func add(_ sale: Sale, cashier: String?) {
            tickets += 1
            total.addClamped(sale.total.minor)
            if let register = sale.place?.register { registers.insert(register) }
            if let cashier { cashiers[cashier, default: 0] += 1 }
        }
    }

    /// A card's use on a day or in a month.
    struct Kept<Time: Sendable & Hashable>: Sendable, Hashable {
        let time: Time
        let member: MemberID
        let use: Use
    }

    /// How the cards of a cashier's tickets were presented.
    struct Entries: Sendable, Hashable {
        var read: [CardEntry: Int] = [:]
        /// Members chosen by account.
        var named = 0
        /// Tickets without a member.
        var anonymous = 0
    }

    private let calendar: ClubCalendar
    private var day: (day: Day, uses: [MemberID: Use])?
    private var month: (month: ClubMonth, uses: [MemberID: Use])?
    private var pastDays: [Kept<Day>] = []
    private var pastMonths: [Kept<ClubMonth>] = []
    private(set) var entries: [ClubMonth: [String: Entries]] = [:]

    init(calendar: ClubCalendar) { self.calendar = calendar }

    /// The days on which a card was used often, in order.
    var busyDays: [Kept<Day>] { pastDays + (day.map { Self.often($0.day, $0.uses, from: Self.busyDay) } ?? []) }
    /// The cards of each month that were used often or with one cashier, in order.
    var busyMonths: [Kept<ClubMonth>] { pastMonths + (month.map { Self.often($0.month, $0.uses, from: Self.pairMonth) } ?? []) }

    /// Takes the next sale; `access` is whose access it was sold with.
    mutating func take(_ sale: Sale, by access: String?) {
        let today = calendar.day(of: sale.at)
        let cashier = sale.place?.cashier ?? access
        turn(to: today)
        var counts = entries[ClubMonth(of: today, in: calendar)]?[cashier ?? ""] ?? Entries()
        if sale.member == nil { counts.anonymous += 1 } else if let entry = sale.place?.entry { counts.read[entry, default: 0] += 1 } else { counts.named += 1 }
        entries[ClubMonth(of: today, in: calendar), default: [:]][cashier ?? ""] = counts
        guard let member = sale.member else { return }
        day?.uses[member, default: Use()].add(sale, cashier: cashier)
        month?.uses[member, default: Use()].add(sale, cashier: cashier)
    }

    private mutating func turn(to today: Day) {
        if let day, day.day != today { pastDays += Self.often(day.day, day.uses, from: Self.busyDay) }
        if day?.day != today { day = (today, [:]) }
        let current = ClubMonth(of: today, in: calendar)
        if let month, month.month != current { pastMonths += Self.often(month.month, month.uses, from: Self.pairMonth) }
        if month?.month != current { month = (current, [:]) }
    }

    private static func often<Time>(_ time: Time, _ uses: [MemberID: Use], from least: Int) -> [Kept<Time>] {
        uses.filter { $0.value.tickets >= least }.map { Kept(time: time, member: $0.key, use: $0.value) }
            .sorted { ($1.use.tickets, $0.member) < ($0.use.tickets, $1.member) }.prefix(kept).map(\.self)
    }
}
