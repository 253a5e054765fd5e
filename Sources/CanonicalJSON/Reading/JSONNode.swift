/// A value of a text that has been read: where it stands, and how to pass over it.
struct JSONNode {
    enum Kind: UInt8 {
        case null, yes, no, text, escapedText, wholeNumber, otherNumber, list, object
    }

    let kind: Kind
    /// The first byte of it; of a text, the first behind the quote.
    let start: Int32
    /// Behind the last byte of it; of a text, the closing quote. Not known of lists and objects.
    let end: Int32
    /// The first node behind it and all that is in it.
    var next: Int32
    /// How many elements it has; of an object, how many fields, each of a name and a value.
    var count: Int32 = 0
}
