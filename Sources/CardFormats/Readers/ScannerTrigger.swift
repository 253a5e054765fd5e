/// The report by which a scanner in HID-POS mode is told what to do, as its descriptor describes it.
///
/// Source: HID Point of Sale Usage Tables 1.02, usage page 8C: 14 trigger report with 5F prevent read, 60 initiate read, 85 error beep, 86 good-read beep. It is an output
/// report or a feature report, and a scanner may have some of the four only.
public struct ScannerTrigger: Sendable, Hashable {
    /// What a scanner does once.
    public enum Action: UInt16, Sendable, Hashable, CaseIterable {
        /// Reads as if its trigger had been pulled.
        case initiateRead = 0x60
        /// The sound of “not this one”.
        case errorBeep = 0x85
        /// The sound of a good read.
        case goodReadBeep = 0x86
    }

    private static let preventRead = HIDUsage(0x8C, 0x5F)

    /// `output` or `feature`.
    public let kind: HIDReportKind
    /// The report's id; 0 where the scanner uses none.
    public let reportID: UInt8
    private let byteCount: Int
    private let usesReportIDs: Bool
    private let preventField: HIDField?
    private let actionFields: [Action: HIDField]

    /// nil for a scanner that takes no such report.
    public init?(_ descriptor: HIDReportDescriptor) {
        let usages = [Self.preventRead] + Action.allCases.map { HIDUsage(0x8C, $0.rawValue) }
        let places = [HIDReportKind.output, .feature].lazy.compactMap { kind in usages.lazy.compactMap { descriptor.field($0, kind: kind) }.first }
        guard let place = places.first, let count = descriptor.byteCount(of: place.kind, id: place.reportID) else { return nil }
        kind = place.kind
        reportID = place.reportID
        usesReportIDs = descriptor.usesReportIDs
        byteCount = count - (descriptor.usesReportIDs ? 1 : 0)
        func field(_ usage: HIDUsage) -> HIDField? { descriptor.field(usage, kind: place.kind, id: place.reportID) }
        preventField = field(Self.preventRead)
        actionFields = Action.allCases.reduce(into: [:]) { $0[$1] = field(HIDUsage(0x8C, $1.rawValue)) }
    }

    /// Whether the scanner can be kept from reading.
    public var canPreventRead: Bool { preventField != nil }

    /// Whether the scanner can do `action`.
    public func can(_ action: Action) -> Bool { actionFields[action] != nil }

    /// The report as it travels, its id first where ids are used. Preventing lasts until a report says otherwise, so each report says it.
    public func report(preventingRead: Bool, _ action: Action? = nil) -> [UInt8] {
        var data = [UInt8](repeating: 0, count: byteCount)
        if preventingRead { preventField?.turn(on: Self.preventRead, in: &data) }
        if let action { actionFields[action]?.turn(on: HIDUsage(0x8C, action.rawValue), in: &data) }
        return (usesReportIDs ? [reportID] : []) + data
    }
}

extension HIDField {
    /// Switches a usage on: 1 in a field of its own, or its index in the first element of an array. Source: HID 1.11, section 6.2.2.5.
    fileprivate func turn(on wanted: HIDUsage, in data: inout [UInt8]) {
        if usage != nil { return set(1, in: &data) }
        var index = logicalMinimum
        for range in usages {
            if range.first.page == wanted.page, (range.first.id...range.last.id).contains(wanted.id) {
                return set(index + Int(wanted.id) - Int(range.first.id), in: &data)
            }
            index += range.count
        }
    }
}
