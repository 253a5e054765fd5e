import Foundation
import ProgramRunner
import Testing

@Suite("memberlane decode")
struct DecodeTests {
    private func decode(_ descriptor: String, _ reports: String..., more: [String] = []) async throws -> Outcome {
        let named = reports.flatMap { ["--report", Fixture.path($0)] }
        return try await ProgramUnderTest.run(["decode", "--descriptor", Fixture.path(descriptor)] + named + more)
    }

    @Test func `a member card is read from every track that has its number`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "member-card.report.hex")
        let tracks: JSONValue = ["1": "%M9001000000000018^A. B.^?", "2": ";9001000000000018?"]
        #expect(outcome.status == 0 && outcome.complaint.isEmpty)
        #expect(try outcome.json == ["events": [["kind": "msr", "status": "ok", "number": "9001000000000018", "tracks": tracks]]])
    }

    @Test func `a report may come in the packets of the interrupt endpoint`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "member-card.packets.hex", more: ["--programme", "km", "--json"])
        let event = try outcome.json.events[0]
        #expect(outcome.status == 0 && event.status == "ok" && event.number == "9001000000000018")
        #expect(event.tracks == ["2": ";9001000000000018?"])
    }

    @Test func `a torn track asks for another swipe and is named`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "torn.report.hex")
        let event = try outcome.json.events[0]
        #expect(outcome.status == 1 && event.status == "retry" && event.reason == "unreadable" && event.tracks == ["2": "unreadable"])
        #expect(event.hint.string?.isEmpty == false)
    }

    @Test(arguments: [
        ("magtek.descriptor.hex", "payment-card.report.hex", "payment_card"), ("magtek.descriptor.hex", "payment-track-2.report.hex", "payment_card"),
        ("magtek.descriptor.hex", "licence.report.hex", "licence"), ("zebra.descriptor.hex", "payment-code.report.hex", "payment_card"),
    ])
    func `a payment card and a licence are refused, and no digit of them is shown`(descriptor: String, report: String, reason: String) async throws {
        let outcome = try await decode(descriptor, report, more: ["--programme", "km"])
        let event = try outcome.json.events[0]
        #expect(outcome.status == 1 && event.status == "refused" && event.reason == .text(reason))
        #expect(event.tracks == nil && event.number == nil && event.data == nil)
        let digits = (outcome.output + outcome.complaint).filter(\.isNumber)
        #expect(digits.isEmpty)
        #expect(!outcome.output.contains("SAMPLE"))
    }

    @Test func `a card without data is turned over`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "blank.report.hex")
        #expect(outcome.status == 1)
        #expect(try outcome.json.events[0].reason == "blank")
    }

    @Test func `a report that is too short is a fault of the reader, in figures`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "short.report.hex")
        let event = try outcome.json.events[0]
        #expect(outcome.status == 1 && event.status == "fault" && event.reason == "report_length")
        #expect(event.text.string?.contains("310") == true && event.text.string?.contains("337") == true)
    }

    @Test func `several reports are answered in their order, and one that is not ok decides the exit status`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "torn.report.hex", "member-card.report.hex", "payment-card.report.hex")
        #expect(outcome.status == 1)
        #expect(try outcome.json.events.elements.map(\.status) == ["retry", "ok", "refused"])
        #expect(!outcome.output.contains("99999"))
    }

    @Test func `a scan brings its data and its symbology`() async throws {
        let outcome = try await decode("zebra.descriptor.hex", "code-128.report.hex", more: ["--programme", "km"])
        #expect(outcome.status == 0)
        #expect(try outcome.json == ["events": [["kind": "scanner", "status": "ok", "data": "9001000000000018", "aim": "]C0"]]])
    }

    @Test func `a long code is put together from its reports`() async throws {
        let outcome = try await decode("zebra.descriptor.hex", "qr.report.hex")
        let event = try outcome.json.events[0]
        #expect(outcome.status == 0 && event.aim == "]Q1" && event.data.string?.count == 100)
        #expect(try outcome.json.events.elements.count == 1)
    }

    @Test func `a long code that stops half-way asks for another scan and shows none of it`() async throws {
        let outcome = try await decode("zebra.descriptor.hex", "qr-cut-off.report.hex")
        let event = try outcome.json.events[0]
        #expect(outcome.status == 1 && event.status == "retry" && event.reason == "cut_off" && event.data == nil)
    }

    @Test func `a descriptor that describes no reader is refused`() async throws {
        let folder = try ScratchFolder()
        let report = Fixture.path("torn.report.hex")
        // A mouse: Generic Desktop, Usage Mouse, with two bytes of movement.
        for (text, why) in [
            ("05 01 09 02 A1 01 15 81 25 7F 75 08 95 02 09 30 09 31 81 06 C0", "a mouse"), ("", "nothing"), ("A1 01 75", "cut off"), ("06 0G", "no hex"),
        ] {
            let descriptor = try folder.write(text, to: "descriptor.hex")
            let outcome = try await ProgramUnderTest.run("decode", "--descriptor", descriptor, "--report", report)
            #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint, "\(why): \(outcome)")
        }
    }

    @Test func `a file that is not there is named`() async throws {
        let outcome = try await decode("magtek.descriptor.hex", "nowhere.hex")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("nowhere.hex"))
    }
}
