/// The device's side of the cable: what an emulated device does.
///
/// A function answers at once and never waits; when it has nothing to give or no room to take, it says `nak` and rings
/// the doorbell later. The host asks for one packet at a time and calls from any thread, never twice at once for one endpoint.
/// The same object serves a `VirtualBus`, an emulated kernel and a USB/IP link, since `USBFunctionHost` is all they need.
public protocol USBFunction: AnyObject, Sendable {
    /// What the device says about itself; read once, when it is plugged in.
    var descriptors: USBFunctionDescriptors { get }

    /// The device is plugged in and has power. `doorbell` makes the host ask again at an endpoint that said `nak`.
    ///
    /// It is rung outside the function's own locks. A function is plugged in at one place at a time.
    func plugged(doorbell: @escaping USBDoorbell)

    /// A control request that is not a standard one; those the host answers from `descriptors`.
    ///
    /// `data` is empty for requests with data from the device.
    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply

    /// The next packet of an IN endpoint, at most `limit` bytes; fewer end the host's transfer.
    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply

    /// Takes a packet at an OUT endpoint, whole or not at all.
    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply

    /// What the host did that carries no data.
    func notice(_ event: USBHostEvent)
}

/// Tells the host that an endpoint which said `nak` may do better now; `.control` for a pending control request.
public typealias USBDoorbell = @Sendable (USBEndpointAddress) -> Void

/// The answer to a control request.
public enum USBControlReply: Sendable, Hashable {
    /// Done; the data of an IN request, cut to its length by the host, and nothing for an OUT request.
    case done([UInt8])
    /// The device does not know the request.
    case stall
    /// Not yet: asked again when the doorbell rings for `.control`.
    case nak
    /// The bus garbled it.
    case garbled
}

/// The answer to the host's wish for a packet.
public enum USBInReply: Sendable, Hashable {
    /// A packet; empty is a packet too, and ends the transfer.
    case packet([UInt8])
    /// Nothing to give yet.
    case nak
    /// The endpoint halts until the host clears it.
    case stall
    /// The bus garbled the packet, which is lost.
    case garbled
}

/// The answer to a packet from the host.
public enum USBOutReply: Sendable, Hashable {
    /// Taken.
    case accepted
    /// No room yet; the host keeps the packet.
    case nak
    /// The endpoint halts until the host clears it.
    case stall
    /// The bus garbled the packet, which is lost.
    case garbled
}

/// What a host does to a device besides moving data.
public enum USBHostEvent: Sendable, Hashable {
    /// A program has claimed the interface. Real devices cannot see this; an emulated one may.
    case claimed(interface: UInt8)
    /// A program has released the interface. Real devices cannot see this; an emulated one may.
    case released(interface: UInt8)
    /// The host has selected an alternate setting.
    case selected(interface: UInt8, alternate: UInt8)
    /// The host has cleared the halt of an endpoint.
    case haltCleared(USBEndpointAddress)
    /// The host has reset the device.
    case reset
    /// The cable is out.
    case unplugged
}
