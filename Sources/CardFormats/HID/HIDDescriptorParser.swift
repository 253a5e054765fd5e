/// Bounds that no reader comes near and a hostile descriptor cannot pass.
enum HIDDescriptorLimit {
    /// Linux accepts no longer descriptor either (`HID_MAX_DESCRIPTOR_SIZE`).
    static let bytes = 4096
    static let fields = 4096
    static let depth = 32
    static let elementBits = 256
    static let reportBits = 65_536
}

/// The state that items act on. Source: HID 1.11, sections 6.2.2.4 to 6.2.2.9.
struct HIDDescriptorParser {
    private(set) var fields: [HIDField] = []
    private(set) var applications: [HIDUsage] = []
    private(set) var usesReportIDs = false
    private(set) var bitCounts: [HIDReportDescriptor.ReportKey: Int] = [:]
    private var globals = Globals()
    private var stack: [Globals] = []
    private var locals = Locals()
    private var collections: [HIDCollection] = []

    private struct Globals {
        var usagePage: UInt16 = 0
        var logicalMinimum = 0
        var logicalMaximum = 0
        var reportSize = 0
        var reportCount = 0
        var reportID: UInt8 = 0
    }

    /// Usages as they were written: the page of a short one is the page in force at the main item.
    private struct Locals {
        struct Usage {
            let value: UInt32
            let isExtended: Bool
        }
        var usages: [(first: Usage, last: Usage)] = []
        var minimum: Usage?
        var maximum: Usage?
        /// Inside a delimiter set, only the first alternative counts.
        var isDelimited = false
        var alternatives = 0
    }

    mutating func take(_ item: HIDItem) throws(HIDDescriptorFault) {
        switch item.kind {
        case .main:
            try takeMain(item)
            locals = Locals()
        case .global: try takeGlobal(item)
        case .local: takeLocal(item)
        case .reserved: break
        }
    }

    func finish() throws(HIDDescriptorFault) {
        guard collections.isEmpty else { throw .collectionNotClosed }
    }

    private mutating func takeMain(_ item: HIDItem) throws(HIDDescriptorFault) {
        switch item.tag {
        case 0x8: try addFields(.input, item)
        case 0x9: try addFields(.output, item)
        case 0xB: try addFields(.feature, item)
        case 0xA:
            guard collections.count < HIDDescriptorLimit.depth else { throw .tooLarge(offset: item.offset) }
            let collection = HIDCollection(type: UInt8(truncatingIfNeeded: item.unsigned), usage: usageRanges.first?.first)
            if collections.isEmpty, collection.isApplication, let usage = collection.usage { applications.append(usage) }
            collections.append(collection)
        case 0xC:
            guard collections.popLast() != nil else { throw .endWithoutCollection(offset: item.offset) }
        default: break
        }
    }

    private mutating func takeGlobal(_ item: HIDItem) throws(HIDDescriptorFault) {
        switch item.tag {
        case 0x0: globals.usagePage = UInt16(truncatingIfNeeded: item.unsigned)
        case 0x1: globals.logicalMinimum = item.signed
        case 0x2: globals.logicalMaximum = globals.logicalMinimum < 0 ? item.signed : Int(item.unsigned)
        case 0x7: globals.reportSize = Int(item.unsigned)
        case 0x8:
            guard (1...255).contains(item.unsigned) else { throw .reportID(offset: item.offset) }
            globals.reportID = UInt8(item.unsigned)
            usesReportIDs = true
        case 0x9: globals.reportCount = Int(item.unsigned)
        case 0xA:
            guard stack.count < HIDDescriptorLimit.depth else { throw .tooLarge(offset: item.offset) }
            stack.append(globals)
        case 0xB:
            guard let saved = stack.popLast() else { throw .popWithoutPush(offset: item.offset) }
            globals = saved
        default: break
        }
    }

    private mutating func takeLocal(_ item: HIDItem) {
        let usage = Locals.Usage(value: item.unsigned, isExtended: item.size == 4)
        if item.tag == 0xA {
            locals.isDelimited = item.unsigned == 1
            locals.alternatives = 0
            return
        }
        guard !locals.isDelimited || locals.alternatives == 0 else { return }
        switch item.tag {
        case 0x0:
            locals.usages.append((usage, usage))
            if locals.isDelimited { locals.alternatives += 1 }
        case 0x1: locals.minimum = usage
        case 0x2: locals.maximum = usage
        default: return
        }
        if let minimum = locals.minimum, let maximum = locals.maximum {
            locals.usages.append((minimum, maximum))
            (locals.minimum, locals.maximum) = (nil, nil)
            if locals.isDelimited { locals.alternatives += 1 }
        }
    }

    /// The usages in force, with their pages; a range whose ends are out of order or on two pages names nothing.
    private var usageRanges: [HIDUsageRange] {
        locals.usages.compactMap { pair in
            let (first, last) = (resolved(pair.first), resolved(pair.last))
            guard first.page == last.page, first.id <= last.id else { return nil }
            return HIDUsageRange(first: first, last: last)
        }
    }

    private func resolved(_ usage: Locals.Usage) -> HIDUsage {
        usage.isExtended ? HIDUsage(extended: usage.value) : HIDUsage(globals.usagePage, UInt16(truncatingIfNeeded: usage.value))
    }

    private mutating func addFields(_ kind: HIDReportKind, _ item: HIDItem) throws(HIDDescriptorFault) {
        guard globals.reportCount > 0 else { return }
        guard (1...HIDDescriptorLimit.elementBits).contains(globals.reportSize) else { throw .elementSize(offset: item.offset) }
        guard globals.reportCount <= HIDDescriptorLimit.reportBits else { throw .tooLarge(offset: item.offset) }
        let key = HIDReportDescriptor.ReportKey(kind: kind, id: globals.reportID)
        let start = bitCounts[key] ?? 0
        let end = start + globals.reportSize * globals.reportCount
        guard end <= HIDDescriptorLimit.reportBits else { throw .tooLarge(offset: item.offset) }
        bitCounts[key] = end

        let flags = HIDFieldFlags(rawValue: UInt16(truncatingIfNeeded: item.unsigned))
        let ranges = usageRanges
        var offset = start
        func field(_ usages: [HIDUsageRange], count: Int) -> HIDField {
            HIDField(
                kind: kind, reportID: globals.reportID, usages: usages, collections: collections, bitOffset: offset, bitSize: globals.reportSize,
                count: count, flags: flags, logicalMinimum: globals.logicalMinimum, logicalMaximum: globals.logicalMaximum)
        }
        guard flags.contains(.variable), !ranges.isEmpty else {
            try append(field(ranges, count: globals.reportCount), item)
            return
        }
        // One element per usage, in order; the last usage covers all elements that are left.
        let usageCount = ranges.reduce(0) { $0 + $1.count }
        var element = 0
        for usage in ranges.lazy.flatMap({ range in (0..<range.count).lazy.compactMap { range[$0] } }) {
            guard element < globals.reportCount else { break }
            let count = element == usageCount - 1 ? globals.reportCount - element : 1
            try append(field([HIDUsageRange(first: usage, last: usage)], count: count), item)
            offset += count * globals.reportSize
            element += count
        }
    }

    private mutating func append(_ field: HIDField, _ item: HIDItem) throws(HIDDescriptorFault) {
        guard fields.count < HIDDescriptorLimit.fields else { throw .tooLarge(offset: item.offset) }
        fields.append(field)
    }
}
