/// What is wrong with a virtual printer beside its conditions.
public struct VirtualPrinterFaults: Sendable, Hashable {
    /// Takes no packet once it has taken this many bytes since it was plugged in; nil takes all.
    public var stopsTakingDataAfter: Int?
    /// Says nothing: the IN endpoint is never ready, as on printers behind a one-way cable.
    public var isMute = false
    /// The OUT endpoint halts at the next packet.
    public var stallsOnce = false
    /// The roll ends once this many bytes have come since it was plugged in.
    public var paperEndsAfter: Int?
    /// Knows SOFT_RESET only with the recipient of version 1.0 of the class.
    public var wantsOldSoftReset = false

    /// Nothing is wrong.
    public init() {}
}
