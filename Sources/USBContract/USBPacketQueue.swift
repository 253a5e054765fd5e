/// What an IN endpoint of an emulated device has to give, cut into packets as the host asks for them.
public struct USBPacketQueue: Sendable {
    private var transfers: [ArraySlice<UInt8>] = []

    /// Nothing to give.
    public init() {}

    /// Whether there is nothing to give.
    public var isEmpty: Bool { transfers.isEmpty }

    /// Puts a transfer at the end. Its last packet is a short one, unless it fills whole packets.
    public mutating func append(_ transfer: [UInt8]) { transfers.append(transfer[...]) }

    /// The next packet, at most `limit` bytes; nil when there is none.
    public mutating func next(limit: Int) -> [UInt8]? {
        guard let first = transfers.first else { return nil }
        let packet = first.prefix(max(limit, 1))
        if packet.count == first.count { transfers.removeFirst() } else { transfers[0] = first.dropFirst(packet.count) }
        return Array(packet)
    }

    /// Throws everything away, as a reader does whose host has stopped asking.
    public mutating func removeAll() { transfers.removeAll() }
}
