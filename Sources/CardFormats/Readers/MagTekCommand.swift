/// The commands a MagTek reader takes in its feature report, `[command][length][data]` filled up with zeros, and what it answers, `[result][length][data]`.
///
/// Source: MagTek 99875191 and 99875206, “Commands” and “Properties”; 99875475 for the results.
public struct MagTekCommand: Sendable, Hashable {
    /// The properties MemberLane reads or sets.
    public enum Property: UInt8, Sendable, Hashable, CaseIterable {
        /// Name and version of the firmware, as text.
        case softwareID = 0x00
        /// 0 HID, 1 keyboard emulation; in force after a reset, with another product id.
        case interfaceType = 0x10
    }

    /// GET PROPERTY.
    public static let get: UInt8 = 0x00
    /// SET PROPERTY.
    public static let set: UInt8 = 0x01
    /// RESET: the reader leaves the bus and comes back.
    public static let reset: UInt8 = 0x02

    /// Command, length and data.
    public let bytes: [UInt8]

    /// Asks for a property.
    public static func get(_ property: Property) -> MagTekCommand { MagTekCommand(bytes: [get, 1, property.rawValue]) }
    /// Sets a property of one byte.
    public static func set(_ property: Property, to value: UInt8) -> MagTekCommand { MagTekCommand(bytes: [set, 2, property.rawValue, value]) }
    /// Sends the reader off the bus and back.
    public static let restart = MagTekCommand(bytes: [reset, 0])

    /// The feature report of so many bytes: 24, on MagneSafe readers 60.
    public func report(_ count: Int) -> [UInt8] { bytes + repeatElement(0, count: max(0, count - bytes.count)) }
}

/// How a MagTek reader hands over what it reads.
public enum MagTekInterface: UInt8, Sendable, Hashable, CaseIterable {
    /// As HID reports; product 0002 of SureSwipe.
    case hid = 0
    /// As key strokes; product 0001.
    case keyboard = 1
}

/// What a MagTek reader answered.
public struct MagTekReply: Sendable, Hashable {
    /// 0 done, 1 failure, 2 bad parameter, 7 not allowed in this state.
    public let result: UInt8
    /// What was asked for.
    public let data: [UInt8]

    /// nil for a feature report that is no answer.
    public init?(_ report: [UInt8]) {
        guard report.count >= 2, Int(report[1]) <= report.count - 2 else { return nil }
        result = report[0]
        data = Array(report[2..<2 + Int(report[1])])
    }

    /// Whether it did what was asked.
    public var isDone: Bool { result == 0 }
}
