/// How a number got in, in the words of the API.
public enum CardEntry: String, Sendable, Hashable, Codable {
    /// From a magnetic stripe.
    case swiped
    /// From a barcode.
    case scanned
}
