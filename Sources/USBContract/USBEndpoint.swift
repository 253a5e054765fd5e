/// The way data go, seen from the host.
public enum USBDirection: Sendable, Hashable {
    /// From the device to the host.
    case `in`
    /// From the host to the device.
    case out
}

/// The address of an endpoint as its descriptor writes it: number in bits 0 to 3, bit 7 set for IN.
///
/// Source: USB 2.0, table 9-13, `bEndpointAddress`.
public struct USBEndpointAddress: RawRepresentable, Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// `bEndpointAddress`: `0x81` is IN 1, `0x01` is OUT 1.
    public var rawValue: UInt8

    /// The endpoint with this `bEndpointAddress`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `0x81`, where a call takes an endpoint.
    public init(integerLiteral value: UInt8) { rawValue = value }

    /// Endpoint zero, which every device has for control requests.
    public static let control: USBEndpointAddress = 0x00

    /// Which way it carries data; endpoint zero carries both and says out.
    public var direction: USBDirection { rawValue & 0x80 == 0 ? .out : .in }

    /// 0 to 15.
    public var number: UInt8 { rawValue & 0x0F }

    /// `IN 1`.
    public var description: String { "\(direction == .in ? "IN" : "OUT") \(number)" }
}

/// How an endpoint moves data.
///
/// Source: USB 2.0, table 9-13, `bmAttributes` bits 0 and 1.
public enum USBTransferType: UInt8, Sendable, Hashable {
    /// Setup packets with an optional data stage.
    case control = 0
    /// Sound and pictures in time; MemberLane drives no such device.
    case isochronous = 1
    /// Much data, when the bus has room: printers.
    case bulk = 2
    /// Few data, asked for at a fixed interval: readers.
    case interrupt = 3
}

/// An endpoint of an interface.
public struct USBEndpoint: Sendable, Hashable {
    /// Number and direction.
    public var address: USBEndpointAddress
    /// How it moves data.
    public var transferType: USBTransferType
    /// The most bytes of one packet, `wMaxPacketSize` bits 0 to 10. A shorter packet ends a transfer.
    public var maxPacketSize: Int
    /// `bInterval`: in frames of 1 ms at low and full speed.
    public var interval: UInt8

    /// An endpoint as its descriptor tells it.
    public init(address: USBEndpointAddress, transferType: USBTransferType, maxPacketSize: Int, interval: UInt8 = 0) {
        self.address = address
        self.transferType = transferType
        self.maxPacketSize = maxPacketSize
        self.interval = interval
    }

    /// `length` in whole packets of `size` bytes, so that the last packet of a transfer has room.
    package static func wholePackets(of size: Int, for length: Int) -> Int {
        let size = max(size, 1)
        let packets = max(length, 1) / size + (max(length, 1) % size == 0 ? 0 : 1)
        return packets.multipliedReportingOverflow(by: size).overflow ? length : packets * size
    }
}
