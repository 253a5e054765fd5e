import Foundation
import FoundationXML
import ProgramRunner
import Testing

/// A shop with five members: bronze with a printed card, bronze, gold, one who waits, and bronze after a return.
@Suite("memberlane rehearse")
struct RehearseTests {
    private let folder: ScratchFolder
    private let database: String
    private let table: String

    init() async throws {
        folder = try ScratchFolder()
        database = folder.path("shop.sqlite")
        // Silver begins at 90 and gold at 300; joining brings 40.
        var text = try Fixture.table("km")
        let changes = [
            ("30-210", "30-89"), ("211-350", "90-299"), ("351-500", "300-500"), ("points: 30,      for: joining", "points: 40,      for: joining"),
        ]
        for (old, new) in changes {
            text = text.replacing(old, with: new, maxReplacements: 1)
        }
        table = try folder.write(text, to: "new.yaml")
    }

    private func rehearse(_ arguments: String...) async throws -> Outcome {
        try await ProgramUnderTest.run(["rehearse", "--from", "km", "--language", "en"] + arguments)
    }

    /// Fills the database with a service on the shipped table.
    private func fill() async throws {
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        let client = service.client
        for (member, count) in [("A", 1), ("B", 2), ("C", 3), ("D", 0), ("E", 3)] {
            #expect(try await client.post("/v1/members", #"{"member":"\#(member)","name":"A. B."}"#).status == 201)
            guard count > 0 else { continue }
            #expect(try await client.post("/v1/sales", #"{"ticket":"T\#(member)","member":"\#(member)","lines":[\#(cars(count))]}"#).status == 201)
        }
        #expect(try await client.post("/v1/sales/TE/returns", #"{"lines":[{"id":"1","quantity":2}]}"#, key: "r").status == 201)
        try await printCard(of: "A", client)
        #expect(await service.stop() == 0)
    }

    private func printCard(of member: String, _ client: LocalClient) async throws {
        let job = try #require(try await client.post("/v1/card-jobs", #"{"member":"\#(member)","kind":"first_issue"}"#, key: "j").json.job.string)
        let printed = try await client.post("/v1/card-jobs/\(job)/print", "{}")
        #expect(printed.status == 200, "\(printed.json)")
        let feed = try await EventFeed(of: client)
        let card = try #require(printed.json.new_card.string)
        #expect(try await client.post("/virtual/acts", #"{"do":"swipe","member":"\#(member)","card":"\#(card)"}"#).status == 200)
        let presented = try #require(await feed.next("card")?.presented.string)
        #expect(try await client.post("/v1/card-jobs/\(job)/verify", #"{"value":"\#(presented)","entry":"swiped"}"#).status == 200)
    }

    /// Tier, points and whether the card is to be exchanged, by member, as the service shows them under a table.
    private func shown(under table: String, after deed: (LocalClient) async throws -> Void = { _ in }) async throws -> [String: [JSONValue]] {
        let service = try await RunningService(["--programme", table, "--database", database, "--virtual-devices"])
        try await deed(service.client)
        var shown: [String: [JSONValue]] = [:]
        for member in ["A", "B", "C", "D", "E"] {
            let answer = try await service.client.get("/v1/members/\(member)").json
            let isDue = answer.tasks.elements.contains { $0.kind == "exchange_card" }
            shown[member] = [answer.tier.id, answer.points, .bool(isDue)]
        }
        #expect(await service.stop() == 0)
        return shown
    }

    /// Sells something that earns nothing to everybody, and voids it at once.
    private func settle(_ client: LocalClient) async throws {
        for member in ["A", "B", "C", "D", "E"] {
            let line = #"{"id":"1","category":"accessory","quantity":1,"unit_price":1}"#
            #expect(try await client.post("/v1/sales", #"{"ticket":"S\#(member)","member":"\#(member)","lines":[\#(line)]}"#).status == 201)
            #expect(try await client.post("/v1/sales/S\(member)/void", "{}", key: "v\(member)").status == 201)
        }
    }

