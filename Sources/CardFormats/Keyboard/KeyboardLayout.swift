/// Where a keyboard's report says which keys are down: the boot report, or what the descriptor describes.
struct KeyboardLayout: Sendable {
    private enum Form {
        case boot
        case described([HIDField])
    }

    /// The report with the keys; 0 where ids are not used.
    let reportID: UInt8
    let usesReportIDs: Bool
    /// Bytes of the report, its id included where ids are used.
    let byteCount: Int
    private let form: Form

    private static let keyPage: UInt16 = 0x07

    /// Modifiers, a byte for the maker, six keys. Source: HID 1.11, appendix B.1.
    static let boot = KeyboardLayout(reportID: 0, usesReportIDs: false, byteCount: 8, form: .boot)

    private init(reportID: UInt8, usesReportIDs: Bool, byteCount: Int, form: Form) {
        self.reportID = reportID
        self.usesReportIDs = usesReportIDs
        self.byteCount = byteCount
        self.form = form
    }

    /// nil for a device without keys.
    init?(_ descriptor: HIDReportDescriptor) {
        func isKey(_ field: HIDField) -> Bool {
            field.kind == .input && !field.flags.contains(.constant) && field.bitSize <= 32 && field.usages.contains { $0.first.page == Self.keyPage }
        }
        // A keyboard with more than one such report sends its letters in the one with the most.
        let candidates = Dictionary(grouping: descriptor.fields.filter(isKey), by: \.reportID)
        let best = candidates.max { left, right in (left.value.keyCount, right.key) < (right.value.keyCount, left.key) }
        guard let (id, fields) = best, fields.keyCount > 8, let count = descriptor.byteCount(of: .input, id: id) else { return nil }
        self.init(reportID: id, usesReportIDs: descriptor.usesReportIDs, byteCount: count, form: .described(fields))
    }

    /// The keys that are down; nil where the keyboard does not know. `report` is without its id.
    func state(in report: Span<UInt8>) -> KeyState? {
        var state = KeyState()
        switch form {
        case .boot:
            guard report.count >= 8 else { return nil }
            state.modifiers = report[0]
            for index in 2..<8 where !state.press(report[index]) { return nil }
        case .described(let fields):
            for field in fields {
                for index in 0..<field.count {
                    guard let usage = field.pressed(at: index, in: report), usage.page == Self.keyPage, usage.id <= 0xFF else { continue }
                    guard state.press(UInt8(usage.id)) else { return nil }
                }
            }
        }
        return state
    }
}

extension HIDField {
    /// The usage that the element at `index` says is down.
    fileprivate func pressed(at index: Int, in report: Span<UInt8>) -> HIDUsage? {
        guard let value = value(at: index, in: report) else { return nil }
        if let usage { return value != 0 ? usage : nil }
        return selected(by: value)
    }
}

extension [HIDField] {
    /// Keys the fields can name.
    fileprivate var keyCount: Int { reduce(0) { $0 + $1.usages.reduce(0) { $0 + $1.count } } }
}
