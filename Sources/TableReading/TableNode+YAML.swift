internal import Yams

extension TableNode {
    /// The one document of a file. Every fault of syntax, a repeated key included, is thrown in the form of the other faults.
    package init(yaml source: TableText) throws(TableFaults) {
        let root: Node?
        do {
            root = try Parser(yaml: source.text, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw TableFaults([TableFault(error, in: source)])
        } catch {
            throw TableFaults(file: source.name, kind: .syntax, found: "\(error)", belongs: "a YAML file")
        }
        guard let root else { throw TableFaults(file: source.name, kind: .syntax, found: "an empty file", belongs: "a table") }
        self.init(root)
    }

    private init(_ node: Node) {
        mark = node.mark.map { Mark(line: $0.line, column: $0.column) } ?? Mark(line: 1, column: 1)
        switch node {
        case .scalar(let scalar): content = .text(scalar.string)
        case .sequence(let items): content = .list(items.map { TableNode($0) })
        case .mapping(let pairs): content = .map(pairs.map { Pair(key: TableNode($0.key), value: TableNode($0.value)) })
        case .alias: content = .text("")
        }
    }
}

extension TableFault {
    fileprivate init(_ error: YamlError, in source: TableText) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _), .composer(let context, let problem, let mark, _):
            let before = context.map { $0.text + ", " } ?? ""
            self.init(.syntax, source, Mark(line: mark.line, column: mark.column), before + problem, "close quotes and brackets, and indent with blanks")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let first = Mark(line: context.mark.line, column: context.mark.column)
            let second = source.text.place(of: key, after: first) ?? first
            self.init(.duplicateKey, source, second, "“\(key)”, first given at line \(first.line), column \(first.column)", "give each key once")
        case .reader(let problem, let offset, _, _):
            self.init(.syntax, source, source.text.mark(at: offset ?? 0), problem, "printable UTF-8 text")
        default:
            self.init(.syntax, source, Mark(line: 1, column: 1), "\(error)", "a YAML file")
        }
    }

    private init(_ kind: Kind, _ source: TableText, _ mark: Mark, _ found: String, _ belongs: String) {
        self.init(file: source.name, line: mark.line, column: mark.column, path: "", kind: kind, found: found, belongs: belongs)
    }
}

extension String {
    /// The place of the character at `offset`.
    fileprivate func mark(at offset: Int) -> Mark {
        let before = prefix(offset)
        let line = before.count { $0.isNewline } + 1
        let lastLine = before.lastIndex { $0.isNewline }.map { before[before.index(after: $0)...] } ?? before[...]
        return Mark(line: line, column: lastLine.unicodeScalars.count + 1)
    }

    /// Where `key:` stands again behind its first place, at the same indentation or further on in the same line.
    fileprivate func place(of key: String, after first: Mark) -> Mark? {
        let lines = split(omittingEmptySubsequences: false) { $0.isNewline }
        for number in first.line...max(first.line, lines.count) where number <= lines.count {
            let scalars = Array(lines[number - 1].unicodeScalars)
            let wanted = Array((key + ":").unicodeScalars)
            for start in scalars.indices.dropFirst(number == first.line ? first.column : 0) where scalars[start...].starts(with: wanted) {
                let opensWord = start == 0 || " {,\t".unicodeScalars.contains(scalars[start - 1])
                if opensWord, number == first.line || start + 1 == first.column || scalars[..<start].contains("{") {
                    return Mark(line: number, column: start + 1)
                }
            }
        }
        return nil
    }
}
