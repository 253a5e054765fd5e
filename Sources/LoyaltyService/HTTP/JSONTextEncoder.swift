/// Where a value writes itself; see ``JSONText``.
struct JSONTextEncoder: Encoder {
    let text: JSONText
    /// How many containers are open around the value.
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(JSONTextObject<Key>(text, at: depth)) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONTextArray(text, at: depth) }
    func singleValueContainer() -> any SingleValueEncodingContainer { JSONTextValue(text: text) }
}

private struct JSONTextObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let text: JSONText
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    init(_ text: JSONText, at depth: Int) {
        self.text = text
        self.depth = depth + 1
        text.begin(UInt8(ascii: "{"), UInt8(ascii: "}"), at: depth)
    }

    func encodeNil(forKey key: Key) {
        text.next(key, at: depth)
        text.writeNull()
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        text.next(key, at: depth)
        try text.write(value)
    }

    func nestedContainer<Other: CodingKey>(keyedBy type: Other.Type, forKey key: Key) -> KeyedEncodingContainer<Other> {
        superEncoder(forKey: key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { superEncoder(forKey: key).unkeyedContainer() }
    func superEncoder() -> any Encoder { JSONTextEncoder(text: text, depth: depth) }
    func superEncoder(forKey key: Key) -> any Encoder {
        text.next(key, at: depth)
        return JSONTextEncoder(text: text, depth: depth)
    }
}

private struct JSONTextArray: UnkeyedEncodingContainer {
    let text: JSONText
    let depth: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(_ text: JSONText, at depth: Int) {
        self.text = text
        self.depth = depth + 1
        text.begin(UInt8(ascii: "["), UInt8(ascii: "]"), at: depth)
    }

    private mutating func next() {
        text.next(at: depth)
        count += 1
    }

    mutating func encodeNil() {
        next()
        text.writeNull()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        next()
        try text.write(value)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { superEncoder().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder {
        next()
        return JSONTextEncoder(text: text, depth: depth)
    }
}

private struct JSONTextValue: SingleValueEncodingContainer {
    let text: JSONText
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { text.writeNull() }

    func encode<Value: Encodable>(_ value: Value) throws { try text.write(single: value) }
}
