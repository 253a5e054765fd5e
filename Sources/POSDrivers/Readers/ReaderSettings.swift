/// What a reader's driver does about cards that come too often or too early.
public struct ReaderSettings: Sendable, Hashable {
    /// The same card drawn again within this time of the last one that was handed over is swallowed: a double swipe. Zero swallows none. Scans are never
    /// swallowed: two pieces of the same goods are two scans.
    public var repeats: Duration
    /// What a device has to say within this time of being claimed was read before, for somebody else, and is dropped. Zero drops none.
    public var settling: Duration

    /// Settings.
    public init(repeats: Duration = .seconds(1), settling: Duration = .milliseconds(250)) {
        self.repeats = repeats
        self.settling = settling
    }

    /// For a shop: a second for double swipes, a quarter of one for what was read before.
    public static let shop = ReaderSettings()
    /// For a device that had nothing to say before it was claimed: only double swipes are swallowed.
    public static let fresh = ReaderSettings(settling: .zero)
}
