/// The three ways a report travels. Source: HID 1.11, section 6.2.2.5.
public enum HIDReportKind: Sendable, Hashable {
    /// From the device, over the interrupt endpoint.
    case input
    /// To the device.
    case output
    /// Both ways, over the control endpoint.
    case feature
}

/// The flags of an input, output or feature item. Source: HID 1.11, section 6.2.2.4.
public struct HIDFieldFlags: OptionSet, Sendable, Hashable {
    /// The item's data, bits 0 to 8.
    public let rawValue: UInt16
    /// Wraps the item's data.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Padding: the host ignores it.
    public static let constant = HIDFieldFlags(rawValue: 1 << 0)
    /// Every element has its own usage; without it, elements hold indices into the usages.
    public static let variable = HIDFieldFlags(rawValue: 1 << 1)
    /// A change since the last report.
    public static let relative = HIDFieldFlags(rawValue: 1 << 2)
    /// Rolls over at its ends.
    public static let wrap = HIDFieldFlags(rawValue: 1 << 3)
    /// Not linear in what is measured.
    public static let nonLinear = HIDFieldFlags(rawValue: 1 << 4)
    /// Has no state it returns to.
    public static let noPreferred = HIDFieldFlags(rawValue: 1 << 5)
    /// A value out of the logical range means “no value”.
    public static let nullState = HIDFieldFlags(rawValue: 1 << 6)
    /// May change without the host.
    public static let volatile = HIDFieldFlags(rawValue: 1 << 7)
    /// A stream of bytes rather than numbers.
    public static let bufferedBytes = HIDFieldFlags(rawValue: 1 << 8)
}

/// A collection of fields. Source: HID 1.11, section 6.2.2.6.
public struct HIDCollection: Sendable, Hashable {
    /// 0 physical, 1 application, 2 logical, 3 report, 4 named array, 5 usage switch, 6 usage modifier.
    public let type: UInt8
    /// What the collection stands for; nil where the descriptor names nothing.
    public let usage: HIDUsage?

    /// Whether this is a top-level device, such as a scanner or a keyboard.
    public var isApplication: Bool { type == 1 }
}

/// One run of elements with the same meaning in a report.
public struct HIDField: Sendable, Hashable {
    /// Which way the report travels.
    public let kind: HIDReportKind
    /// The report it stands in; 0 where the device uses no report ids.
    public let reportID: UInt8
    /// The usages: one for a variable field; for an array all that an element may name; none for padding.
    public let usages: [HIDUsageRange]
    /// The collections around the field, outermost first.
    public let collections: [HIDCollection]
    /// Bits before the field, not counting the report id.
    public let bitOffset: Int
    /// Bits of one element, 1 to 256.
    public let bitSize: Int
    /// Elements, at least 1.
    public let count: Int
    /// The item's flags.
    public let flags: HIDFieldFlags
    /// The least value an element may have.
    public let logicalMinimum: Int
    /// The greatest value an element may have.
    public let logicalMaximum: Int

    /// The usage of a variable field; nil for arrays and padding.
    public var usage: HIDUsage? { flags.contains(.variable) ? usages.first?.first : nil }

    /// All bits of the field.
    public var bitCount: Int { bitSize * count }
}
