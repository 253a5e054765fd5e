import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import LoyaltyWording

extension Desk {
    /// The owner's figures. `figures` are those of the journal of this desk's store, kept up by a `FigureBook`.
    public func report(_ request: ReportRequest, _ figures: JournalFigures, _ context: DeskContext) async throws -> Report {
        let days = try request.days(today: day(of: context), in: programme.calendar)
        let sheet = ReportSheet(
            name: request.name, from: days.from, through: days.through, context: context, programme: programme,
            speech: Speech(context.language, programme: programme))
        return switch request.name {
        case .liability: try await liability(figures, sheet)
        case .members: try await membersByTier(sheet)
        case .points: sheet.points(figures)
        case .deposits: sheet.deposits(figures)
        case .discounts: sheet.discounts(figures)
        case .cardJobs: sheet.cardJobs(figures)
        case .greetings: try await greetings(sheet)
        case .busyCards: sheet.busyCards(figures)
        case .cardEntries: sheet.cardEntries(figures)
        case .cashiersCards: sheet.cashiersCards(figures)
        case .houseCards: sheet.houseCards(figures)
        case .paidBack: sheet.paidBack(figures)
        case .missing: sheet.missing()
        case .choices: sheet.choices()
        }
    }

    /// What the ledger says the club owes: every point and every coin that was posted and not taken back.
    private func liability(_ figures: JournalFigures, _ sheet: ReportSheet) async throws -> Report {
        let members = try await store.read { try $0.memberCount() }
        let points = figures.balance(of: .points, through: nil)
        var rows: [[Report.Cell]] = [
            [.text(sheet.label(.memberCount)), .count(members)], [.text(sheet.label(.pointsOwed)), .points(points)],
        ]
        if let value = programme.redemption?.value.value, let worth = points.multipliedOrNil(by: value.minor) {
            rows.append([.text(sheet.label(.pointsWorth)), .money(worth)])
        }
        if programme.storedValue != nil { rows.append([.text(sheet.label(.storedMoney)), .money(figures.balance(of: .money, through: nil))]) }
        return sheet.report(
            .officeLiability, Phrase(.noteLiability), [sheet.column("figure", .officeFigure, .text), sheet.column("value", .officeValue, .figure)], rows)
    }

    /// The members of each tier at the end of each month; of the month that is not over, now.
    private func membersByTier(_ sheet: ReportSheet) async throws -> Report {
        let months = sheet.months
        let calendar = programme.calendar
        let ends = months.map { month in
            let last = min(Day(serial: month.next(in: calendar).first.serial), Day(serial: sheet.through.serial + 1))
            return min(Instant(milliseconds: calendar.start(of: last).milliseconds - 1), sheet.context.at)
        }
        let tiers = [TierID.none] + programme.ladder.tiers.map(\.id)
        var counts = Array(repeating: [TierID: Int](), count: months.count)
        var last: MemberID?
        repeat {
            let after = last
            let (batch, next) = try await store.read { view in
                let accounts = try view.accounts(after: after, limit: 200)
                return (accounts.map { $0.tiers(at: ends, under: self.book) }, accounts.last?.member.id)
            }
            for member in batch {
                for (month, tier) in member.enumerated() { if let tier { counts[month][tier, default: 0] += 1 } }
            }
            last = next
            try Task.checkCancellation()
        } while last != nil
        let columns =
            [sheet.column("month", .officeMonth, .month)]
            + tiers.map { Report.Column($0.rawValue, sheet.speech(programme.ladder.name(of: $0)), .count) } + [sheet.column("all", .officeAll, .count)]
        let rows = zip(months, counts).map { month, counts in
            [Report.Cell.month(month)] + tiers.map { .count(counts[$0] ?? 0) } + [.count(counts.values.reduce(0, +))]
        }
        return sheet.report(.officeMembers, Phrase(.noteMembers), columns, rows)
    }

    /// How many messages are due, and were sent, on each day, by occasion.
    private func greetings(_ sheet: ReportSheet) async throws -> Report {
        let days = (sheet.from.serial...sheet.through.serial).map { Day(serial: $0) }
        let (sent, news) = try await store.read { view in
            (try view.documents(Notice.self, from: sheet.from, through: sheet.through), try view.documents(News.self, from: sheet.from, through: sheet.through))
        }
        let done = Set(sent.map(\.id))
        var due: [Day: [NoticeOccasion: Int]] = [:]
        var last: MemberID?
        repeat {
            let after = last
            let (batch, next) = try await store.read { view in
                let ids = try view.members(after: after, limit: 200)
                var found: [(Day, NoticeOccasion)] = []
                for member in try ids.compactMap({ try view.member($0) }) {
                    for day in days {
                        let notices = try self.due(to: member, on: day, news: news, at: sheet.context.at, in: view)
                        found += notices.filter { !done.contains($0.notice) }.map { (day, $0.occasion) }
                    }
                }
                return (found, ids.last)
            }
            for (day, occasion) in batch { due[day, default: [:]][occasion, default: 0] += 1 }
            last = next
            try Task.checkCancellation()
        } while last != nil
        let rows = days.flatMap { day in
            NoticeOccasion.allCases.compactMap { occasion -> [Report.Cell]? in
                let open = due[day]?[occasion] ?? 0
                let told = sent.count { $0.day == day && $0.occasion == occasion }
                return open + told == 0 ? nil : [.day(day), .text(sheet.label(ScreenKey(occasion))), .count(open), .count(told)]
            }
        }
        return sheet.report(
            .officeGreetings, Phrase(.noteGreetings),
            [
                sheet.column("day", .date, .day), sheet.column("occasion", .officeOccasion, .text), sheet.column("due", .officeDue, .count),
                sheet.column("sent", .officeSent, .count),
            ], rows)
    }
}

extension JournalFigures {
    /// What the members have of a kind by the end of a month; nil for now.
    func balance(of unit: Account.Unit, through month: ClubMonth?) -> Int {
        moved.reduce(0) { sum, entry in
            guard month.map({ entry.key <= $0 }) ?? true else { return sum }
            return entry.value.reduce(sum) { $1.key.unit == unit ? $0.clampedAdding($1.value) : $0 }
        }
    }
}
