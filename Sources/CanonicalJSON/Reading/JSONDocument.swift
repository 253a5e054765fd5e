/// A text that has been read, and what its values come to.
final class JSONDocument: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// Reads the whole text.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        do {
            nodes = try bytes.withUnsafeBufferPointer { buffer throws(JSONFault) in
                var scanner = JSONScanner(buffer)
                let fault = Result { () throws(JSONFault) in try scanner.scan() }
                // A text that is not UTF-8 is told as such, whatever else is wrong with it.
                if !scanner.hasOnlyASCII || fault.isFailure, String(validating: buffer, as: UTF8.self) == nil { throw .notUTF8 }
                try fault.get()
                return scanner.nodes
            }
        } catch {
            throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: error.words))
        }
    }

    func kind(_ node: Int) -> JSONNode.Kind { nodes[node].kind }
    func isNull(_ node: Int) -> Bool { nodes[node].kind == .null }
    func next(_ node: Int) -> Int { Int(nodes[node].next) }
    /// How many elements a list has, or fields an object.
    func count(_ node: Int) -> Int { Int(nodes[node].count) }

    // MARK: Words

    func truth(_ node: Int) throws -> Bool {
        switch kind(node) {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self, at: node)
        }
    }

    func text(_ node: Int) throws -> String {
        switch kind(node) {
        case .text, .escapedText: spelled(node)
        default: throw mismatch(String.self, at: node)
        }
    }

    /// A text or the name of a field.
    func spelled(_ node: Int) -> String {
        let range = Int(nodes[node].start)..<Int(nodes[node].end)
        return kind(node) == .escapedText ? JSONEscape.text(of: bytes[range]) : String(decoding: bytes[range], as: UTF8.self)
    }

    func integer(_ node: Int) throws -> Int {
        guard let number = Int(decimal: try digits(node)) else { throw notWhole(node) }
        return number
    }

    /// A whole number of another size than `Int`.
    func integer<Number: FixedWidthInteger>(_ type: Number.Type, _ node: Int) throws -> Number {
        guard let number = Number(String(decoding: try digits(node), as: UTF8.self)) else { throw notWhole(node) }
        return number
    }

    private func digits(_ node: Int) throws -> ArraySlice<UInt8> {
        let range = Int(nodes[node].start)..<Int(nodes[node].end)
        switch kind(node) {
        case .wholeNumber: return bytes[range]
        case .otherNumber: return DecimalText(bytes[range]).wholeDigits[...]
        default: throw mismatch(Int.self, at: node)
        }
    }

    private func notWhole(_ node: Int) -> DecodingError { corrupted("a whole number of at most 18 digits belongs there", at: node) }

    // MARK: Lists and objects

    /// The node under a name; nil when there is none.
    func field(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { field(spelled: $0, of: object) }
    }

    /// The node under a name; nil when there is none.
    func field(_ name: StaticString, of object: Int) -> Int? {
        field(spelled: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), of: object)
    }

    private func field(spelled name: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var node = object + 1
            for _ in 0..<nodes[object].count {
                if isName(node, name, in: bytes) { return node + 1 }
                node = next(node + 1)
            }
            return nil
        }
    }

    private func isName(_ node: Int, _ name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let found = nodes[node]
        if found.kind == .escapedText { return spelled(node).utf8.elementsEqual(name) }
        guard Int(found.end - found.start) == name.count else { return false }
        let start = Int(found.start)
        for index in 0..<name.count where bytes[start + index] != name[index] { return false }
        return true
    }

    /// The names of an object's fields, in their order.
    func names(of object: Int) -> [String] {
        var names: [String] = []
        var node = object + 1
        for _ in 0..<nodes[object].count {
            names.append(spelled(node))
            node = next(node + 1)
        }
        return names
    }

    // MARK: Faults

    func corrupted(_ why: String, at node: Int) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: path(to: node), debugDescription: why))
    }

    /// Another kind of value, or null, stands where a value of `type` belongs.
    func mismatch(_ type: any Any.Type, at node: Int) -> DecodingError {
        let context = DecodingError.Context(codingPath: path(to: node), debugDescription: "another kind of value stands there")
        return isNull(node) ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func missing(_ key: some CodingKey, in object: Int) -> DecodingError {
        .keyNotFound(key, DecodingError.Context(codingPath: path(to: object), debugDescription: "the field is missing"))
    }

    /// The way from the whole text to a node, by names and places.
    func path(to node: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var here = 0
        while here < node, let step = step(from: here, toward: node) {
            path.append(step.key)
            here = step.node
        }
        return path
    }

    private func step(from here: Int, toward node: Int) -> (key: JSONKey, node: Int)? {
        let isObject = kind(here) == .object
        var child = here + 1
        for index in 0..<Int(nodes[here].count) {
            let value = isObject ? child + 1 : child
            if node < next(value) { return (isObject ? JSONKey(spelled(child)) : JSONKey(index: index), value) }
            child = next(value)
        }
        return nil
    }
}

extension Result {
    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
