import Foundation
import ProgramRunner
import Testing

@Suite("memberlane card print")
struct CardPrintTests {
    private func print(_ more: String...) async throws -> Outcome {
        try await ProgramUnderTest.run(
            ["card", "print", "--programme", "km", "--tier", "gold", "--name", "A. B.", "--number", "9001000000000018", "--virtual-devices"] + more)
    }

    @Test func `a card comes out of the first printer, turned to fit its paper, and is confirmed`() async throws {
        let outcome = try await print("--json")
        #expect(outcome.status == 0, "\(outcome)")
        let answer = try outcome.json
        #expect(answer.outcome == "confirmed" && answer.placement == "turned" && answer.printer == "printer-0416-5011-P300001")
        let text = try await print()
        #expect(text.output.contains("turned by 90°"))
    }

    @Test func `a printer that is not there is named, with the way out`() async throws {
        let outcome = try await print("--printer", "printer-none")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("printer-none"), "\(outcome)")
    }

    @Test func `a queue that CUPS does not have is refused in words`() async throws {
        let outcome = try await print("--queue", "no-such-queue", "--printer", "printer-cups-no-such-queue")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint, "\(outcome)")
    }
}
