/// What a reader can let the cashier hear.
public enum ReaderSignal: String, Sendable, Hashable, Codable, CaseIterable {
    /// The card or code was accepted.
    case accepted
    /// It was not: unknown, refused, or not for now.
    case rejected
}

/// A reader with a sound of its own.
///
/// UnifiedPOS has no call for this; HID-POS scanners have a good-read beep and an error beep.
public protocol ReaderFeedback: CardReader {
    /// Makes the sound; false where the reader has none, or did not take it.
    @discardableResult
    func signal(_ signal: ReaderSignal) async -> Bool
}
