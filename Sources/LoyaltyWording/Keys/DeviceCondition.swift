/// What a printer or reader may have to say. The raw values are the stable keys the drivers report.
public enum DeviceCondition: String, Sendable, Hashable, Codable, CaseIterable {
    // The printer about itself, worst first.
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
    case ready = "printer.ready"
    // Any device.
    case accessDenied = "access_denied"
    case inUse = "in_use"
    case unplugged
    case notAnswering = "not_answering"
    case unreliable
    case wrongMode = "wrong_mode"
    case cardDefective = "card_defective"
    case closed
    case pictureRefused = "picture_refused"
    // A print.
    case unconfirmed
}
