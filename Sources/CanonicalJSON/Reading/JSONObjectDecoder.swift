/// The fields of an object. What nobody asks for is passed over.
struct JSONObjectDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let document: JSONDocument
    let node: Int

    var codingPath: [any CodingKey] { document.path(to: node) }
    var allKeys: [Key] { document.names(of: node).compactMap { Key(stringValue: $0) } }

    /// A field that is there, null or not.
    private func field(_ key: some CodingKey) throws -> Int {
        guard let field = document.field(key.stringValue, of: node) else { throw document.missing(key, in: node) }
        return field
    }

    /// A field that is there and not null.
    private func present(_ key: Key) -> Int? {
        guard let field = document.field(key.stringValue, of: node), !document.isNull(field) else { return nil }
        return field
    }

    func contains(_ key: Key) -> Bool { document.field(key.stringValue, of: node) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(try field(key)) }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try document.truth(field(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try document.text(field(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try document.integer(field(key)) }
    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number { try document.integer(type, field(key)) }
    func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number {
        throw document.mismatch(type, at: try field(key))
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try document.value(Value.self, field(key))
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key).map { try document.truth($0) } }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key).map { try document.text($0) } }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(key).map { try document.integer($0) } }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try present(key).map { try document.value(Value.self, $0) }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try superDecoder(forKey: key).unkeyedContainer() }

    func superDecoder() throws -> any Decoder { JSONValueDecoder(document: document, node: try field(JSONKey("super"))) }
    func superDecoder(forKey key: Key) throws -> any Decoder { JSONValueDecoder(document: document, node: try field(key)) }
}
