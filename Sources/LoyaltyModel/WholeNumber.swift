/// Whole numbers out of JSON, where a fraction or a number beyond 64 bits is the field's fault and not the whole document's.
///
/// Foundation reports such numbers by an error of its own that names no field.
public enum WholeNumber {
    static let wanted = "a whole number of at most 18 digits belongs there"

    /// The number that is the whole value.
    public static func decode(from decoder: any Decoder) throws -> Int {
        let container = try decoder.singleValueContainer()
        do { return try container.decode(Int.self) } catch let error as DecodingError { throw error } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: wanted)
        }
    }

    /// The number under a key.
    public static func decode<Key: CodingKey>(_ key: Key, in container: KeyedDecodingContainer<Key>) throws -> Int {
        do { return try container.decode(Int.self, forKey: key) } catch let error as DecodingError { throw error } catch {
            throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: wanted)
        }
    }

    /// The number under a key that may be absent or null.
    public static func decodeIfPresent<Key: CodingKey>(_ key: Key, in container: KeyedDecodingContainer<Key>) throws -> Int? {
        guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
        return try decode(key, in: container)
    }
}
