/// A name that its owner knows again and nobody else reads: the first letter of each part, and as many dots whatever the part's length.
struct MaskedName {
    let text: String

    /// At most four parts are shown.
    init(_ name: String) {
        text = name.split { $0.isWhitespace || $0 == "\u{200C}" || $0 == "-" }.prefix(4).compactMap(\.first).map { "\($0)•••" }.joined(separator: " ")
    }
}
