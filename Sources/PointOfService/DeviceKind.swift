/// What a device is for, in the words of UnifiedPOS.
public enum DeviceKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// UnifiedPOS `MSR`: reads magnetic stripes.
    case stripeReader = "msr"
    /// UnifiedPOS `Scanner`: reads barcodes.
    case scanner
    /// UnifiedPOS `POSPrinter`: prints on paper.
    case printer

    /// For people, in English.
    public var name: String {
        switch self {
        case .stripeReader: "card reader"
        case .scanner: "barcode scanner"
        case .printer: "printer"
        }
    }
}
