import CardFormats
import DeviceSheets
import PointOfService
import USBContract

extension DeviceTrouble {
    /// What an error of the bus means for a device.
    init(_ error: USBError) {
        let code: Code =
            switch error.kind {
            case .accessDenied: .accessDenied
            case .busy: .inUse
            case .gone: .unplugged
            case .timedOut: .notAnswering
            case .cancelled, .closed: .closed
            case .notFound, .unsupported: .wrongMode
            case .stalled, .overflow, .inputOutput: .unreliable
            }
        let commands = error.kind == .accessDenied ? UdevRules.installCommands : []
        let wayOut = error.kind == .accessDenied ? "Install MemberLane's udev rules:" : error.recoverySuggestion
        self.init(code, sentence: error.errorDescription ?? "The device failed.", wayOut: wayOut ?? "Replug the device.", commands: commands)
    }

    /// What a fault of a reader or a card means.
    init(_ fault: ReaderFault) {
        let code: Code =
            switch fault {
            case .tracksDisagree: .cardDefective
            case .notAReader: .wrongMode
            case .unknownReport, .reportLength, .trackLength, .scanLength, .scanTooLong: .unreliable
            }
        self.init(code, sentence: fault.errorDescription ?? "The reader failed.", wayOut: fault.recoverySuggestion ?? "Replug the reader.")
    }

    /// A device in a mode that is not driven.
    static func wrongMode(_ sentence: String, wayOut: String) -> DeviceTrouble {
        DeviceTrouble(.wrongMode, sentence: sentence, wayOut: wayOut)
    }
}
