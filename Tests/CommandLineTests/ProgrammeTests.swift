import Foundation
import ProgramRunner
import Testing

@Suite("memberlane programme")
struct ProgrammeTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func `a whole table may go live`() async throws {
        let outcome = try await ProgramUnderTest.run("programme", "check", "km")
        #expect(outcome.status == 0 && outcome.output.hasPrefix("km 2017-03-21 ") && outcome.complaint.isEmpty)
        let answer = try await ProgramUnderTest.run("programme", "check", "km", "--json")
        #expect(answer.status == 0)
        #expect(try answer.json.may_go_live == true && answer.json.faults == [] && answer.json.missing == [])
    }

    @Test func `the version of a shipped table and of the same file is one`() async throws {
        let file = try folder.write(Fixture.table("km"), to: "mine.yaml")
        let shipped = try await ProgramUnderTest.run("programme", "check", "km", "--json")
        let copied = try await ProgramUnderTest.run("programme", "check", file, "--json")
        #expect(try copied.json == shipped.json)
    }

    @Test func `figures that no text publishes are all named, with their rules`() async throws {
        let keys: Set = [
            "stored.rate", "stored.max_balance", "tier.silver.points", "tier.gold.points", "discount.extra", "holidays", "earn.spend.rate", "gifts",
            "gift.max_price", "referral.reversal_days",
        ]
        let outcome = try await ProgramUnderTest.run("programme", "check", "sh")
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        for key in keys { #expect(outcome.complaint.contains("  \(key) (SH-")) }
        let answer = try await ProgramUnderTest.run("programme", "check", "sh", "--json")
        #expect(answer.status == 1 && answer.complaint.isEmpty)
        #expect(try answer.json.may_go_live == false)
        #expect(try Set(answer.json.missing.elements.compactMap(\.key.string)) == keys)
    }

    @Test func `with the owner's figures it may go live, and examples are called so`() async throws {
        let outcome = try await ProgramUnderTest.run("programme", "check", "sh", "--settings", "sh.example")
        #expect(outcome.status == 0, "\(outcome)")
        let sheet = try await ProgramUnderTest.run("programme", "show", "sh", "--settings", "sh.example", "--language", "en")
        #expect(sheet.status == 0 && sheet.output.lowercased().contains("example"))
    }

    @Test func `every fault of a table is named by file, line and column, with what stands there and what belongs there`() async throws {
        let whole = try Fixture.table("km")
        let changes = [("points: 60, ", "points: sixty, ", "sixty"), ("351-500,", "340-500,", "340-500"), ("off: 4 %", "off: 104 %", "104")]
        var text = whole
        for (right, wrong, _) in changes { text = text.replacing(right, with: wrong, maxReplacements: 1) }
        let file = try folder.write(text, to: "faulty.yaml")
        let outcome = try await ProgramUnderTest.run("programme", "check", file)
        let answer = try await ProgramUnderTest.run("programme", "check", file, "--json")
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        #expect(answer.status == 1)
        let faults = try answer.json.faults.elements
        #expect(faults.count == changes.count, "\(faults)")
        for ((_, _, found), fault) in zip(changes, faults) {
            let line = try #require(text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(found) })
            #expect(fault.line == .number(line + 1), "\(fault)")
            #expect(fault.found.string?.contains(found) == true && fault.belongs.string?.isEmpty == false)
            let column = try #require(fault.column.integer)
            #expect(outcome.complaint.contains("\(file):\(line + 1):\(column): "))
        }
    }

    @Test(arguments: ["", "club: [", "club:\tkm", "- a list", "a till's notes"])
    func `a file that is no table is refused`(text: String) async throws {
        let file = try folder.write(text, to: "broken.yaml")
        let outcome = try await ProgramUnderTest.run("programme", "check", file)
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint, "\(outcome)")
        #expect(outcome.complaint.contains("\(file):"))
    }

    @Test func `settings of another club are refused`() async throws {
        let outcome = try await ProgramUnderTest.run("programme", "check", "km", "--settings", "sh.example")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("sh.example.yaml:"))
    }

    @Test func `the sheet holds every rule, every open question and its answer, in the wanted language`() async throws {
        let english = try await ProgramUnderTest.run("programme", "show", "km", "--language", "en")
        #expect(english.status == 0)
        for rule in 1...21 { #expect(english.output.contains(rule < 10 ? "KM-0\(rule)" : "KM-\(rule)"), "KM-\(rule)") }
        for question in 1...17 { #expect(english.output.contains("A-KM-\(question) "), "A-KM-\(question)") }
        #expect(english.output.contains("earn.ordinal_mode: incremental (or: cumulative)"))
        let persian = try await ProgramUnderTest.run("programme", "show", "km")
        #expect(persian.status == 0 && persian.output.contains("گروه الماس") && persian.output.contains("خرید اولین دستگاه خودرو"))
        let answer = try await ProgramUnderTest.run("programme", "show", "km", "--json")
        #expect(try answer.json.choices.elements.contains { $0.key == "earn.ordinal_mode" && $0.answer == "incremental" })
    }

    @Test func `a figure that is unknown is shown as unknown, not left out`() async throws {
        let outcome = try await ProgramUnderTest.run("programme", "show", "sh", "--language", "en")
        #expect(outcome.status == 0 && outcome.output.lowercased().contains("unknown"), "\(outcome.output)")
    }
}
