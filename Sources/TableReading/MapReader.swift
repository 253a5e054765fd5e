/// Reads a block of keys. A key that nobody has asked for is unknown when the block is finished, so that the code that reads a key is its only listing.
package final class MapReader {
    package let mark: Mark
    package let path: String
    package let log: FaultLog
    private let pairs: [TableNode.Pair]
    private var asked: [String] = []
    private var absent: [(key: String, belongs: String)] = []

    init(pairs: [TableNode.Pair], mark: Mark, path: String, log: FaultLog) {
        self.pairs = pairs
        self.mark = mark
        self.path = path
        self.log = log
    }

    /// All keys with their values, for a block whose keys are not fixed.
    package var all: [(key: String, field: Field)] {
        pairs.map { pair in
            let key = pair.key.text ?? ""
            return (key, Field(node: pair.value, path: child(key), log: log))
        }
    }

    /// The value of a key that may be absent.
    package func optional(_ key: String) -> Field? {
        if !asked.contains(key) { asked.append(key) }
        return pairs.first { $0.key.text == key }.map { Field(node: $0.value, path: child(key), log: log) }
    }

    /// The value of a key that has to be there.
    package func required(_ key: String, _ belongs: String) -> Field? {
        if let field = optional(key) { return field }
        absent.append((key, belongs))
        return nil
    }

    /// Notes every key that was not asked for, with the nearest one that was, and every required key that is neither there nor misspelt.
    package func finish() {
        for pair in pairs {
            let key = pair.key.text
            if let key, asked.contains(key) { continue }
            let near = key.flatMap { nearest(to: $0, among: asked) }
            let others = asked.isEmpty ? "nothing" : "one of \(asked.joined(separator: ", "))"
            log.note(.unknownKey, at: pair.key.mark, path: path, found: pair.key.quoted, belongs: near.map { "did you mean \($0)?" } ?? others)
            absent.removeAll { $0.key == near }
        }
        for (key, belongs) in absent {
            log.note(.missingKey, at: mark, path: path, found: "no \(key)", belongs: "\(key): \(belongs)")
        }
    }

    private func child(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
