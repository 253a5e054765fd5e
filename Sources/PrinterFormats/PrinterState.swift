/// What a printer last said about itself; ready when it said nothing bad.
public struct PrinterState: Sendable, Hashable {
    /// Everything that holds now.
    public var conditions: Set<PrinterCondition>

    /// A state in which exactly these conditions hold.
    public init(_ conditions: Set<PrinterCondition> = []) {
        self.conditions = conditions
    }

    /// Nothing to report.
    public static let ready = PrinterState()

    /// Whether a job sent now would be printed.
    public var canPrint: Bool { !conditions.contains(where: \.stopsPrinting) }

    /// All conditions, worst first; the first one is what to tell the operator.
    public var inOrder: [PrinterCondition] { PrinterCondition.allCases.filter(conditions.contains) }

    /// UnifiedPOS `CoverOpen`.
    public var coverOpen: Bool { self[.coverOpen] }
    /// UnifiedPOS `RecEmpty`.
    public var paperEnd: Bool { self[.paperEnd] }
    /// UnifiedPOS `RecNearEnd`; not told when the paper has ended.
    public var paperNearEnd: Bool { self[.paperNearEnd] }
    /// UnifiedPOS `PowerState` offline.
    public var offline: Bool { self[.offline] }

    /// Whether a condition holds.
    public subscript(condition: PrinterCondition) -> Bool {
        get { conditions.contains(condition) }
        set {
            if newValue { conditions.insert(condition) } else { conditions.remove(condition) }
        }
    }
}
