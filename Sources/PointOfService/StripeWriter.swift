public import CardFormats

/// A device that writes magnetic stripes, and reads them.
///
/// UnifiedPOS: `MSR` with `CapWritableTracks` and `writeTracks` (1.10); the result words are `PointCardRW`'s. It reads only when it is told to, so it is no ``CardReader``.
public protocol StripeWriter: Actor {
    /// Which device.
    nonisolated var identity: DeviceIdentity { get }
    /// `busy` while it waits for a card.
    var state: DeviceState { get }

    /// Writes a card that is drawn through, has it drawn through again, and compares.
    ///
    /// `tracks` are texts with or without sentinels; tracks that are not given stay as they are. Payment layouts and licences are refused before anything is sent to the
    /// device. `step` is called when a card is wanted. A report is made only when all of it was read back as it was to be.
    func write(
        _ tracks: [TrackNumber: String], coercivity: StripeCoercivity, step: @escaping @Sendable (StripeStep) -> Void
    ) async throws(StripeWriteFailure) -> StripeWriteReport

    /// Reads a card that is drawn through, under the same rules as every reader.
    func read(step: @escaping @Sendable (StripeStep) -> Void) async throws(StripeWriteFailure) -> CardEvent

    /// Gives up what it waits for. Safe at any time.
    func cancel() async

    /// Gives up, and gives the device back. Safe to repeat.
    func close() async
}

/// What the person at the writer has to do now.
public enum StripeStep: String, Sendable, Hashable, Codable, CaseIterable {
    /// Draw the card through: it is written.
    case drawToWrite = "draw_to_write"
    /// Draw the same card through again: it is read back.
    case drawToVerify = "draw_to_verify"
    /// Draw a card through: it is read.
    case drawToRead = "draw_to_read"
}

/// A card that was written and read back.
public struct StripeWriteReport: Sendable, Hashable, Codable {
    /// The tracks that were read back as they were to be, ascending: all that were asked for.
    public let verified: [TrackNumber]
    /// What the writer was set to, by its own account.
    public let coercivity: StripeCoercivity

    /// A report.
    public init(verified: [TrackNumber], coercivity: StripeCoercivity) {
        self.verified = verified
        self.coercivity = coercivity
    }
}
