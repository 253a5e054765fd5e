/// How far a device has come.
///
/// UnifiedPOS: `State` with `S_CLOSED` 1, `S_IDLE` 2, `S_BUSY` 3, `S_ERROR` 4. An opened device is claimed and enabled at once.
public enum DeviceState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seen but not ours: being opened, given back, or unplugged.
    case closed
    /// Ready.
    case idle
    /// Printing, or in the middle of a scan.
    case busy
    /// Cannot be used; the trouble says why.
    case error
}
