/// The United States keyboard: what readers type by default, whatever layout the computer is set to.
///
/// Source: HID Usage Tables, section 10, table of the Keyboard/Keypad page, and MagTek 99875206, appendix of key codes.
enum USKeyMap {
    /// The character a key makes; nil for a key that makes none.
    static func character(_ usage: UInt8, shift: Bool, control: Bool) -> UInt8? {
        guard let keys = table[usage] else { return nil }
        let character = shift ? keys.shifted : keys.plain
        // Control takes all but the low five bits away from the letters and the signs around them: Ctrl + ] is GS.
        return control && (0x40...0x7E).contains(character) ? character & 0x1F : character
    }

    /// The digit of a key of the numeric pad; nil for any other key.
    static func keypadDigit(_ usage: UInt8) -> Int? {
        switch usage {
        case 0x59...0x61: Int(usage) - 0x58
        case 0x62: 0
        default: nil
        }
    }

    private static let table: [UInt8: (plain: UInt8, shifted: UInt8)] = {
        var table: [UInt8: (plain: UInt8, shifted: UInt8)] = [:]
        func row(_ first: UInt8, _ plain: String, _ shifted: String) {
            for (index, pair) in zip(plain.utf8, shifted.utf8).enumerated() { table[first + UInt8(index)] = pair }
        }
        row(0x04, "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        row(0x1E, "1234567890", "!@#$%^&*()")
        row(0x28, "\r\u{1B}\u{08}\t ", "\r\u{1B}\u{08}\t ")
        row(0x2D, "-=[]\\#;'`,./", "_+{}|~:\"~<>?")
        row(0x4C, "\u{7F}", "\u{7F}")
        row(0x54, "/*-+\r1234567890.", "/*-+\r1234567890.")
        row(0x64, "\\", "|")
        row(0x67, "=", "=")
        return table
    }()
}
