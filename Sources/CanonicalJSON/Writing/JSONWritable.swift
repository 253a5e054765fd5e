/// A value that writes its JSON by hand: the very bytes that its `Encodable` comes to, only faster, or a form of its own that its `JSONReadable` reads.
public protocol JSONWritable: Encodable {
    /// How many bytes most of them come to, so that room is made once.
    static var room: Int { get }
    /// Writes the value.
    func write(to json: inout JSONText)
}

extension JSONWritable {
    /// A few.
    public static var room: Int { 1024 }
}
