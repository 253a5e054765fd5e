/// A figure of a table: published or set, not offered, or unknown because the text does not say.
public enum Figure<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The text or the owner says so.
    case known(Value)
    /// The owner has said that the shop does without.
    case notOffered
    /// Nobody has said; the key is where a setting would.
    case unknown(key: String)

    /// The figure, when there is one.
    public var value: Value? { if case .known(let value) = self { value } else { nil } }
    /// Whether the owner still has to say.
    public var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
