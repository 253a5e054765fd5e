import ArgumentParser
import CardFormats
import Foundation
import LoyaltyRules
import ProgramTables

/// `memberlane decode`: what a HID report says, or why it is refused.
struct Decode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Says what a reader's HID reports say, or why they are refused.")

    @Option(help: "The HID report descriptor, in hexadecimal.")
    var descriptor: String
    @Option(help: "Reports as the interrupt transfer delivers them, in hexadecimal, one a line; may be given several times.")
    var report: [String]
    @Option(help: "The club whose card numbers count as own: a shipped table's name, or a file.")
    var programme: String?
    @Flag(help: "Print JSON; it is the only form, so the flag changes nothing.")
    var json = false

    func run() async throws {
        let ranges = try programme.map { try ProgramTables.load($0).numbers.ranges } ?? .none
        let bytes = try HexText.bytes(try InputFile.text(descriptor))
        var decoder = try ReportDecoder(descriptor: try HIDReportDescriptor(bytes), ranges: ranges)
        var events: [DecodedEvent] = []
        for path in report {
            for line in try HexText.lines(try InputFile.text(path)) { events += decoder.receive(line) }
        }
        events += decoder.finish()
        try JSONOutput.print(DecodeAnswer(events: events))
        guard !events.isEmpty, events.allSatisfy(\.isOK) else { throw ExitCode(1) }
    }
}
