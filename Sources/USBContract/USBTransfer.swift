/// A transfer a host wants of a function.
public enum USBTransferRequest: Sendable, Hashable {
    /// A control request; `data` is what an OUT request carries.
    case control(USBSetup, data: [UInt8])
    /// Up to `length` bytes from an IN endpoint, fewer when a short packet ends them.
    case receive(USBEndpointAddress, length: Int)
    /// All the bytes to an OUT endpoint.
    case send(USBEndpointAddress, [UInt8])

    /// The endpoint whose queue the transfer joins.
    public var endpoint: USBEndpointAddress {
        switch self {
        case .control: .control
        case .receive(let endpoint, _), .send(let endpoint, _): endpoint
        }
    }
}

/// How a transfer ended, and what it had moved by then.
public struct USBTransferOutcome: Sendable, Hashable {
    /// How a transfer ended.
    public enum Status: Sendable, Hashable {
        /// As wanted.
        case completed
        /// The device refused.
        case stalled
        /// Whoever wanted it took it back.
        case discarded
        /// The device is gone.
        case gone
        /// The device sent more than fits.
        case overflow
        /// The bus garbled it.
        case garbled
    }

    /// How it ended.
    public var status: Status
    /// The bytes that had come; empty for data to the device.
    public var received: [UInt8]
    /// How many bytes went either way.
    public var count: Int

    /// An outcome; `count` is the number of bytes either way.
    public init(_ status: Status, received: [UInt8] = [], count: Int) {
        self.status = status
        self.received = received
        self.count = count
    }
}

/// Names a transfer, so that it can be taken back.
public struct USBTransferID: Sendable, Hashable {
    let number: UInt64
}
