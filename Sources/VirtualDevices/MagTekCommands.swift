/// The commands a MagTek reader takes in its feature report: `[command][length][data]`, answered by `[result][length][data]`.
///
/// Source: MagTek 99875191, “Commands” and “Properties”.
struct MagTekCommands: Sendable {
    /// The answer to the last command, 24 bytes.
    private(set) var reply = [UInt8](repeating: 0, count: 24)

    mutating func take(_ report: [UInt8]) {
        guard report.count >= 3, report[0] == 0x00 else { return answer(0x02) }
        switch report[2] {
        case 0x00: answer(0x00, Array("MEMBERLANE01".utf8))  // software id
        case 0x10: answer(0x00, [0])  // interface type: HID
        default: answer(0x02)  // bad parameter
        }
    }

    private mutating func answer(_ result: UInt8, _ data: [UInt8] = []) {
        let bytes = [result, UInt8(clamping: data.count)] + data
        reply = Array(bytes.prefix(24)) + repeatElement(0, count: max(0, 24 - bytes.count))
    }
}
