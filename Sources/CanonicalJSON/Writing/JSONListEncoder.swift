/// The elements of a list.
struct JSONListEncoder: UnkeyedEncodingContainer {
    let writer: JSONWriter
    let depth: Int
    let serial: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(writer: JSONWriter, depth: Int, serial: Int) {
        self.writer = writer
        self.depth = depth
        self.serial = serial
    }

    private mutating func begin() throws {
        try writer.beginElement(of: serial, at: depth)
        count += 1
    }

    mutating func encodeNil() throws {
        try begin()
        writer.writeNull()
    }

    mutating func encode(_ value: Bool) throws {
        try begin()
        writer.write(value)
    }

    mutating func encode(_ value: String) throws {
        try begin()
        writer.write(value)
    }

    mutating func encode(_ value: Int) throws {
        try begin()
        writer.write(number: value)
    }

    mutating func encode(_ value: some FixedWidthInteger & Encodable) throws {
        try begin()
        writer.write(number: value)
    }

    mutating func encode(_ value: some BinaryFloatingPoint & Encodable) throws { throw EncodingError.notWhole(value) }

    mutating func encode(_ value: some Encodable) throws {
        try begin()
        try writer.write(value)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { superEncoder().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder {
        do { try begin() } catch { writer.refuseLateWriter() }
        return JSONValueEncoder(writer: writer, depth: depth + 1)
    }
}
