import LoyaltyModel
import LoyaltyStorage

/// What the journal comes to, by month: kept up as links are added, so that nothing is read twice.
///
/// Everything is booked on the day it was entered: a month that is over does not change any more.
public struct JournalFigures: Sendable {
    /// What one rule took off, less what came back.
    struct RuleDiscount: Sendable, Hashable {
        var lines = 0
        var amount = 0
    }

    /// Cards of one kind.
    struct Cards: Sendable, Hashable {
        var begun = 0
        var done = 0
        var cancelled = 0
        var spoiled = 0
    }

    /// A sale that was paid for with points or from a deposit, and came back.
    struct PaidBack: Sendable, Hashable {
        let at: Instant
        let ticket: TicketID
        let member: MemberID?
        let soldAt: Instant
        let points: Int
        let deposit: Int
        let cashier: String?
    }

    /// The number of the link that is read next.
    public private(set) var next = 1
    private(set) var moved: [ClubMonth: [MoveKind: Int]] = [:]
    private(set) var discounts: [ClubMonth: [RuleID: RuleDiscount]] = [:]
    private(set) var cards: [ClubMonth: [CardJob.Kind: Cards]] = [:]
    private(set) var paidBack: [PaidBack] = []
    private(set) var habits: CardHabits
    private let calendar: ClubCalendar
    /// How many units of each line had come back before the link that is read, of tickets of which anything has.
    private var returned: [TicketID: [LineID: Int]] = [:]

    /// Nothing read yet.
    init(calendar: ClubCalendar) {
        self.calendar = calendar
        habits = CardHabits(calendar: calendar)
    }

    /// Takes the next link of the journal.
    mutating func take(_ record: Record, in view: any StoreView) throws {
        next = record.number + 1
        let month = ClubMonth(of: calendar.day(of: record.at), in: calendar)
        for entry in record.entries { moved[month, default: [:]][entry.kind, default: 0].addClamped(entry.amount) }
        switch record.fact {
        case .sold(let sale):
            for line in sale.lines { book(line.adjustments, in: month) }
            habits.take(sale, by: record.by?.access.rawValue)
        case .returned(let ticket, let lines):
            if let sale = try view.sale(ticket) {
                giveBack(sale, Dictionary(lines.map { ($0.id, $0.quantity) }, uniquingKeysWith: +), record, month)
            }
        case .voided(let ticket):
            if let sale = try view.sale(ticket) { giveBack(sale, Dictionary(uniqueKeysWithValues: sale.lines.map { ($0.id, $0.quantity) }), record, month) }
        case .cardJobChanged(let id, _, let state, _):
            if let job = try view.cardJob(id) { book(job, state, record.at, month) }
        default: break
        }
    }

    private mutating func book(_ adjustments: [Adjustment], in month: ClubMonth) {
        for adjustment in adjustments {
            discounts[month, default: [:]][adjustment.rule, default: RuleDiscount()].amount.addClamped(0.clampedSubtracting(adjustment.amount.minor))
            discounts[month, default: [:]][adjustment.rule, default: RuleDiscount()].lines += adjustment.amount.minor < 0 ? 1 : 0
        }
    }

    private mutating func giveBack(_ sale: Sale, _ units: [LineID: Int], _ record: Record, _ month: ClubMonth) {
        var back = Money.zero
        var points = 0
        for line in sale.lines {
            guard let units = units[line.id] else { continue }
            var before = line
            before.returned = returned[sale.ticket]?[line.id] ?? 0
            let mirrored = before.mirror(upTo: min(line.quantity, before.returned + units))
            book(mirrored.adjustments, in: month)
            back += mirrored.net
            if let paid = line.redemption?.points {
                points += (paid.share(before.returned + units, of: line.quantity) - paid.share(before.returned, of: line.quantity)).count
            }
            returned[sale.ticket, default: [:]][line.id] = before.returned + units
        }
        guard points > 0 || sale.paidFrom != nil else { return }
        paidBack.append(
            PaidBack(
                at: record.at, ticket: sale.ticket, member: sale.member, soldAt: sale.at, points: points,
                deposit: sale.paidFrom == nil ? 0 : 0.clampedSubtracting(back.minor), cashier: sale.place?.cashier))
    }

    private mutating func book(_ job: CardJob, _ state: CardJob.State, _ at: Instant, _ month: ClubMonth) {
        var counts = cards[month]?[job.kind] ?? Cards()
        if job.openedAt == at { counts.begun += 1 }
        switch state {
        case .done: counts.done += 1
        case .cancelled: counts.cancelled += 1
        case .spoiled: counts.spoiled += 1
        case .awaitingOldCard, .readyToPrint, .printing, .printed: break
        }
        cards[month, default: [:]][job.kind] = counts
    }
}

extension Int {
    /// Adds, or stays at the nearest number there is.
    mutating func addClamped(_ other: Int) { self = clampedAdding(other) }
}
