import LoyaltyModel

/// What a person wrote down in a field of free text: trimmed, of bounded length, without control characters but line ends.
struct WrittenText {
    /// Nil when nothing is left of it.
    let text: String?

    init(_ written: String?, field: String, limit: Int = 2000) throws(Trouble) {
        guard let written else {
            text = nil
            return
        }
        let trimmed = written.drop { $0.isWhitespace }
        let kept = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
        guard kept.count <= limit else { throw Trouble(.fieldWrong, field: field, detail: "at most \(limit) characters are taken") }
        guard !kept.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r" && $0 != "\t" }) else {
            throw Trouble(.fieldWrong, field: field, detail: "control characters are not taken")
        }
        text = kept.isEmpty ? nil : kept
    }

    /// One line of at most 120 characters.
    init(line written: String?, field: String) throws(Trouble) {
        text = try written.map { line throws(Trouble) in try PersonName(line, field: field).text } ?? nil
    }

    /// A text that may not be absent or empty.
    func needed(_ field: String) throws(Trouble) -> String {
        guard let text else { throw Trouble(.fieldMissing, field: field) }
        return text
    }
}
