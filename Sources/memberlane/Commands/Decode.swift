import ArgumentParser
import CardFormats
import Foundation
import LoyaltyRules
import ProgramTables

/// `memberlane decode`: what a reader sent says, or why it is refused.
struct Decode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a reader sent, or why it is refused.",
        discussion: """
            A report file holds the bytes of each USB transfer, in hexadecimal, one a line: HID reports, key strokes, characters of a serial line, or packets of a \
            stripe writer. What ends at the end of the last file has ended.
            """)

    /// How the reader speaks.
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case hid, frames, keyboard, serial, writer
    }

    /// What the reader reads.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case msr, scanner
    }

    @Option(help: "The HID report descriptor, in hexadecimal; not needed for --mode keyboard, serial or writer.")
    var descriptor: String?
    @Option(help: "How the reader speaks; needed only where its descriptor does not say.")
    var mode: Mode?
    @Option(help: "What it reads, for keyboard and serial mode; else each text that looks like a track is a swipe.")
    var reader: Kind?
    @Option(help: "Transfers as the device delivers them, in hexadecimal, one a line; may be given several times.")
    var report: [String]
    @Option(help: "The club whose card numbers count as own: a shipped table's name, or a file.")
    var programme: String?
    @Flag(help: "Print JSON; it is the only form, so the flag changes nothing.")
    var json = false

    func validate() throws {
        guard descriptor == nil, mode == nil || mode == .hid || mode == .frames else { return }
        throw ValidationError("Name the report descriptor with --descriptor, or how the reader speaks with --mode.")
    }

    func run() async throws {
        let ranges = try programme.map { try ProgramTables.load($0).numbers.ranges } ?? .none
        let parsed = try descriptor.map { try HIDReportDescriptor(try HexText.bytes(try InputFile.text($0))) }
        let speech = mode?.speech ?? parsed.map { ReaderDecoder.Speech(saidBy: $0) } ?? .reports
        var decoder = try ReaderDecoder(speech, reader: reader?.kind, descriptor: parsed, ranges: ranges)
        var events: [DecodedEvent] = []
        for path in report {
            for line in try HexText.lines(try InputFile.text(path)) { events += decoder.receive(line) }
        }
        events += decoder.finish()
        try JSONOutput.print(DecodeAnswer(events: events))
        guard !events.isEmpty, events.allSatisfy(\.isOK) else { throw ExitCode(1) }
    }
}

extension Decode.Mode {
    fileprivate var speech: ReaderDecoder.Speech {
        switch self {
        case .hid: .reports
        case .frames: .frames
        case .keyboard: .keys(TextTerms())
        case .serial: .serial(TextTerms())
        case .writer: .writer
        }
    }
}

extension Decode.Kind {
    fileprivate var kind: ReportDecoder.Reader { self == .msr ? .msr : .scanner }
}
