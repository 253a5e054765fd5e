import Foundation
import ProgramRunner
import Testing

/// `memberlane decode` for what is not a HID report with named fields.
@Suite("memberlane decode, family by family")
struct DecodeFamilyTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let keyboard = """
        05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 03
        95 06 75 08 25 65 19 00 29 65 81 00 C0
        """

    private func decode(_ transfers: String, descriptor: String? = nil, _ options: String...) async throws -> Outcome {
        let named = try descriptor.map { ["--descriptor", try folder.write($0, to: "descriptor.hex")] } ?? []
        return try await ProgramUnderTest.run(["decode", "--report", try folder.write(transfers, to: "report.hex")] + named + options)
    }

    /// The keys of a text of digits and the signs of a track 2, a report a line.
    private func keys(_ text: String) -> String {
        text.map { character in
            let (modifier, usage): (String, Int) =
                switch character {
                case ";": ("00", 0x33)
                case "?": ("02", 0x38)
                case "=": ("00", 0x2E)
                case "0": ("00", 0x27)
                case "\r": ("00", 0x28)
                default: ("00", 0x1D + (character.wholeNumberValue ?? 0))
                }
            return "\(modifier) 00 \(String(usage, radix: 16)) 00 00 00 00 00\n00 00 00 00 00 00 00 00\n"
        }.joined()
    }

    private func hex(_ text: String) -> String { text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: " ") }

    @Test func `a keyboard's descriptor says that key strokes are to come`() async throws {
        let outcome = try await decode(keys(";9001000000000018?\r"), descriptor: Self.keyboard)
        #expect(outcome.status == 0 && outcome.complaint.isEmpty)
        #expect(
            try outcome.json
                == ["events": [["kind": "msr", "status": "ok", "number": "9001000000000018", "tracks": ["2": ";9001000000000018?"]]]])
    }

    @Test func `without a descriptor the mode says it, and silence at the end of the file ends the text`() async throws {
        let swipe = try await decode(keys(";9001000000000018?"), "--mode", "keyboard")
        #expect(try swipe.json.events[0].number == "9001000000000018")
        let scan = try await decode(keys("9001"), "--mode", "keyboard")
        #expect(try scan.json == ["events": [["kind": "scanner", "status": "ok", "data": "9001"]]])
        let told = try await decode(keys(";9001?"), "--mode", "keyboard", "--reader", "scanner")
        #expect(try told.json.events[0].data == ";9001?")
    }

    @Test func `a swipe without its end sentinel is not accepted`() async throws {
        let outcome = try await decode(keys(";9001\r"), "--mode", "keyboard", "--reader", "msr")
        let event = try outcome.json.events[0]
        #expect(outcome.status == 1 && event.status == "retry" && event.reason == "cut_off")
    }

    @Test func `a payment card is refused in every mode, and no digit of it is shown`() async throws {
        let track = ";9999990000000000=29121010000?\r"
        for outcome in [
            try await decode(keys(track), "--mode", "keyboard"), try await decode(keys(track), descriptor: Self.keyboard),
            try await decode(hex(track), "--mode", "serial"), try await decode(hex(track), "--mode", "serial", "--reader", "scanner"),
        ] {
            let event = try outcome.json.events[0]
            #expect(outcome.status == 1 && event.status == "refused" && event.reason == "payment_card")
            #expect((outcome.output + outcome.complaint).allSatisfy { !$0.isNumber })
        }
    }

    @Test func `a serial line is split into texts`() async throws {
        let outcome = try await decode(hex("9001\r\n90") + "\n" + hex("02\r\n"), "--mode", "serial")
        #expect(outcome.status == 0)
        #expect(try outcome.json.events.elements.map(\.data) == ["9001", "9002"])
    }

    @Test func `frames and a writer's packets are read`() async throws {
        let frames = "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 40 09 01 81 02 C0"
        // Card encode type 80, track 2 decoded and found, its length, clear data of all tracks; LRC and SUM of the payload.
        let payload: [UInt8] = [0x80, 0x12, 0, 6, 0, 7, 0] + Array(";9001?".utf8)
        let frame = [2, UInt8(payload.count), 0] + payload + [payload.reduce(0, ^), payload.reduce(0, &+), 3]
        let report = frame + [UInt8](repeating: 0, count: 64 - frame.count)
        let text = report.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: " ")
        #expect(try await decode(text, descriptor: frames, "--mode", "frames").json.events[0].number == "9001")
        let writer = "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 40 09 01 81 02 95 40 09 01 B1 02 C0"
        let block = "\u{1B}s\u{1B}\u{01}\u{1B}+\u{1B}\u{02};9001?\u{1B}\u{03}\u{1B}+?\u{1C}\u{1B}0"
        let packet = String(0xC0 | block.utf8.count, radix: 16) + " " + hex(block)
        #expect(try await decode(packet, descriptor: writer).json.events[0].number == "9001")
    }

    @Test func `neither a descriptor nor a mode is wrong use`() async throws {
        let outcome = try await decode("00")
        #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.complaint.contains("--descriptor"))
    }
}
