import LoyaltyModel

/// A name as a person writes it: trimmed, of bounded length, without control characters.
struct PersonName {
    let text: String?

    /// An empty text clears the name. Joiners that scripts need (U+200C, U+200D) stay.
    init(_ written: String, field: String) throws(Trouble) {
        let trimmed = written.drop { $0.isWhitespace }
        let kept = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
        guard kept.count <= 120 else { throw Trouble(.fieldWrong, field: field, detail: "a name has at most 120 characters") }
        guard !kept.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Trouble(.fieldWrong, field: field, detail: "a name has no control characters")
        }
        text = kept.isEmpty ? nil : kept
    }
}
