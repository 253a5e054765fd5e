/// How a text is set: sizes are the em in dots.
struct TextStyle: Sendable, Hashable {
    /// The size wanted.
    var size: Int
    /// The size below which letters run together; shorter text is better than smaller.
    var floor: Int
    var isBold: Bool
    /// Lines the text may take when it does not fit one.
    var lines = 1
}
