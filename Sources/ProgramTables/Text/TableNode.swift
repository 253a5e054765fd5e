/// A place in a file; line and column count from 1, columns in Unicode scalars.
struct Mark: Hashable, Comparable {
    let line: Int
    let column: Int

    static func < (left: Mark, right: Mark) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// A piece of a table file with its place. Scalars stay text: no figure ever passes through a float.
struct TableNode {
    /// A key of a block with its value.
    struct Pair {
        let key: TableNode
        let value: TableNode
    }

    enum Content {
        case text(String)
        case list([TableNode])
        case map([Pair])
    }

    let mark: Mark
    let content: Content

    var text: String? { if case .text(let text) = content { text } else { nil } }

    /// How a fault quotes it.
    var quoted: String {
        switch content {
        case .text(""): "nothing"
        case .text(let text): "“\(text.prefix(60))\(text.count > 60 ? "…" : "")”"
        case .list(let items): "a list of \(items.count)"
        case .map(let pairs): "a block with \(pairs.prefix(4).map { $0.key.text ?? "?" }.joined(separator: ", "))\(pairs.count > 4 ? " …" : "")"
        }
    }
}