    @Test func `what it foretells is what the service shows once the table is published, member by member`() async throws {
        try await fill()
        let outcome = try await rehearse("--to", table, "--database", database, "--json")
        #expect(outcome.status == 0 && outcome.complaint.isEmpty, "\(outcome)")
        let found = try outcome.json
        let before = try await shown(under: "km")
        for (tier, count) in [("none", 1), ("silver", 3), ("gold", 1), ("bronze", 0), ("diamond", 0)] {
            #expect(found.on_the_day.tiers.elements.first { $0.tier.string == tier }?.members.after == .number(count), "\(found)")
        }
        #expect(found.on_the_day.card_exchanges.after == 1 && before["A"]?[2] == false)
        // The service brings the accounts to the new table as it starts; a sale that is voided at once does not wait for that.
        let settled = try await shown(under: table, after: settle)
        #expect(settled.values.reduce(0) { $0 + ($1[1].integer ?? 0) } == found.settled.points.after.integer)
        let touched = found.gaining.elements + found.losing.elements
        #expect(Set(touched.compactMap(\.member.string)) == ["A", "B", "C", "E"])
        for member in touched {
            let real = try #require(settled[member.member.string ?? ""])
            #expect(real[0] == member.after.tier && real[1] == member.after.points && (real[2] == true) == (member.after.card == "exchange"))
            let old = try #require(before[member.member.string ?? ""])
            #expect(old[0] == member.before.tier && old[1] == member.before.points)
        }
        #expect(settled["D"] == before["D"])
    }

