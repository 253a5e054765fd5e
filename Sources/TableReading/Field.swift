/// One value of a file with the path that leads to it; reading it notes what is wrong and goes on.
package struct Field {
    package let node: TableNode
    package let path: String
    package let log: FaultLog

    package init(node: TableNode, path: String, log: FaultLog) {
        self.node = node
        self.path = path
        self.log = log
    }

    /// Notes that the value is not what belongs here.
    package func note(_ kind: TableFault.Kind, belongs: String, found: String? = nil) {
        log.note(kind, at: node.mark, path: path, found: found ?? node.quoted, belongs: belongs)
    }

    /// The text of a scalar that is not empty.
    package func text(_ belongs: String = "text") -> String? {
        guard let text = node.text, !text.isEmpty else {
            note(.wrongType, belongs: belongs)
            return nil
        }
        return text
    }

    /// The items of a list.
    package func list(_ belongs: String = "a list") -> [Field]? {
        guard case .list(let items) = node.content else {
            note(.wrongType, belongs: belongs)
            return nil
        }
        return items.enumerated().map { Field(node: $1, path: "\(path)[\($0 + 1)]", log: log) }
    }

    /// The block of keys.
    package func map(_ belongs: String = "a block of keys") -> MapReader? {
        guard case .map(let pairs) = node.content else {
            note(.wrongType, belongs: belongs)
            return nil
        }
        return MapReader(pairs: pairs, mark: node.mark, path: path, log: log)
    }

    /// One of a few words.
    package func word(of words: [String]) -> String? {
        let belongs = words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
        guard let text = text(belongs) else { return nil }
        guard words.contains(text) else {
            note(.malformed, belongs: nearest(to: text, among: words).map { "did you mean \($0)?" } ?? belongs)
            return nil
        }
        return text
    }

    /// A name such as `silver`: lower-case Latin letters, digits and `_`.
    package func name(_ belongs: String) -> String? {
        guard let text = text(belongs) else { return nil }
        guard text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
            note(.malformed, belongs: "\(belongs): lower-case Latin letters, digits and _")
            return nil
        }
        return text
    }
}
