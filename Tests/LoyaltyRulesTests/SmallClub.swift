import Foundation
import LoyaltyModel
import LoyaltyRules

/// A made-up club: every part can be put in its place, and nothing is there that a test does not name.
enum SmallClub {
    static func make(_ furnish: (inout Programme) -> Void = { _ in }) throws -> ProgrammeBook {
        let numbers = try required(NumberScheme(prefix: "9099", length: 16))
        let zone = try required(TimeZone(identifier: "Asia/Tehran"))
        let tiers = [("low", 0), ("middle", 1000), ("high", 2500)].map { name, points in
            TierLadder.Tier(id: TierID(name), name: Wording(["en": name]), rule: "XX-1", points: .known(Points(points)))
        }
        var programme = Programme(
            id: "xx", version: "xx 2020-01-01 00000000", effective: Day(serial: 0), name: Wording(["en": "XX"]), language: .english, source: "made up",
            calendar: ClubCalendar(system: .iranian, zone: zone), currency: Currency(code: "IRR", minorDigits: 0), numbers: numbers, membership: Membership(),
            ladder: TierLadder(tiers: tiers, belowFirst: Wording(["en": "none"])), earning: EarningTable())
        furnish(&programme)
        return ProgrammeBook(current: programme)
    }

    /// The published blocks of the dental club, in both readings (TI-10 … TI-13, A-TI-1).
    static func ladder(startsMonth: Int = 1, posting: InactivityLadder.Posting = .monthlyArrears) -> InactivityLadder {
        let blocks = [("TI-10", 25), ("TI-11", 40), ("TI-12", 90), ("TI-13", 200)].map { rule, points in
            InactivityLadder.Block(rule: RuleID(rule), months: 6, points: Points(points))
        }
        return InactivityLadder(graceMonths: 6, firstBlockStartsMonth: startsMonth, blocks: blocks, posting: posting, categories: ["service"])
    }

    /// A member of 1400/01/01 (21 March 2021), noon in Tehran.
    static func member(points: Int = 0, at text: String = "2021-03-21T12:00:00+03:30") throws -> MemberAccount {
        let joined = try instant(text)
        var account = MemberAccount(member: Member(id: "A", profile: Profile(name: "A. B."), enrolment: Enrolment(at: joined)))
        if points != 0 {
            account.dealings = [Dealing(id: "start", member: "A", at: joined, kind: .adjustment(Points(points), reason: "start"))]
        }
        return account
    }

    /// A service with its points.
    static func service(_ ticket: String, at text: String, entered: String? = nil, earns points: Int = 0, category: CategoryID = "service") throws -> Sale {
        let line = SoldLine(
            id: "1", sku: "x", category: category, flags: [], quantity: 2, list: Money(minor: 1000), adjustments: [], rounding: .price,
            earning: points == 0 ? nil : Earning(rule: "XX-2", points: Points(points), text: Phrase(.pointsForSpend)))
        return Sale(
            ticket: TicketID(ticket), member: "A", at: try instant(entered ?? text), occurredAt: try instant(text), programme: "xx 2020-01-01 00000000",
            tier: "low", lines: [line], approval: nil)
    }

    static func instant(_ text: String) throws -> Instant { try required(Instant(text)) }
    static func day(_ text: String) throws -> Day { try required(Day(text)) }

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw MadeUpWrong() }
        return value
    }

    struct MadeUpWrong: Error {}
}

extension MemberAccount {
    /// Posts what has fallen due, as the desk does, and says which entries that took.
    mutating func catchUp(_ book: ProgrammeBook, at instant: Instant) -> [EntryDraft] {
        let drafts = reconciliation(under: book, at: instant, cause: nil)
        for draft in drafts {
            var move = posted[draft.key] ?? PostedMove(amount: 0, kind: draft.kind, rule: draft.rule, entry: "1.0")
            move.amount += draft.amount
            if draft.corrects == nil { move.rule = draft.rule }
            posted[draft.key] = move
        }
        return drafts
    }
}
