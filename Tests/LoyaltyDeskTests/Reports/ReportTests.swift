import Foundation
import FoundationXML
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

/// Small histories whose figures were worked out by hand.
@Suite("Reports")
struct ReportTests {
    private static let car = #"{"id":"1","sku":"x","category":"vehicle","quantity":1,"unit_price":1000000000,"flags":["direct"]}"#

    /// A car club in spring 2012: 1391-01 is 20 March to 19 April 2012.
    private func carClub() async throws -> Story {
        let story = try Story("km")
        // 30 for joining and 60 for the first car, both with that car: 21 March is 1391-01-02.
        try await story.enrol("A", at: "2012-03-21T10:00:00+03:30")
        try await story.sell("T1", to: "A", at: "2012-03-21T11:00:00+03:30", lines: Self.car, more: #","register":"1","cashier":"N","entry":"swiped""#)
        // 120 for the second: 21 April is 1391-02-02.
        try await story.sell("T2", to: "A", at: "2012-04-21T11:00:00+04:30", lines: Self.car, more: #","register":"1","cashier":"N","entry":"keyed""#)
        try await story.enrol("B", at: "2012-04-22T10:00:00+04:30")
        // The second car comes back in 1391-03, and A falls to bronze.
        try await story.takeBack("T2", #"{"id":"1","quantity":1}"#, at: "2012-05-25T11:00:00+04:30")
        return story
    }

    private func report(_ name: ReportName, _ story: Story, _ programme: Programme, at: String, from: String, through: String) async throws -> Report {
        let desk = Desk(store: story.store, book: ProgrammeBook(current: programme), codes: nil, serials: RandomSerials())
        let figures = try await FigureBook(store: story.store, calendar: programme.calendar).upToDate()
        let request = ReportRequest(name, from: Day(from), through: Day(through))
        return try await desk.report(request, figures, DeskContext(at: try #require(Instant(at)), language: .english))
    }

    private func km(_ name: ReportName, language: Language = .english) async throws -> Report {
        try await report(name, carClub(), ProgramTables.load("km"), at: "2012-06-01T00:00:00+04:30", from: "2012-03-20", through: "2012-06-01")
    }

    private func rows(_ report: Report) -> [String] { report.rows.map { row in row.map { report.text($0) }.joined(separator: " | ") } }

    @Test func `points are booked in the club's month in which they were entered, and the balance goes on`() async throws {
        #expect(try await rows(km(.points)) == ["1391-01 | 90 | 0 | 0 | 90", "1391-02 | 120 | 0 | 0 | 210", "1391-03 | −120 | 0 | 0 | 90"])
    }

    @Test func `members stand in the tier that today's facts give them for each month's end`() async throws {
        // The returned car counts as never sold once it is back; at the end of its own month it was still sold, but is known today to have come back.
        #expect(
            try await rows(km(.members)) == [
                "1391-01 | 0 | 1 | 0 | 0 | 0 | 1", "1391-02 | 1 | 1 | 0 | 0 | 0 | 2", "1391-03 | 1 | 1 | 0 | 0 | 0 | 2",
            ])
    }

    @Test func `the club owes what the ledger holds`() async throws {
        #expect(try await rows(km(.liability)) == ["Members | 2", "Points owed to members | 90"])
    }

    @Test func `a number that is typed is told from a card that is read`() async throws {
        #expect(try await rows(km(.cardEntries)) == ["N | 1 | 0 | 1 | 0 | 0 | 0 | 50%"])
    }

    @Test func `a discount is booked when it is given, and taken off when the goods come back`() async throws {
        let story = try Story("sh", settings: "sh.example")
        let shoes = #"{"id":"1","sku":"x","category":"shoes","quantity":2,"unit_price":50000}"#
        try await story.sell("T0", to: nil, at: "2026-01-05T10:00:00+08:00", lines: shoes)
        try await story.enrol("A", at: "2026-01-06T10:00:00+08:00", more: #","tickets":["T0"],"phone":"13800000001""#)
        try await story.sell("T1", to: "A", at: "2026-01-07T10:00:00+08:00", lines: shoes)
        try await story.takeBack("T1", #"{"id":"1","quantity":1}"#, at: "2026-02-03T10:00:00+08:00")
        let programme = try ProgramTables.load("sh", settings: "sh.example")
        let report = try await report(.discounts, story, programme, at: "2026-03-01T00:00:00+08:00", from: "2026-01-01", through: "2026-02-28")
        let given = report.rows.compactMap { row -> Int? in if case .money(let amount) = row[3] { amount } else { nil } }
        #expect(report.rows.count == 2 && given[0] > 0 && given[1] == -given[0] / 2)
    }

    @Test func `a card on four tickets in a day is named, and the cashier it is always with`() async throws {
        let story = try Story("km")
        try await story.enrol("A", at: "2012-03-21T08:00:00+03:30")
        for ticket in 0..<10 {
            let day = 21 + ticket / 5
            try await story.sell(
                "T\(ticket)", to: "A", at: "2012-03-\(day)T1\(ticket % 5):00:00+03:30", lines: Self.car,
                more: #","register":"\#(ticket % 2)","cashier":"\#(ticket == 9 ? "M" : "N")","entry":"keyed""#)
        }
        let programme = try ProgramTables.load("km")
        let days = { (name: ReportName) in
            try await rows(report(name, story, programme, at: "2012-04-01T00:00:00+04:30", from: "2012-03-20", through: "2012-04-01"))
        }
        let paid = "5,000,000,000 rials"
        let busy = try await days(.busyCards)
        #expect(
            busy.count == 2 && busy[0].hasPrefix("22 March 2012 | A | 5 | 2 | 2 | ") && busy[1].hasPrefix("21 March 2012 | A | 5 | 2 | 1 | "), "\(busy) \(paid)"
        )
        #expect(try await days(.houseCards).map { $0.hasPrefix("1391-01 | A | 10 | 2 | 2 | ") } == [true])
        #expect(try await days(.cashiersCards) == ["1391-01 | N | A | 9 | 90%"])
    }

    @Test func `what points paid for and came back is listed`() async throws {
        let story = try Story("cl", settings: "cl.example")
        let programme = try ProgramTables.load("cl", settings: "cl.example")
        let report = try await report(.paidBack, story, programme, at: "2026-03-01T00:00:00Z", from: "2026-01-01", through: "2026-02-28")
        #expect(report.rows.isEmpty)
    }

    @Test func `a day before the first is refused, and so are too many days`() async throws {
        let (story, programme) = (try await carClub(), try ProgramTables.load("km"))
        await #expect(throws: Trouble.self) {
            try await report(.points, story, programme, at: "2012-06-01T00:00:00Z", from: "2012-05-02", through: "2012-05-01")
        }
        await #expect(throws: Trouble.self) {
            try await report(.greetings, story, programme, at: "2012-06-01T00:00:00Z", from: "2012-05-01", through: "2012-06-01")
        }
    }

    @Test func `figures go on from where they were read to`() async throws {
        let story = try await carClub()
        let programme = try ProgramTables.load("km")
        let book = FigureBook(store: story.store, calendar: programme.calendar)
        let before = try await book.upToDate().next
        #expect(try await book.upToDate().next == before)
        try await story.sell("T9", to: "A", at: "2012-05-26T11:00:00+04:30", lines: Self.car)
        #expect(try await book.upToDate().next == before + 1)
    }

    @Test(arguments: Language.allCases)
    func `every report is a table in every language, and every picture of it is well-formed and holds its numbers`(language: Language) async throws {
        let (story, programme) = (try await carClub(), try ProgramTables.load("km"))
        let desk = Desk(store: story.store, book: ProgrammeBook(current: programme), codes: nil, serials: RandomSerials())
        let figures = try await FigureBook(store: story.store, calendar: programme.calendar).upToDate()
        let at = try #require(Instant("2012-06-01T00:00:00+04:30"))
        for name in ReportName.allCases {
            let report = try await desk.report(ReportRequest(name), figures, DeskContext(at: at, language: language))
            #expect(report.rows.allSatisfy { $0.count == report.columns.count } && !report.title.isEmpty)
            #expect(report.csv.hasPrefix("\u{FEFF}") && report.csv.hasSuffix("\r\n"))
            guard let svg = report.svg else { continue }
            #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(name)")
            #expect(svg.contains("<title>") && svg.contains("<desc>"))
        }
        let points = try await desk.report(ReportRequest(.points), figures, DeskContext(at: at, language: language))
        let svg = try #require(points.svg)
        for row in points.rows { #expect(row[1...3].allSatisfy { svg.contains(points.text($0)) }) }
    }
}
