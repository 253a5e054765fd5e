/// The one form of JSON that the house writes and reads: stored, sealed, kept as an answer, sent, and taken in.
///
/// Written are names sorted by their UTF-8 bytes, no white space, plain slashes, and whole numbers only, so that equal values are equal bytes. These are
/// the bytes of Foundation's `JSONEncoder` with `sortedKeys` and `withoutEscapingSlashes`, made several times faster, and they stay the same whatever
/// Foundation does next: seals are made over them.
public enum JSON {
    /// How deep lists and objects may stand in each other.
    public static let deepest = 512

    /// The bytes of a value. `EncodingError` for a floating-point number, and for a container that is written to after another was begun.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        if let value = value as? any JSONWritable {
            var text = JSONText(room: type(of: value).room)
            value.write(to: &text)
            return try text.finished()
        }
        let writer = JSONWriter()
        try writer.write(value)
        return try writer.finished()
    }

    /// The value in a text of RFC 8259, UTF-8. The whole text is read before anything is made of it; of two fields with one name the first counts.
    ///
    /// `DecodingError` with the path of the field at fault, and without a path for a text that is no JSON. It never quotes the text.
    public static func value<Value: Decodable>(_ type: Value.Type, in bytes: [UInt8]) throws -> Value {
        try part(in: bytes).value(type)
    }

    /// A text as a whole, once it has been read, to make more than one value of.
    public static func part(in bytes: [UInt8]) throws -> JSONPart { JSONPart(document: try JSONDocument(bytes), node: 0) }
}
