import Foundation
import LoyaltyModel
import LoyaltyRules

/// Quotes, moves and corrections of two made-up clubs, one that takes off and one that states what is paid, gathered as phrases.
enum RuleSpeech {
    struct SampleMissing: Error {}

    static func phrases() throws -> [Phrase] {
        let taking = ProgrammeBook(current: try club(discount: .off(OffRate(millionths: 20_000)), approval: "price"))
        let paying = ProgrammeBook(current: try club(discount: .pays(PayRate(millionths: 900_000)), approval: nil))
        return try quotes(taking, approvals: [.granted, .absent, .lacking(.approvalUndecided)]) + quotes(paying, approvals: [.absent]) + pointsSpeech(taking)
    }

    private static func quotes(_ book: ProgrammeBook, approvals: [Approval]) throws -> [Phrase] {
        let buyer = account(points: 500)
        let days = [try instant("2012-03-02T10:00:00Z"), try instant("2012-03-21T10:00:00Z"), try instant("2012-05-01T10:00:00Z")]
        var phrases: [Phrase] = []
        for day in days {
            let ticket = try ticket(at: day)
            for approval in approvals {
                let quote = try book.quote(ticket, for: buyer, approval: approval, at: day)
                phrases += quote.sayBefore + quote.notes.map(\.text)
                phrases += quote.sale.lines.flatMap { $0.adjustments.map(\.text) + [$0.earning?.text].compactMap { $0 } }
            }
            phrases += try book.quote(ticket, for: nil, approval: .absent, at: day).sayBefore
        }
        return phrases
    }

    private static func pointsSpeech(_ book: ProgrammeBook) throws -> [Phrase] {
        let day = try instant("2012-05-01T10:00:00Z")
        var buyer = account(points: 0)
        let waiting = buyer.standing(under: book, at: day)
        buyer.sales = [try book.quote(try ticket(at: day), for: buyer, approval: .granted, at: day).sale]
        let moves = buyer.reconciliation(under: book, at: day, cause: "T1")
        let risen = account(points: 500)
        let corrections = risen.reconciliation(under: book, at: day, cause: nil)
        let member = risen.member
        return (moves + corrections).map(\.text) + book.current.sayBefore(to: member, standing: waiting)
            + book.current.sayAfter(
                to: member, earned: Points(60), soldOn: book.current.calendar.day(of: day), before: waiting, after: risen.standing(under: book, at: day))
    }

    private static func account(points: Int) -> MemberAccount {
        let profile = Profile(name: "M. N.", birthday: Day(year: 1985, month: 3, day: 2))
        var member = Member(id: "A", profile: profile, enrolment: Enrolment(at: Instant(milliseconds: 0)))
        member.profileCompletedAt = Instant(milliseconds: 0)
        return MemberAccount(member: member, posted: points == 0 ? [:] : ["earlier": PostedMove(amount: points, kind: .earned, rule: "XX-1", entry: "1.0")])
    }

    private static func ticket(at instant: Instant) throws -> Ticket {
        let price = Money(minor: 20_000)
        let lines = [
            TicketLine(id: "1", sku: "x", category: "thing", quantity: 1, unitPrice: price, cost: Money(minor: 19_900), flags: ["direct"]),
            TicketLine(id: "2", sku: "x", category: "thing", quantity: 1, unitPrice: price, flags: ["direct"]),
            TicketLine(id: "3", sku: "x", category: "thing", quantity: 1, unitPrice: price, flags: ["special"]),
        ]
        return Ticket(id: "T1", occurredAt: instant, lines: lines.compactMap { $0 })
    }

    private static func club(discount: TierDiscount.Rate, approval: BenefitID?) throws -> Programme {
        guard let numbers = NumberScheme(prefix: "9001", length: 12), let zone = TimeZone(identifier: "UTC"), let start = Day("2011-03-21"),
            let festival = Day("2012-03-21")
        else { throw SampleMissing() }
        let gold = TierLadder.Tier(id: "gold", name: Wording(["en": "Gold"]), rule: "XX-2", points: .known(Points(100)))
        let spend = EarningTable.SpendRate(points: Points(1), per: Money(minor: 1000))
        return Programme(
            id: "xx", version: "xx 1", effective: start, name: Wording(["en": "Club"]), language: .english, source: "made up",
            calendar: ClubCalendar(system: .gregorian, zone: zone), currency: Currency(code: "XTS", minorDigits: 2), numbers: numbers,
            membership: Membership(waitsForPurchase: "XX-3"), ladder: TierLadder(tiers: [gold], belowFirst: Wording(["en": "none"])),
            earning: EarningTable(
                joining: EarningTable.Once(rule: "XX-4", points: Points(30)), profile: EarningTable.Once(rule: "XX-5", points: Points(30)),
                ordinal: OrdinalTable(
                    rows: [OrdinalTable.Row(rule: "XX-6", positions: 1...3, points: Points(60))], mode: .incremental, category: "thing",
                    countedFlags: ["direct"], flagRule: "XX-7", from: start, fromRule: "XX-7"),
                spend: EarningTable.Spend(rule: "XX-8", rate: .known(spend))),
            discount: TierDiscount(
                rows: [TierDiscount.Row(rule: "XX-9", tier: "gold", rate: discount)], excludedFlags: ["special"], exclusionRule: "XX-10",
                approval: approval, approvalRule: approval.map { _ in "XX-11" }),
            extra: ExtraDiscount(
                rule: "XX-12", rate: .known(PayRate(millionths: 950_000)),
                festivals: .known([ExtraDiscount.Festival(name: Wording(["en": "New year"]), day: festival)])),
            costFloor: "XX-13")
    }

    private static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else { throw SampleMissing() }
        return instant
    }
}
