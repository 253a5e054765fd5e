/// How fast the device talks.
public enum USBSpeed: UInt8, Sendable, Hashable, CaseIterable {
    /// The host does not say.
    case unknown = 0
    /// 1.5 Mbit/s.
    case low = 1
    /// 12 Mbit/s.
    case full = 2
    /// 480 Mbit/s.
    case high = 3
    /// 5 Gbit/s.
    case `super` = 4
    /// 10 Gbit/s and more.
    case superPlus = 5
}
