import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// The reports that show a card that may not be its holder's. Members are named by their accounts, for the owner to look at; no name, no number.
extension ReportSheet {
    func busyCards(_ figures: JournalFigures) -> Report {
        let rows = figures.habits.busyDays.filter { (from...through).contains($0.time) }.reversed().map { kept -> [Report.Cell] in
            [.day(kept.time), .text(kept.member.rawValue)] + use(kept.use)
        }
        return report(
            .officeBusyCards, Phrase(.noteBusyCards, ["count": .count(CardHabits.busyDay)]),
            [column("day", .date, .day), column("member", .member, .text)] + useColumns, rows)
    }

    func houseCards(_ figures: JournalFigures) -> Report {
        let rows = months(figures).filter { $0.use.tickets >= CardHabits.busyMonth }.map { kept -> [Report.Cell] in
            [.month(kept.time), .text(kept.member.rawValue)] + use(kept.use)
        }
        return report(
            .officeHouseCards, Phrase(.noteHouseCards, ["count": .count(CardHabits.busyMonth)]),
            [column("month", .officeMonth, .month), column("member", .member, .text)] + useColumns, rows)
    }

    func cashiersCards(_ figures: JournalFigures) -> Report {
        let rows = months(figures).compactMap { kept -> [Report.Cell]? in
            let most = kept.use.cashiers.max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let most, most.value >= CardHabits.pairMonth, most.value * 5 >= kept.use.tickets * 4 else { return nil }
            return [
                .month(kept.time), .text(most.key), .text(kept.member.rawValue), .count(most.value), .share(most.value * 1000 / kept.use.tickets),
            ]
        }
        return report(
            .officeCashiersCards, Phrase(.noteCashiersCards, ["count": .count(CardHabits.pairMonth)]),
            [
                column("month", .officeMonth, .month), column("cashier", .officeCashier, .text), column("member", .member, .text),
                column("tickets", .officeTickets, .count), column("share", .officeShareOfCard, .share),
            ], rows)
    }

    func cardEntries(_ figures: JournalFigures) -> Report {
        var all: [String: CardHabits.Entries] = [:]
        for month in months {
            for (cashier, entries) in figures.habits.entries[month] ?? [:] { all[cashier, default: CardHabits.Entries()].add(entries) }
        }
        let rows = all.sorted { ($0.value.keyedShare, $1.key) > ($1.value.keyedShare, $0.key) }.map { cashier, entries -> [Report.Cell] in
            let read = { (entry: CardEntry) in Report.Cell.count(entries.read[entry] ?? 0) }
            return [
                .text(cashier.isEmpty ? label(.officeNobodyNamed) : cashier), read(.swiped), read(.scanned), read(.keyed), read(.phone), .count(entries.named),
                .count(entries.anonymous), .share(entries.keyedShare),
            ]
        }
        return report(
            .officeCardEntries, Phrase(.noteCardEntries),
            [
                column("cashier", .officeCashier, .text), column("swiped", .officeSwiped, .count), column("scanned", .officeScanned, .count),
                column("keyed", .officeKeyed, .count), column("phone", .officeByPhone, .count), column("named", .officeByAccount, .count),
                column("anonymous", .noCard, .count), column("keyed_share", .officeKeyedShare, .share),
            ], rows)
    }

    func paidBack(_ figures: JournalFigures) -> Report {
        let calendar = programme.calendar
        let rows = figures.paidBack.filter { holds($0.at) }.reversed().map { back -> [Report.Cell] in
            [
                .day(calendar.day(of: back.at)), .text(back.ticket.rawValue), .text(back.member?.rawValue ?? ""), .day(calendar.day(of: back.soldAt)),
                .points(back.points), .money(back.deposit), .text(back.cashier ?? ""),
            ]
        }
        return report(
            .officePaidBack, Phrase(.notePaidBack),
            [
                column("day", .date, .day), column("ticket", .ticketNumber, .text), column("member", .member, .text), column("sold", .officeSoldOn, .day),
                column("points", .officePointsBack, .points), column("deposit", .officeDepositBack, .money), column("cashier", .officeCashier, .text),
            ], rows)
    }

    private func months(_ figures: JournalFigures) -> [CardHabits.Kept<ClubMonth>] {
        let wanted = Set(months)
        return figures.habits.busyMonths.filter { wanted.contains($0.time) }
    }

    private var useColumns: [Report.Column] {
        [
            column("tickets", .officeTickets, .count), column("registers", .officeRegisters, .count), column("cashiers", .officeCashiers, .count),
            column("total", .total, .money),
        ]
    }

    private func use(_ use: CardHabits.Use) -> [Report.Cell] {
        [.count(use.tickets), .count(use.registers.count), .count(use.cashiers.count), .money(use.total)]
    }
}

extension CardHabits.Entries {
    fileprivate mutating func add(_ other: Self) {
        for (entry, count) in other.read { read[entry, default: 0] += count }
        named += other.named
        anonymous += other.anonymous
    }

    /// Of a thousand tickets with a card or a telephone number, those without the card itself; rounded down.
    fileprivate var keyedShare: Int {
        let all = read.values.reduce(0, +)
        return all == 0 ? 0 : ((read[.keyed] ?? 0) + (read[.phone] ?? 0)) * 1000 / all
    }
}
