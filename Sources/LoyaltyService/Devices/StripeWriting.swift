/// Writes the magnetic stripe of a card. Whoever starts the service chooses the writer; without one the printed code alone is read back.
public protocol StripeWriting: Sendable {
    /// Whether a writer is there that can be asked to write.
    var isReady: Bool { get async }

    /// Waits for the card to be drawn through, writes the tracks given by their numbers, 1 to 3 and without sentinels, reads them back and compares.
    ///
    /// Throws `Trouble(.stripeNotWritten)` when they do not read back equal, and for a layout of a payment card, which is never written.
    func write(_ tracks: [Int: String]) async throws
}
