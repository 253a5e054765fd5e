/// Where a value writes itself.
struct JSONValueEncoder: Encoder {
    let writer: JSONWriter
    /// How many objects and lists are open around the value.
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectEncoder(writer: writer, depth: depth, serial: writer.open(isObject: true, at: depth)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONListEncoder(writer: writer, depth: depth, serial: writer.open(isObject: false, at: depth))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingleEncoder(writer: writer) }
}

/// A value that is one word of JSON.
struct JSONSingleEncoder: SingleValueEncodingContainer {
    let writer: JSONWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { writer.writeNull() }
    func encode(_ value: Bool) { writer.write(value) }
    func encode(_ value: String) { writer.write(value) }
    func encode(_ value: Int) { writer.write(number: value) }
    func encode(_ value: some FixedWidthInteger & Encodable) { writer.write(number: value) }
    func encode(_ value: some BinaryFloatingPoint & Encodable) throws { throw EncodingError.notWhole(value) }
    func encode(_ value: some Encodable) throws { try writer.write(value) }
}

extension EncodingError {
    static func notWhole(_ value: any BinaryFloatingPoint) -> EncodingError {
        .invalidValue(value, Context(codingPath: [], debugDescription: "numbers of the house are whole"))
    }
}
