/// The elements of a list, one after another.
struct JSONListDecoder: UnkeyedDecodingContainer {
    let document: JSONDocument
    let node: Int
    private(set) var currentIndex = 0
    private var element: Int

    init(document: JSONDocument, node: Int) {
        self.document = document
        self.node = node
        element = node + 1
    }

    var codingPath: [any CodingKey] { document.path(to: node) }
    var count: Int? { document.count(node) }
    var isAtEnd: Bool { currentIndex >= document.count(node) }

    private func current(_ type: any Any.Type) throws -> Int {
        guard !isAtEnd else {
            let context = DecodingError.Context(codingPath: codingPath + [JSONKey(index: currentIndex)], debugDescription: "the list has no further element")
            throw DecodingError.valueNotFound(type, context)
        }
        return element
    }

    /// Makes a value of the next element and goes on behind it.
    private mutating func take<Value>(_ make: (Int) throws -> Value) throws -> Value {
        let value = try make(try current(Value.self))
        element = document.next(element)
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard document.isNull(try current((Any?).self)) else { return false }
        return try take { _ in true }
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try take { [document] in try document.truth($0) } }
    mutating func decode(_ type: String.Type) throws -> String { try take { [document] in try document.text($0) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try take { [document] in try document.integer($0) } }
    mutating func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
        try take { [document] in try document.integer(type, $0) }
    }
    mutating func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type) throws -> Number {
        throw document.mismatch(type, at: try current(type))
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try take { [document] in try document.value(Value.self, $0) }
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { try superDecoder().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try superDecoder().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try take { [document] in JSONValueDecoder(document: document, node: $0) } }
}
