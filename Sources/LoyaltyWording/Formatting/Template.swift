/// A sentence with gaps written `{name}`. A brace that opens nothing stands for itself.
struct Template {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The names of the gaps, in their order; a gap used twice stands twice.
    var gaps: [String] {
        var names: [String] = []
        walk(text: { _ in }, gap: { names.append(String($0)) })
        return names
    }

    /// The sentence; a gap that `value` does not know shows its name as `‹name›`.
    func filled(by value: (String) -> String?) -> String {
        var filled = ""
        walk(
            text: { filled += $0 },
            gap: { name in
                let name = String(name)
                filled += value(name) ?? "‹\(name)›"
            })
        return filled
    }

    /// Hands out the parts in their order. Looks at bytes: a brace is never part of another character's UTF-8.
    private func walk(text: (Substring) -> Void, gap: (Substring) -> Void) {
        let bytes = self.text.utf8
        var start = bytes.startIndex
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")), let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) {
            if start < open { text(self.text[start..<open]) }
            gap(self.text[bytes.index(after: open)..<close])
            start = bytes.index(after: close)
        }
        text(self.text[start...])
    }
}
