import ProgramRunner
import Testing

@Suite("memberlane replay, form of the file")
struct ReplayFormTests {
    private static let enrol = #"{"at":"2012-01-01T10:00:00+03:30","do":"enrol","member":"A","colour":"green"}"#

    private func replay(_ text: String, programme: String = "km") async throws -> Outcome {
        try await ProgramUnderTest.run("replay", "--programme", programme, "--language", "en", "-", input: text)
    }

    @Test func `a refused event is answered as refused, the others go on, and the exit status is 1`() async throws {
        let sale = #"{"at":"2012-01-02T10:00:00Z","do":"sale","ticket":"T1","member":"Z","lines":[{"id":"1","quantity":1,"unit_price":5}]}"#
        let free = #"{"at":"2012-01-02T10:00:01Z","do":"sale","ticket":"T1","member":"A","lines":[{"id":"1","quantity":1,"unit_price":5}]}"#
        let outcome = try await replay([Self.enrol, sale, free].joined(separator: "\n"))
        let answers = try outcome.jsonLines
        #expect(outcome.status == 1 && answers.count == 3)
        #expect(answers[1].line == 2 && answers[1].refused.code == "member_unknown")
        #expect(answers[1].refused.cashier_text.string?.isEmpty == false)
        #expect(answers[2].ticket == "T1" && answers[2].refused == nil, "a refused event leaves its ticket free")
    }

    @Test func `empty lines and unknown keys are passed over, and line ends of any kind count alike`() async throws {
        let outcome = try await replay("\r\n" + Self.enrol + "\r\n\r\n" + #"{"at":"2012-01-02T10:00:00Z","do":"statement","member":"A"}"#)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(try outcome.jsonLines.map(\.line) == [2, 4])
    }

    @Test func `no events come to nothing`() async throws {
        let outcome = try await replay("")
        #expect(outcome.status == 0 && outcome.output.isEmpty)
    }

    @Test(arguments: [
        ("not JSON", "it rained"), ("a list", "[]"), ("half an object", #"{"at":"2012-01-02T10:00:00Z","do":"#),
        ("an unknown deed", #"{"at":"2012-01-02T10:00:00Z","do":"dance"}"#), ("no deed", #"{"at":"2012-01-02T10:00:00Z","member":"A"}"#),
        ("no time", #"{"do":"statement","member":"A"}"#), ("a time without zone", #"{"at":"2012-01-02T10:00:00","do":"statement","member":"A"}"#),
        ("no such day", #"{"at":"2012-02-30T10:00:00Z","do":"statement","member":"A"}"#),
        ("time going back", #"{"at":"2011-12-31T10:00:00Z","do":"statement","member":"A"}"#),
        ("no member", #"{"at":"2012-01-02T10:00:00Z","do":"statement"}"#), ("no ticket", #"{"at":"2012-01-02T10:00:00Z","do":"void"}"#),
        ("no lines", #"{"at":"2012-01-02T10:00:00Z","do":"sale","ticket":"T1"}"#),
        ("a fraction of money", #"{"at":"2012-01-02T10:00:00Z","do":"sale","ticket":"T1","lines":[{"id":"1","quantity":1,"unit_price":0.5}]}"#),
        ("an unknown source", #"{"at":"2012-01-02T10:00:00Z","do":"sale","ticket":"T1","lines":[{"id":"1","quantity":1,"unit_price":5}],"pay_from":"hat"}"#),
    ])
    func `a line that cannot be read is a fault that names it, and nothing after it is replayed`(why: String, line: String) async throws {
        let outcome = try await replay([Self.enrol, line, Self.enrol].joined(separator: "\n"))
        #expect(outcome.status == 2 && outcome.namesProblemThenHint, "\(why): \(outcome)")
        #expect(outcome.complaint.hasPrefix("error: line 2: "), "\(why): \(outcome.complaint)")
        #expect(try outcome.jsonLines.map(\.line) == [1], "\(why)")
    }

    @Test func `an unknown deed is told which there are`() async throws {
        let outcome = try await replay(#"{"at":"2012-01-02T10:00:00Z","do":"dance"}"#)
        for deed in ["enrol", "complete_profile", "sale", "return", "void", "request_benefit", "decide", "load", "pay_fee", "statement"] {
            #expect(outcome.complaint.contains(deed))
        }
    }

    @Test func `a deed the club does not offer is a refusal, not a fault`() async throws {
        let load = #"{"at":"2012-01-02T10:00:00Z","do":"load","member":"A","amount":50000}"#
        let fee = #"{"at":"2012-01-02T10:00:00Z","do":"pay_fee","member":"A","fee":"annual"}"#
        let outcome = try await replay([Self.enrol, load, fee].joined(separator: "\n"))
        #expect(outcome.status == 1)
        #expect(try outcome.jsonLines.map(\.refused.code) == [nil, "stored_value_not_offered", "fee_not_offered"])
    }

    @Test func `a table with figures nobody has given is rehearsed without them, which is said`() async throws {
        let outcome = try await replay("", programme: "sh")
        #expect(outcome.status == 0 && outcome.complaint.hasPrefix("note: ") && outcome.complaint.contains("discount.extra (SH-09)"))
    }

    @Test func `the same history has the same answers`() async throws {
        var history = History("km")
        history.enrol("A")
        for number in 1...5 { history.sell("T\(number)", to: "A", cars(number)) }
        history.void("T2")
        history.statement("A")
        let text = history.lines.joined(separator: "\n")
        let (first, second) = (try await replay(text), try await replay(text))
        #expect(first.status == 0 && first.output == second.output)
    }

    @Test func `a history may be kept in a new file, which answers the same, verifies, and is not told to twice`() async throws {
        let folder = try ScratchFolder()
        var history = History("km")
        history.enrol("A")
        for number in 1...5 { history.sell("T\(number)", to: "A", cars(number)) }
        history.void("T2")
        let text = history.lines.joined(separator: "\n")
        let keep = ["replay", "--programme", "km", "--language", "en", "--database", folder.path("history.sqlite"), "-"]
        let (kept, forgotten) = (try await ProgramUnderTest.run(keep, input: text), try await replay(text))
        #expect(kept.status == 0 && kept.output == forgotten.output, "\(kept)")
        let verified = try await ProgramUnderTest.run("ledger", "verify", "--database", folder.path("history.sqlite"))
        #expect(verified.status == 0, "\(verified)")
        let again = try await ProgramUnderTest.run(keep, input: text)
        #expect(again.status == 1 && again.namesProblemThenHint, "\(again)")
    }

    @Test func `a file that is not there is named`() async throws {
        let outcome = try await ProgramUnderTest.run("replay", "--programme", "km", "nowhere.jsonl")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("nowhere.jsonl"))
    }
}
