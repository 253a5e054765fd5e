/// A value that another one is made from.
struct JSONValueDecoder: Decoder {
    let document: JSONDocument
    let node: Int

    var codingPath: [any CodingKey] { document.path(to: node) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard document.kind(node) == .object else { throw document.mismatch([String: Any].self, at: node) }
        return KeyedDecodingContainer(JSONObjectDecoder(document: document, node: node))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard document.kind(node) == .list else { throw document.mismatch([Any].self, at: node) }
        return JSONListDecoder(document: document, node: node)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { JSONSingleDecoder(document: document, node: node) }
}

/// A value that is one word of JSON, or stands for another.
struct JSONSingleDecoder: SingleValueDecodingContainer {
    let document: JSONDocument
    let node: Int

    var codingPath: [any CodingKey] { document.path(to: node) }

    func decodeNil() -> Bool { document.isNull(node) }
    func decode(_ type: Bool.Type) throws -> Bool { try document.truth(node) }
    func decode(_ type: String.Type) throws -> String { try document.text(node) }
    func decode(_ type: Int.Type) throws -> Int { try document.integer(node) }
    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number { try document.integer(type, node) }
    func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type) throws -> Number { throw document.mismatch(type, at: node) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.value(Value.self, node) }
}

extension JSONDocument {
    /// The value that something in the text spells. A word that is none of a closed list is answered with the words there are, and is not quoted.
    func value<Value: Decodable>(_ type: Value.Type, _ node: Int) throws -> Value {
        do { return try Value(from: JSONValueDecoder(document: self, node: node)) } catch let error as DecodingError {
            guard case .dataCorrupted = error, [.text, .escapedText].contains(kind(node)), let type = type as? any CaseIterable.Type,
                let words = Self.words(of: type)
            else { throw error }
            throw corrupted("a word stands there that is not known; one of these belongs there: \(words)", at: node)
        }
    }

    private static func words<Cases: CaseIterable>(of type: Cases.Type) -> String? {
        let words = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}
