/// What had been moved when a transfer ended early.
///
/// The bytes may be a member's card, so printing this value shows their number only.
public struct USBPartialTransfer: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What had come from the device; empty for a write.
    public var received: [UInt8]
    /// How many bytes went either way.
    public var count: Int

    /// A read that had brought `received`.
    public init(received: [UInt8]) {
        self.received = received
        count = received.count
    }

    /// A write of which the device had taken `count` bytes.
    public init(sent count: Int) {
        received = []
        self.count = count
    }

    /// Nothing had been moved.
    public static let nothing = USBPartialTransfer(sent: 0)

    /// `5000 bytes`.
    public var description: String { "\(count) byte\(count == 1 ? "" : "s")" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Only the number, so that `dump` prints no card either.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}
