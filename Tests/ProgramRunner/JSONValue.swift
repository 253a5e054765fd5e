public import Foundation

/// A JSON document as a test looks at it: what is not there is `null`.
@dynamicMemberLookup
public enum JSONValue: Sendable, Hashable, Decodable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads a document; numbers have to be whole.
    public init(_ data: Data) throws { self = try JSONDecoder().decode(JSONValue.self, from: data) }

    /// Reads any value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// A member of an object.
    public subscript(dynamicMember name: String) -> JSONValue { self[name] }

    /// A member of an object.
    public subscript(name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members[name] ?? .null
    }

    /// An element of a list.
    public subscript(index: Int) -> JSONValue { elements.indices.contains(index) ? elements[index] : .null }

    /// The elements of a list; none for anything else.
    public var elements: [JSONValue] {
        guard case .list(let elements) = self else { return [] }
        return elements
    }

    /// The text, when it is one.
    public var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The number, when it is one.
    public var integer: Int? {
        guard case .number(let number) = self else { return nil }
        return number
    }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// An object.
    public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(Dictionary(members) { _, last in last }) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A number.
    public init(integerLiteral number: Int) { self = .number(number) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Nothing.
    public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON, members in order, for a failed test to show.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let number): "\(number)"
        case .text(let text): "\"\(text)\""
        case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
        }
    }
}
