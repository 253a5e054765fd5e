public import Foundation

/// What is wrong with a reader or its report; somebody has to come. No fault holds a byte of a card.
public enum ReaderFault: Error, Hashable, Sendable {
    /// The descriptor is neither a card reader's nor a barcode scanner's; the devices it does describe.
    case notAReader([HIDUsage])
    /// A report with an id the descriptor does not have.
    case unknownReport(id: UInt8)
    /// A report of another length than the descriptor says, both in bytes with the report id.
    case reportLength(received: Int, expected: Int)
    /// A track longer than its field in the report, in bytes.
    case trackLength(TrackNumber, said: Int, field: Int)
    /// A scan longer than its field in the report, in bytes.
    case scanLength(said: Int, field: Int)
    /// A scan in more parts than any symbol needs: bytes kept at most.
    case scanTooLong(limit: Int)
    /// Two tracks of one card name different member numbers.
    case tracksDisagree
}

extension ReaderFault {
    /// A name for programs.
    public var code: String {
        switch self {
        case .notAReader: "not_a_reader"
        case .unknownReport: "unknown_report"
        case .reportLength: "report_length"
        case .trackLength: "track_length"
        case .scanLength: "scan_length"
        case .scanTooLong: "scan_too_long"
        case .tracksDisagree: "tracks_disagree"
        }
    }
}

extension ReaderFault: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? {
        switch self {
        case .notAReader(let devices):
            devices.isEmpty
                ? "The device is neither a card reader nor a barcode scanner."
                : "The device is neither a card reader nor a barcode scanner, but \(devices.map(Self.name).joined(separator: ", "))."
        case .unknownReport(let id): "The reader sent report \(id), which its descriptor does not have."
        case .reportLength(let received, let expected): "The reader sent a report of \(received) bytes; its descriptor says \(expected)."
        case .trackLength(let track, let said, let field): "The reader says track \(track.rawValue) has \(said) characters; its report has room for \(field)."
        case .scanLength(let said, let field): "The scanner says the scan has \(said) bytes; its report has room for \(field)."
        case .scanTooLong(let limit): "The scanner sent more than \(limit) bytes without ending the scan."
        case .tracksDisagree: "The tracks of this card name two different numbers."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .notAReader(let devices) where devices.contains(HIDUsage(0x01, 0x06)):
            "Switch it from keyboard mode to HID mode: a card reader by its maker's utility, a scanner with the HID-POS label of its manual."
        case .notAReader: "Plug in a card reader or a scanner in HID mode; see `memberlane devices`."
        case .unknownReport, .reportLength, .trackLength, .scanLength, .scanTooLong:
            "Replug the reader. If it stays, it is not the model it says it is: run `memberlane doctor`."
        case .tracksDisagree: "Keep the card and issue the member a new one."
        }
    }

    private static func name(_ usage: HIDUsage) -> String {
        switch (usage.page, usage.id) {
        case (0x01, 0x02): "a mouse"
        case (0x01, 0x06): "a keyboard"
        case (0x0C, _): "a remote control"
        default: "usage \(usage)"
        }
    }
}
