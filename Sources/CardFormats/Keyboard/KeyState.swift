/// Which keys a keyboard says are down.
///
/// Source: HID Usage Tables, section 10, “Keyboard/Keypad page”: E0 to E7 are the modifiers, 01 to 03 say that the state is not known (too many keys, or a fault).
struct KeyState: Hashable {
    /// Bit 0 left control, 1 left shift, 2 left alt, 3 left GUI, 4 to 7 the same on the right.
    var modifiers: UInt8 = 0
    /// Usages of the keys that are down, in the report's order, without modifiers.
    var keys: [UInt8] = []

    private static let unknown: ClosedRange<UInt8> = 0x01...0x03
    private static let modifierKeys: ClosedRange<UInt8> = 0xE0...0xE7

    var hasShift: Bool { modifiers & 0x22 != 0 }
    var hasControl: Bool { modifiers & 0x11 != 0 }
    var hasAlt: Bool { modifiers & 0x44 != 0 }
    var hasGUI: Bool { modifiers & 0x88 != 0 }

    /// Adds a key that is down; false where the keyboard says that it does not know.
    mutating func press(_ usage: UInt8) -> Bool {
        if Self.unknown.contains(usage) { return false }
        if Self.modifierKeys.contains(usage) {
            modifiers |= 1 << (usage - Self.modifierKeys.lowerBound)
        } else if usage != 0, !keys.contains(usage) {
            keys.append(usage)
        }
        return true
    }
}
