/// Turns `Encodable` values into canonical JSON in one walk: names sorted by their bytes, no white space, whole numbers only.
///
/// The bytes are those of Foundation's `JSONEncoder` with `sortedKeys` and `withoutEscapingSlashes`, made several times faster, and they stay the
/// same whatever Foundation does next: seals are made over them. A floating-point number is refused.
final class CanonicalEncoder: Encoder {
    private(set) var fragment = CanonicalFragment.null

    /// The JSON bytes of a value.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        try fragment(of: value).write(to: &bytes)
        return bytes
    }

    static func fragment(of value: some Encodable) throws -> CanonicalFragment {
        let encoder = CanonicalEncoder()
        try value.encode(to: encoder)
        return encoder.fragment
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object(let object) = fragment { return KeyedEncodingContainer(CanonicalKeyed(object: object)) }
        let object = CanonicalObject()
        fragment = .object(object)
        return KeyedEncodingContainer(CanonicalKeyed(object: object))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array(let array) = fragment { return CanonicalUnkeyed(array: array) }
        let array = CanonicalArray()
        fragment = .array(array)
        return CanonicalUnkeyed(array: array)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { CanonicalSingle(encoder: self) }

    fileprivate func set(_ fragment: CanonicalFragment) { self.fragment = fragment }
}

private struct CanonicalSingle: SingleValueEncodingContainer {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.set(.null) }
    func encode(_ value: Bool) { encoder.set(CanonicalFragment(value)) }
    func encode(_ value: String) { encoder.set(.text(value)) }
    func encode(_ value: some FixedWidthInteger & Encodable) { encoder.set(CanonicalFragment(value)) }
    func encode(_ value: some BinaryFloatingPoint & Encodable) throws { throw notWhole(value) }
    func encode(_ value: some Encodable) throws { encoder.set(try CanonicalEncoder.fragment(of: value)) }
}

private struct CanonicalUnkeyed: UnkeyedEncodingContainer {
    let array: CanonicalArray
    var codingPath: [any CodingKey] { [] }
    var count: Int { array.count }

    func encodeNil() { array.put(.null) }
    func encode(_ value: Bool) { array.put(CanonicalFragment(value)) }
    func encode(_ value: String) { array.put(.text(value)) }
    func encode(_ value: some FixedWidthInteger & Encodable) { array.put(CanonicalFragment(value)) }
    func encode(_ value: some BinaryFloatingPoint & Encodable) throws { throw notWhole(value) }
    func encode(_ value: some Encodable) throws { array.put(try CanonicalEncoder.fragment(of: value)) }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let object = CanonicalObject()
        array.put(.object(object))
        return KeyedEncodingContainer(CanonicalKeyed(object: object))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let nested = CanonicalArray()
        array.put(.array(nested))
        return CanonicalUnkeyed(array: nested)
    }

    /// For classes that inherit; the model has none. What it writes is lost.
    func superEncoder() -> any Encoder { CanonicalEncoder() }
}

private struct CanonicalKeyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let object: CanonicalObject
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { object.put(.null, under: key.stringValue) }
    func encode(_ value: Bool, forKey key: Key) { object.put(CanonicalFragment(value), under: key.stringValue) }
    func encode(_ value: String, forKey key: Key) { object.put(.text(value), under: key.stringValue) }
    func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) { object.put(CanonicalFragment(value), under: key.stringValue) }
    func encode(_ value: some BinaryFloatingPoint & Encodable, forKey key: Key) throws { throw notWhole(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { object.put(try CanonicalEncoder.fragment(of: value), under: key.stringValue) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        let nested = CanonicalObject()
        object.put(.object(nested), under: key.stringValue)
        return KeyedEncodingContainer(CanonicalKeyed<Nested>(object: nested))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let nested = CanonicalArray()
        object.put(.array(nested), under: key.stringValue)
        return CanonicalUnkeyed(array: nested)
    }

    /// For classes that inherit; the model has none. What it writes is lost.
    func superEncoder() -> any Encoder { CanonicalEncoder() }
    /// For classes that inherit; the model has none. What it writes is lost.
    func superEncoder(forKey key: Key) -> any Encoder { CanonicalEncoder() }
}

extension CanonicalFragment {
    fileprivate init(_ value: Bool) { self = .word(value ? "true" : "false") }
    fileprivate init(_ value: some FixedWidthInteger) { self = Int(exactly: value).map { .number($0) } ?? .word(String(value)) }
}

private func notWhole(_ value: any BinaryFloatingPoint) -> EncodingError {
    EncodingError.invalidValue(value, EncodingError.Context(codingPath: [], debugDescription: "stored numbers are whole"))
}
