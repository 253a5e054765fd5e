/// A value that is read by hand: as its `Decodable` does and with the same faults, only faster, or in forms of its own too.
public protocol JSONReadable: Decodable {
    /// Reads the value. `DecodingError` as ``JSON/value(_:in:)`` has it.
    init(json: JSONPart) throws
}

/// A value in a text that has been read.
public struct JSONPart: Sendable {
    let document: JSONDocument
    let node: Int

    /// The value it spells.
    public func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let type = type as? any JSONReadable.Type, let value = try type.init(json: self) as? Value { return value }
        return try document.value(Value.self, node)
    }

    /// The value it spells, read as its `Decodable` does whatever it could read by hand.
    public func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.value(Value.self, node) }
    /// Whether it is null.
    public var isNull: Bool { document.isNull(node) }
    /// Whether it is an object.
    public var isObject: Bool { document.kind(node) == .object }
    /// The text it is.
    public func text() throws -> String { try document.text(node) }
    /// The whole number it is.
    public func integer() throws -> Int { try document.integer(node) }

    /// A fault of it, with its path and why it is none.
    public func fault(_ why: String) -> DecodingError { document.corrupted(why, at: node) }

    /// The elements of it, a list.
    public func elements() throws -> [JSONPart] {
        guard document.kind(node) == .list else { throw document.mismatch([Any].self, at: node) }
        var elements: [JSONPart] = []
        var element = node + 1
        for _ in 0..<document.count(node) {
            elements.append(JSONPart(document: document, node: element))
            element = document.next(element)
        }
        return elements
    }

    /// The fields of it, an object.
    public func fields() throws -> JSONFields {
        guard document.kind(node) == .object else { throw document.mismatch([String: Any].self, at: node) }
        return JSONFields(document: document, node: node)
    }
}

/// The fields of an object; every question is by a field's name.
public struct JSONFields: Sendable {
    let document: JSONDocument
    let node: Int

    /// The value of a field that has to be there, null or not.
    private func needed(_ name: StaticString) throws -> Int {
        guard let field = document.field(name, of: node) else { throw document.missing(JSONKey("\(name)"), in: node) }
        return field
    }

    /// The value of a field that is there and not null.
    private func present(_ name: StaticString) -> Int? {
        guard let field = document.field(name, of: node), !document.isNull(field) else { return nil }
        return field
    }

    /// A text that has to be there.
    public func text(_ name: StaticString) throws -> String { try document.text(needed(name)) }
    /// A text; nil where it is absent or null.
    public func textIfPresent(_ name: StaticString) throws -> String? { try present(name).map { try document.text($0) } }
    /// A whole number that has to be there.
    public func integer(_ name: StaticString) throws -> Int { try document.integer(needed(name)) }
    /// A whole number; nil where it is absent or null.
    public func integerIfPresent(_ name: StaticString) throws -> Int? { try present(name).map { try document.integer($0) } }

    /// True or false, which has to be there.
    public func truth(_ name: StaticString) throws -> Bool { try document.truth(needed(name)) }
    /// True or false; nil where it is absent or null.
    public func truthIfPresent(_ name: StaticString) throws -> Bool? { try present(name).map { try document.truth($0) } }
    /// Whether a field is there and null.
    public func isNull(_ name: StaticString) -> Bool { document.field(name, of: node).map { document.isNull($0) } ?? false }
    /// A field as it stands, which has to be there.
    public func part(_ name: StaticString) throws -> JSONPart { JSONPart(document: document, node: try needed(name)) }
    /// A field as it stands; nil where it is absent or null.
    public func partIfPresent(_ name: StaticString) -> JSONPart? { present(name).map { JSONPart(document: document, node: $0) } }

    /// All fields by their names, in their order.
    public func named() -> [(name: String, part: JSONPart)] {
        var fields: [(name: String, part: JSONPart)] = []
        var name = node + 1
        for _ in 0..<document.count(node) {
            fields.append((document.spelled(name), JSONPart(document: document, node: name + 1)))
            name = document.next(name + 1)
        }
        return fields
    }

    /// A value of any other kind; nil where it is absent or null.
    public func valueIfPresent<Value: Decodable>(_ type: Value.Type, _ name: StaticString) throws -> Value? {
        try present(name).map { try document.value(Value.self, $0) }
    }

    /// A list of values that read themselves, which has to be there.
    public func list<Value: JSONReadable>(of type: Value.Type, _ name: StaticString) throws -> [Value] { try list(try needed(name)) }
    /// A list of values that read themselves; nil where it is absent or null.
    public func listIfPresent<Value: JSONReadable>(of type: Value.Type, _ name: StaticString) throws -> [Value]? { try present(name).map { try list($0) } }

    private func list<Value: JSONReadable>(_ list: Int) throws -> [Value] {
        try JSONPart(document: document, node: list).elements().map { try Value(json: $0) }
    }
}
