/// A sentence with gaps written `{name}`. A brace that opens nothing stands for itself.
struct Template {
    private enum Part {
        case text(Substring)
        case gap(Substring)
    }

    private var parts: [Part] = []

    init(_ text: String) {
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(rest[..<open]))
            parts.append(.gap(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(rest))
    }

    /// The names of the gaps, in their order; a gap used twice stands twice.
    var gaps: [String] {
        parts.compactMap { part in
            if case .gap(let name) = part { String(name) } else { nil }
        }
    }

    /// The sentence; a gap that `value` does not know shows its name as `‹name›`.
    func filled(by value: (String) -> String?) -> String {
        parts.map { part in
            switch part {
            case .text(let text): String(text)
            case .gap(let name): value(String(name)) ?? "‹\(name)›"
            }
        }.joined()
    }
}
