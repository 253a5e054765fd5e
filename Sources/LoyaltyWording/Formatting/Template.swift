/// A sentence with gaps written `{name}`, taken apart once. A brace that opens nothing stands for itself.
struct Template: Sendable {
    private enum Part {
        case text(String), gap(String)
    }

    private let parts: [Part]

    /// Looks at bytes: a brace is never part of another character's UTF-8.
    init(_ text: String) {
        var parts: [Part] = []
        let bytes = text.utf8
        var start = bytes.startIndex
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")), let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) {
            if start < open { parts.append(.text(String(text[start..<open]))) }
            parts.append(.gap(String(text[bytes.index(after: open)..<close])))
            start = bytes.index(after: close)
        }
        parts.append(.text(String(text[start...])))
        self.parts = parts
    }

    /// The names of the gaps, in their order; a gap used twice stands twice.
    var gaps: [String] {
        parts.compactMap { if case .gap(let name) = $0 { name } else { nil } }
    }

    /// The sentence; a gap that `value` does not know shows its name as `‹name›`.
    func filled(by value: (String) -> String?) -> String {
        var filled: [UInt8] = []
        filled.reserveCapacity(192)
        for part in parts {
            switch part {
            case .text(let text): filled += text.utf8
            case .gap(let name): filled += (value(name) ?? "‹\(name)›").utf8
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }
}
