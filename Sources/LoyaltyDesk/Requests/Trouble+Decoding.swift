public import LoyaltyModel

extension Trouble {
    /// What is wrong with a body that does not decode: which field, what stands there, what belongs there.
    public init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(.fieldMissing, field: Self.path(context.codingPath + [key]), detail: "the field is missing")
        case .valueNotFound(_, let context):
            self.init(.fieldMissing, field: Self.path(context.codingPath), detail: "null stands there; a value belongs there")
        case .typeMismatch(let type, let context):
            self.init(.fieldWrong, field: Self.path(context.codingPath), detail: "a value of another kind stands there; \(Self.name(of: type)) belongs there")
        case .dataCorrupted(let context):
            self.init(context.codingPath.isEmpty ? .bodyMalformed : .fieldWrong, field: Self.path(context.codingPath), detail: context.debugDescription)
        @unknown default:
            self.init(.bodyMalformed)
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String? {
        let path = keys.reduce(into: "") { path, key in
            if let index = key.intValue { path += "[\(index)]" } else { path += (path.isEmpty ? "" : ".") + key.stringValue }
        }
        return path.isEmpty ? nil : path
    }

    private static func name(of type: Any.Type) -> String {
        switch type {
        case is Int.Type: "a whole number"
        case is String.Type: "text"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }
}
