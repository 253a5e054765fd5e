/// The gate of the stripe writer: stricter than reading, since nobody has a card of ours in a bank's layout.
extension CardRule {
    /// Whether these tracks may be written; with or without sentinels.
    public func mayEncode(_ tracks: [TrackNumber: String]) -> Bool { refusal(toEncode: tracks) == nil }

    /// Why these tracks may not be written: a licence's number, a payment layout even around an own number, or 13 to 19 digits in a payment scheme's range
    /// with any check digit.
    public func refusal(toEncode tracks: [TrackNumber: String]) -> CardRefusal? {
        for (track, text) in tracks.sorted(by: { $0.key < $1.key }) {
            var data = Array(Digits.latin(text).utf8)
            if let first = data.first, first == track.format.start { data.removeFirst() }
            if data.last == track.format.end { data.removeLast() }
            if let refusal = refusal(toEncode: data.span) { return refusal }
        }
        return nil
    }

    private func refusal(toEncode text: Span<UInt8>) -> CardRefusal? {
        let run = CardLayout.leadingRun(of: text)
        if IssuerRange.licence.contains(where: { $0.contains(run, in: text) }) { return .licence }
        if CardLayout.isPayment(text) { return .paymentCard }
        return IssuerRange.isPayment(run, in: text) ? .paymentCard : nil
    }
}
