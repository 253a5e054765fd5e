/// Why something on the bus did not work. It names the device, and what to do.
public struct USBError: Error, Sendable, Hashable {
    /// What went wrong.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The rights of the device node do not let this user open it.
        case accessDenied
        /// Another program or driver holds the interface.
        case busy
        /// The device has been pulled out, or was never there.
        case gone
        /// The device refused: it does not know a control request, or its endpoint is halted until `clearHalt`.
        case stalled
        /// The time was up before the transfer was complete.
        case timedOut
        /// The task was cancelled, or the connection closed, before the transfer was complete.
        case cancelled
        /// The device sent more than was asked for; what came is not to be trusted.
        case overflow
        /// There is no such interface, setting or endpoint, or it has not been claimed.
        case notFound
        /// The connection is closed.
        case closed
        /// This computer cannot do it: no USB, or a call its system does not offer.
        case unsupported
        /// The cable, the hub or the device garbled the transfer. A cable that is being pulled shows as this at first.
        case inputOutput
    }

    /// What went wrong.
    public var kind: Kind
    /// The device, for people.
    public var device: String
    /// The endpoint, where one was in use.
    public var endpoint: USBEndpointAddress?
    /// Who holds the device, where `kind` is `busy` and that is known.
    public var holder: String?
    /// What had been moved before it failed.
    public var partial: USBPartialTransfer

    /// An error of the device called `device`.
    public init(
        _ kind: Kind, device: String, endpoint: USBEndpointAddress? = nil, holder: String? = nil, partial: USBPartialTransfer = .nothing
    ) {
        self.kind = kind
        self.device = device
        self.endpoint = endpoint
        self.holder = holder
        self.partial = partial
    }

    /// How many bytes had been moved before it failed.
    public var transferred: Int { partial.count }

    /// The bytes that had come before it failed.
    public var received: [UInt8] { partial.received }
}
