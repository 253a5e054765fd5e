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
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: JSONValueDecoder(document: document, node: node)) }
}
