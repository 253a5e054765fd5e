/// The isolates of the bidirectional algorithm (UAX #9), so that a number or a foreign name keeps its own order.
enum Isolate {
    /// Left to right whatever stands inside: numbers, dates, identifiers (LRI … PDI).
    static func leftToRight(_ text: String) -> String { "\u{2066}\(text)\u{2069}" }

    /// The direction of the first letter inside: names (FSI … PDI).
    static func firstStrong(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

    /// The text without marks that could turn the text around it: ALM, LRM, RLM, embeddings, overrides and isolates.
    static func withoutControls(_ text: String) -> String {
        // These marks are D8 9C, E2 80 xx and E2 81 xx in UTF-8.
        if text.utf8.allSatisfy({ $0 != 0xD8 && $0 != 0xE2 }) { return text }
        var scalars = text.unicodeScalars
        scalars.removeAll { scalar in
            switch scalar.value {
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        return String(scalars)
    }

    /// Whether a letter of the right-to-left blocks of Unicode occurs: 0590–08FF, FB1D–FDFF, FE70–FEFF, 10800–10FFF, 1E800–1EFFF.
    static func hasRightToLeftLetters(_ text: String) -> Bool {
        // In UTF-8 these letters begin with D6 to DF, E0, EF or F0.
        if text.utf8.allSatisfy({ !(0xD6...0xE0).contains($0) && $0 != 0xEF && $0 != 0xF0 }) { return false }
        return text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: scalar.properties.isAlphabetic
            default: false
            }
        }
    }
}
