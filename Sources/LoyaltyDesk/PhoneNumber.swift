import CardFormats

/// A telephone number as it is compared: ASCII digits, with a leading `+` where one was written.
struct PhoneNumber {
    let digits: String

    /// Reads what a person types, in any of the three digit sets, with spaces, dashes, dots and brackets; nil without 5 to 15 digits (ITU-T E.164).
    init?(_ text: String) {
        let kept = Digits.latin(text).filter { !" -.()/\u{00A0}".contains($0) }
        let body = kept.hasPrefix("+") ? kept.dropFirst() : kept[...]
        guard (5...15).contains(body.count), body.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        digits = kept
    }
}
