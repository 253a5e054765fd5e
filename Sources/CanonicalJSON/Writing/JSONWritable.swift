/// A value that writes its JSON by hand, in the very bytes that its `Encodable` comes to, only faster.
public protocol JSONWritable: Encodable {
    /// Writes the value.
    func write(to json: inout JSONText)
}
