/// A control request: the eight bytes of the setup packet.
///
/// Source: USB 2.0, table 9-2.
public struct USBSetup: Sendable, Hashable {
    /// Who defines the request. `bmRequestType` bits 5 and 6.
    public enum Kind: UInt8, Sendable, Hashable {
        /// USB itself.
        case standard = 0
        /// The interface's class.
        case `class` = 1
        /// The maker.
        case vendor = 2
    }

    /// Whom the request is for. `bmRequestType` bits 0 to 4.
    public enum Recipient: UInt8, Sendable, Hashable {
        /// The device.
        case device = 0
        /// An interface, whose number is the low byte of `index`. It must be claimed first.
        case interface = 1
        /// An endpoint, whose address is the low byte of `index`.
        case endpoint = 2
        /// Something else.
        case other = 3
    }

    /// `bmRequestType`.
    public var requestType: UInt8
    /// `bRequest`.
    public var request: UInt8
    /// `wValue`.
    public var value: UInt16
    /// `wIndex`.
    public var index: UInt16
    /// `wLength`: how many bytes the data stage has at most.
    public var length: UInt16

    /// The request with these fields.
    public init(requestType: UInt8, request: UInt8, value: UInt16, index: UInt16, length: UInt16) {
        self.requestType = requestType
        self.request = request
        self.value = value
        self.index = index
        self.length = length
    }

    /// The request in words.
    public init(
        _ direction: USBDirection, _ kind: Kind, _ recipient: Recipient, request: UInt8, value: UInt16 = 0, index: UInt16 = 0, length: UInt16 = 0
    ) {
        self.init(
            requestType: (direction == .in ? 0x80 : 0) | kind.rawValue << 5 | recipient.rawValue, request: request, value: value, index: index,
            length: length)
    }

    /// Reads a setup packet; nil with fewer than eight bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        self.init(
            requestType: bytes[0], request: bytes[1], value: bytes.littleEndian16(at: 2), index: bytes.littleEndian16(at: 4),
            length: bytes.littleEndian16(at: 6))
    }

    /// The setup packet.
    public var bytes: [UInt8] { [requestType, request] + .littleEndian(value) + .littleEndian(index) + .littleEndian(length) }

    /// Which way the data stage goes.
    public var direction: USBDirection { requestType & 0x80 == 0 ? .out : .in }

    /// Who defines the request; nil for the reserved value.
    public var kind: Kind? { Kind(rawValue: requestType >> 5 & 0x03) }

    /// Whom it is for; nil for reserved values.
    public var recipient: Recipient? { Recipient(rawValue: requestType & 0x1F) }

    /// The interface it is for, which has to be claimed; nil for other recipients.
    ///
    /// It is the low byte of `index`, but the high one for the printer class's GET_DEVICE_ID, as Linux reads it too.
    public var interface: UInt8? {
        guard recipient == .interface else { return nil }
        let isDeviceID = requestType == 0xA1 && request == 0x00
        return UInt8(truncatingIfNeeded: isDeviceID ? index >> 8 : index)
    }
}
