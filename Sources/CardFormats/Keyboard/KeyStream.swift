/// From a keyboard's reports to the characters that were typed.
///
/// A character is typed when a key goes down that was up in the report before; a report that repeats the last, that only lets keys go, or in which the
/// keyboard says that it has lost count types nothing. With ALT held, digits of the numeric pad make up the number of a character, typed when ALT is let go.
/// Sources: HID 1.11, appendices B.1 and C; MagTek 99875206, property 0x0F, “ASCII to keypress conversion type”.
struct KeyStream {
    private var last = KeyState()
    private var code = AltCode()

    private struct AltCode {
        var value = 0
        var digits = 0
        var isBroken = false
    }

    /// Takes the keys that are down now; what was typed, in order, at most 8 characters in a report of the boot layout.
    mutating func receive(_ state: KeyState, _ type: (UInt8) -> Void) {
        if last.hasAlt, !state.hasAlt {
            if code.digits > 0, !code.isBroken, let character = UInt8(exactly: code.value) { type(character) }
            code = AltCode()
        }
        for key in state.keys where !last.keys.contains(key) {
            if state.hasAlt {
                press(key)
            } else if !state.hasGUI, let character = USKeyMap.character(key, shift: state.hasShift, control: state.hasControl) {
                type(character)
            }
        }
        last = state
    }

    /// Forgets which keys are down.
    mutating func reset() { self = KeyStream() }

    private mutating func press(_ key: UInt8) {
        guard let digit = USKeyMap.keypadDigit(key), code.digits < 4 else {
            code.isBroken = true
            return
        }
        code.value = code.value * 10 + digit
        code.digits += 1
    }
}
