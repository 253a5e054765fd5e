/// A place in a file; line and column count from 1, columns in Unicode scalars.
package struct Mark: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package static func < (left: Mark, right: Mark) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// A piece of a table file with its place. Scalars stay text: no figure ever passes through a float.
package struct TableNode {
    /// A key of a block with its value.
    package struct Pair {
        package let key: TableNode
        package let value: TableNode
    }

    package enum Content {
        case text(String)
        case list([TableNode])
        case map([Pair])
    }

    package let mark: Mark
    package let content: Content

    package init(mark: Mark, content: Content) {
        self.mark = mark
        self.content = content
    }

    package var text: String? { if case .text(let text) = content { text } else { nil } }

    /// How a fault quotes it.
    package var quoted: String {
        switch content {
        case .text(""): "nothing"
        case .text(let text): "“\(text.prefix(60))\(text.count > 60 ? "…" : "")”"
        case .list(let items): "a list of \(items.count)"
        case .map(let pairs): "a block with \(pairs.prefix(4).map { $0.key.text ?? "?" }.joined(separator: ", "))\(pairs.count > 4 ? " …" : "")"
        }
    }
}
