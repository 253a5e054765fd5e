internal import CanonicalJSON

/// How a model value lies in a store: JSON with sorted keys and plain slashes, UTF-8. Stores share it, so that a seal made by one holds in another.
public enum StoredForm {
    /// The bytes of a value.
    public static func bytes(of value: some Encodable & Sendable) throws(StoreFault) -> [UInt8] {
        do {
            return try JSON.bytes(of: value)
        } catch {
            throw .failed("a \(type(of: value)) could not be written")
        }
    }

    /// The value in bytes. `StoreFault.failed` names the type only, never the content.
    public static func value<Value: Decodable>(_ type: Value.Type, in bytes: some Sequence<UInt8>) throws(StoreFault) -> Value {
        do {
            return try JSON.value(type, in: Array(bytes))
        } catch {
            throw .failed("a stored \(type) could not be read")
        }
    }
}
