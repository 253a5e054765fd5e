/// One thing a printer says about itself, worst first.
///
/// Names follow UnifiedPOS `POSPrinter` (CoverOpen, RecEmpty, RecNearEnd, PowerState offline); errors follow the four kinds of Epson's ESC/POS
/// `DLE EOT 3`; ribbon and pause are label printers'. The raw value is the stable key for translations.
public enum PrinterCondition: String, Sendable, Hashable, CaseIterable {
    case unrecoverableError = "printer.unrecoverable_error"
    case cutterError = "printer.cutter_error"
    case recoverableError = "printer.recoverable_error"
    case coverOpen = "printer.cover_open"
    case paperEnd = "printer.paper_end"
    case ribbonEnd = "printer.ribbon_end"
    case overheated = "printer.overheated"
    case feeding = "printer.feeding"
    case waitingForRecovery = "printer.waiting_for_recovery"
    case paused = "printer.paused"
    case offline = "printer.offline"
    case paperNearEnd = "printer.paper_near_end"

    /// Who has to act before the printer prints again.
    public enum Remedy: Sendable, Hashable {
        /// Nobody yet: it still prints.
        case none
        /// Nobody: it passes by itself.
        case wait
        /// The person at the printer, by hand; then the job goes on or is repeated.
        case operate
        /// A technician.
        case service
    }

    /// Who has to act.
    public var remedy: Remedy {
        switch self {
        case .unrecoverableError: .service
        case .cutterError, .recoverableError, .coverOpen, .paperEnd, .ribbonEnd, .waitingForRecovery, .paused, .offline: .operate
        case .overheated, .feeding: .wait
        case .paperNearEnd: .none
        }
    }

    /// Whether the printer takes no job while this lasts.
    public var stopsPrinting: Bool { remedy != .none }

    /// What is wrong, in English, one sentence.
    public var sentence: String {
        switch self {
        case .unrecoverableError: "The printer reports a fault it cannot recover from."
        case .cutterError: "The printer's cutter is stuck."
        case .recoverableError: "The printer stopped with an error, often jammed paper."
        case .coverOpen: "The printer's cover is open."
        case .paperEnd: "The printer is out of paper."
        case .ribbonEnd: "The printer's ribbon is used up."
        case .overheated: "The print head is too hot."
        case .feeding: "Paper is being fed by hand."
        case .waitingForRecovery: "The printer waits to be told to go on after an error."
        case .paused: "The printer is paused."
        case .offline: "The printer is offline."
        case .paperNearEnd: "The paper roll is nearly used up."
        }
    }

    /// The way out, in English, one or two sentences.
    public var wayOut: String {
        switch self {
        case .unrecoverableError: "Switch it off and on again; if the fault returns, call service."
        case .cutterError: "Open the cover, take out the paper scraps, close the cover and switch the printer off and on."
        case .recoverableError: "Open the cover, take out jammed paper, close the cover and press the feed button."
        case .coverOpen: "Close the cover until it clicks."
        case .paperEnd: "Put in a new roll, printing side up, and close the cover."
        case .ribbonEnd: "Put in a new ribbon and close the cover."
        case .overheated: "Wait a minute; it goes on by itself when it has cooled."
        case .feeding: "Let go of the feed button."
        case .waitingForRecovery: "Press the feed button; if nothing happens, switch the printer off and on."
        case .paused: "Press its pause button."
        case .offline: "Check its power lamp and its cover, then press the feed or online button."
        case .paperNearEnd: "Keep a new roll at hand."
        }
    }
}
