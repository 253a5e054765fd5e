/// What a HID device's reports look like, by its own account. Source: HID 1.11, section 6.2.2.
public struct HIDReportDescriptor: Sendable, Hashable {
    /// Every field of every report, padding included, in the order of the descriptor.
    public let fields: [HIDField]
    /// The devices in one: usages of the top-level application collections.
    public let applications: [HIDUsage]
    /// Whether each report begins with a byte that names it.
    public let usesReportIDs: Bool
    private let bitCounts: [ReportKey: Int]

    struct ReportKey: Hashable, Sendable {
        let kind: HIDReportKind
        let id: UInt8
    }

    /// Reads a descriptor as the device sends it.
    public init(_ bytes: [UInt8]) throws(HIDDescriptorFault) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= HIDDescriptorLimit.bytes else { throw .tooLarge(offset: HIDDescriptorLimit.bytes) }
        var parser = HIDDescriptorParser()
        for item in try HIDItem.items(of: bytes) { try parser.take(item) }
        try parser.finish()
        fields = parser.fields
        applications = parser.applications
        usesReportIDs = parser.usesReportIDs
        bitCounts = parser.bitCounts
    }

    /// Bytes of the whole report as it travels, its id included where ids are used; nil for a report the descriptor does not have.
    public func byteCount(of kind: HIDReportKind, id: UInt8) -> Int? {
        guard let bits = bitCounts[ReportKey(kind: kind, id: id)] else { return nil }
        return (bits + 7) / 8 + (usesReportIDs ? 1 : 0)
    }

    /// The ids of all reports of one kind, ascending.
    public func reportIDs(of kind: HIDReportKind) -> [UInt8] {
        bitCounts.keys.filter { $0.kind == kind }.map(\.id).sorted()
    }

    /// The first field with `usage` that is data rather than padding, in report `id` or in any.
    public func field(_ usage: HIDUsage, kind: HIDReportKind = .input, id: UInt8? = nil) -> HIDField? {
        fields.first { field in
            field.kind == kind && (id == nil || field.reportID == id) && !field.flags.contains(.constant) && field.names(usage)
        }
    }
}
