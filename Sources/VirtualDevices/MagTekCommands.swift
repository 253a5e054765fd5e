import CardFormats

/// The commands a MagTek reader takes in its feature report, and what it remembers of them.
///
/// Source: MagTek 99875191, “Commands” and “Properties”; 99875475 for result 7.
struct MagTekCommands: Sendable {
    private static let notAllowed: UInt8 = 0x07
    private static let badParameter: UInt8 = 0x02

    /// Bytes of the feature report.
    let count: Int
    /// Whether settings need a key, as at MagneSafe's level 3.
    let isLocked: Bool
    /// In force after a reset.
    private(set) var interface: MagTekInterface
    /// The answer to the last command.
    private(set) var reply: [UInt8]

    init(_ interface: MagTekInterface = .hid, count: Int = 24, isLocked: Bool = false) {
        self.interface = interface
        self.count = count
        self.isLocked = isLocked
        reply = Array(repeating: 0, count: count)
    }

    /// Takes a command; true for a reset.
    mutating func take(_ report: [UInt8]) -> Bool {
        guard report.count >= 3 else {
            answer(Self.badParameter)
            return false
        }
        switch (report[0], MagTekCommand.Property(rawValue: report[2])) {
        case (MagTekCommand.get, .softwareID): answer(0x00, Array("MEMBERLANE01".utf8))
        case (MagTekCommand.get, .interfaceType): answer(0x00, [interface.rawValue])
        case (MagTekCommand.set, .interfaceType) where isLocked: answer(Self.notAllowed)
        case (MagTekCommand.set, .interfaceType):
            if report.count > 3, report[1] == 2, let wanted = MagTekInterface(rawValue: report[3]) {
                interface = wanted
                answer(0x00)
            } else {
                answer(Self.badParameter)
            }
        case (MagTekCommand.reset, _): return true
        default: answer(Self.badParameter)
        }
        return false
    }

    private mutating func answer(_ result: UInt8, _ data: [UInt8] = []) {
        let bytes = [result, UInt8(clamping: data.count)] + data
        reply = Array(bytes.prefix(count)) + repeatElement(0, count: max(0, count - bytes.count))
    }
}
