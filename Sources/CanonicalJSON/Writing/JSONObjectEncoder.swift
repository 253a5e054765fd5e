/// The fields of an object.
struct JSONObjectEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: JSONWriter
    let depth: Int
    let serial: Int
    var codingPath: [any CodingKey] { [] }

    private func begin(_ key: some CodingKey) throws { try writer.beginField(key.stringValue, of: serial, at: depth) }

    func encodeNil(forKey key: Key) throws {
        try begin(key)
        writer.writeNull()
    }

    func encode(_ value: Bool, forKey key: Key) throws {
        try begin(key)
        writer.write(value)
    }

    func encode(_ value: String, forKey key: Key) throws {
        try begin(key)
        writer.write(value)
    }

    func encode(_ value: Int, forKey key: Key) throws {
        try begin(key)
        writer.write(number: value)
    }

    func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) throws {
        try begin(key)
        writer.write(number: value)
    }

    func encode(_ value: some BinaryFloatingPoint & Encodable, forKey key: Key) throws { throw EncodingError.notWhole(value) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try begin(key)
        try writer.write(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { superEncoder(forKey: key).unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder(under: JSONKey("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(under: key) }

    private func encoder(under key: some CodingKey) -> JSONValueEncoder {
        do { try begin(key) } catch { writer.refuseLateWriter() }
        return JSONValueEncoder(writer: writer, depth: depth + 1)
    }
}
