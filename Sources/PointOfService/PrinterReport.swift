public import PrinterFormats

/// What is known of a printer at one moment.
public struct PrinterReport: Sendable, Hashable {
    /// Whether and what it prints.
    public var state: DeviceState
    /// What it last said about itself; nil when it says nothing, as printers with a one-way cable do.
    public var conditions: PrinterState?

    /// A report.
    public init(state: DeviceState, conditions: PrinterState?) {
        self.state = state
        self.conditions = conditions
    }

    /// For the operator, in English: the worst first, or that all is well.
    public var sentence: String {
        if let worst = conditions?.inOrder.first { return worst.sentence }
        switch state {
        case .closed: return "The printer is not open."
        case .busy: return "The printer is printing."
        case .error: return "The printer cannot be used."
        case .idle: return conditions == nil ? "The printer takes data; it does not tell its state." : "The printer is ready."
        }
    }
}