    @Test func `it prints tables, and neither a bar in a pipe nor anything about a person`() async throws {
        try await fill()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: database))
        let outcome = try await rehearse("--to", table, "--database", database)
        #expect(outcome.status == 0 && outcome.complaint.isEmpty, "\(outcome)")
        for text in ["What the new table changes", "On the day it is published", "Points owed to members", "Cards to exchange", "Gain most", "Silver"] {
            #expect(outcome.output.contains(text), "\(text) is missing: \(outcome.output)")
        }
        #expect(!outcome.output.contains("A. B.") && !outcome.output.contains("█"))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.last != " " })
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == bytes)
    }

    @Test func `it reads while a service is selling, and sees what was sold`() async throws {
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        #expect(try await service.client.post("/v1/members", #"{"member":"A","name":"A. B."}"#).status == 201)
        #expect(try await service.client.post("/v1/sales", #"{"ticket":"T1","member":"A","lines":[\#(cars(2))]}"#).status == 201)
        let found = try await rehearse("--to", table, "--database", database, "--json").json
        #expect(found.on_the_day.members == 1 && found.on_the_day.rise == 1)
        #expect(try await service.client.post("/v1/sales", #"{"ticket":"T2","member":"A","lines":[\#(cars(1))]}"#).status == 201)
        #expect(await service.stop() == 0)
    }

    @Test(arguments: ["en", "fa", "zh", "ru"]) func `the chart is a picture without script, in every language`(language: String) async throws {
        let history = try folder.write(Self.history, to: "events.jsonl")
        let picture = folder.path("chart.svg")
        let outcome = try await ProgramUnderTest.run([
            "rehearse", "--from", "km", "--to", table, "--replay", history, "--chart", picture, "--language", language,
        ])
        #expect(outcome.status == 0, "\(outcome)")
        let svg = String(decoding: try folder.bytes("chart.svg"), as: UTF8.self)
        #expect(svg.hasPrefix("<svg ") && svg.contains(#"xml:lang="\#(language)""#) && !svg.contains("<script"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    private static let history = """
        {"at":"2018-01-01T10:00:00Z","do":"enrol","member":"A"}
        {"at":"2018-01-02T10:00:00Z","do":"sale","ticket":"T1","member":"A","lines":[\(cars(1))]}
        {"at":"2018-01-03T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}
        """

    @Test func `a history is run under both tables, and what only one refuses is named by its line`() async throws {
        let history = try folder.write(Self.history, to: "events.jsonl")
        let outcome = try await rehearse("--to", table, "--replay", history, "--json")
        #expect(outcome.status == 0, "\(outcome)")
        let found = try outcome.json
        #expect(found.events == 3 && found.business.sales == ["before": 1, "after": 1, "change": 0])
        #expect(found.business.issued == ["before": 90, "after": 100, "change": 10])
        #expect(found.refusals.elements.count == 1 && found.refusals[0].line == 3 && found.refusals[0].before.string != nil && found.refusals[0].after == .null)
        #expect(found.end.moves == [["from": "bronze", "to": "silver", "members": 1]])
        let sheet = try await rehearse("--to", table, "--replay", history)
        #expect(sheet.output.contains("Refused under one table and not the other") && sheet.output.contains("Points given"))
    }

    @Test(arguments: ["1395/12/30", "1499/01/01"])
    func `SA-10: a table of an earlier day than the last, or of one that has not come, is not opened`(day: String) async throws {
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        #expect(await service.stop() == 0)
        let other = try folder.write(try Fixture.table("km").replacing("effective: 1396/01/01", with: "effective: \(day)"), to: "other.yaml")
        let outcome = try await ProgramUnderTest.run(
            "serve", "--programme", other, "--database", database, "--virtual-devices", "--listen", "127.0.0.1:0")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains(/other\.yaml:\d+:\d+: versions out of order/), "\(outcome)")
        let again = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        #expect(await again.stop() == 0)
    }

    @Test func `a database is not compared at a moment of which it knows the future`() async throws {
        let told = folder.path("told.sqlite")
        let history = try folder.write(Self.history, to: "events.jsonl")
        #expect(try await ProgramUnderTest.run("replay", "--programme", "km", "--database", told, history).status != 2)
        let past = try await rehearse("--to", table, "--database", told, "--at", "2000-01-01T00:00:00Z")
        #expect(past.status == 1 && past.output.isEmpty && past.namesProblemThenHint && past.complaint.contains("2000-01-01T00:00:00Z"), "\(past)")
        #expect(try await rehearse("--to", table, "--database", told).status == 0)
    }

    @Test func `a malformed line is wrong use, with its number`() async throws {
        let history = try folder.write(Self.history + "\n{", to: "events.jsonl")
        let outcome = try await rehearse("--to", table, "--replay", history)
        #expect(outcome.status == 2 && outcome.namesProblemThenHint && outcome.complaint.contains("line 4"))
    }

    @Test func `faults of either table are named by file, line and column`() async throws {
        let faulty = try folder.write(try Fixture.table("km").replacing("points: 60, ", with: "points: sixty, "), to: "faulty.yaml")
        for sides in [["--from", "km", "--to", faulty], ["--from", faulty, "--to", "km"]] {
            let outcome = try await ProgramUnderTest.run(["rehearse"] + sides + ["--replay", "-"])
            #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
            #expect(outcome.complaint.contains(/faulty\.yaml:\d+:\d+:/), "\(outcome.complaint)")
        }
    }

    @Test func `figures that either table still lacks are listed, and the rest is rehearsed`() async throws {
        let outcome = try await ProgramUnderTest.run([
            "rehearse", "--from", "sh", "--to", "sh", "--to-settings", "sh.example", "--replay", "-", "--language", "en",
        ])
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("Figures that nobody has given (Before)") && outcome.output.contains("earn.spend.rate (SH-10)"))
        #expect(!outcome.output.contains("(After)"))
    }

    @Test func `a database that is not there is not made`() async throws {
        let outcome = try await rehearse("--to", table, "--database", folder.path("nowhere.sqlite"))
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("nowhere.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("nowhere.sqlite")))
    }

    @Test func `another club's database, another club's table and a file that is no database are refused`() async throws {
        let service = try await RunningService(["--programme", "sh", "--settings", "sh.example", "--database", database, "--virtual-devices"])
        #expect(await service.stop() == 0)
        let other = try await rehearse("--to", table, "--database", database)
        #expect(other.status == 1 && other.namesProblemThenHint && other.complaint.contains("another club's"), "\(other)")
        let told = folder.path("told.sqlite")
        let history = try folder.write("", to: "none.jsonl")
        #expect(try await ProgramUnderTest.run("replay", "--programme", "sh", "--settings", "sh.example", "--database", told, history).status == 0)
        #expect(try await rehearse("--to", table, "--database", told).complaint.contains("another club's"))
        let clubs = try await rehearse("--to", "sh", "--database", database)
        #expect(clubs.status == 1 && clubs.namesProblemThenHint && clubs.complaint.contains("two clubs"))
        let text = try folder.write("no database at all, only some words in a file", to: "words.sqlite")
        let words = try await rehearse("--to", table, "--database", text)
        #expect(words.status == 1 && words.namesProblemThenHint && words.complaint.contains("words.sqlite"))
    }

    @Test(arguments: [
        ["--to", "km"], ["--to", "km", "--database", "a", "--replay", "b"], ["--database", "a"], ["--to", "km", "--replay", "-", "--at", "yesterday"],
        ["--to", "km", "--replay", "-", "--most", "-1"],
    ])
    func `wrong use is told, with exit status 2`(arguments: [String]) async throws {
        let outcome = try await ProgramUnderTest.run(["rehearse", "--from", "km"] + arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.complaint.contains("Usage: memberlane rehearse"), "\(outcome)")
    }
}
