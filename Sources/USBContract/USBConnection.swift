/// An open device.
///
/// Calls may overlap; those on one endpoint are served in the order they came. Whoever opens a connection closes it:
/// only `close()` gives the interfaces back at a time of one's choosing.
public protocol USBConnection: Sendable {
    /// The device, as the bus found it.
    var device: USBDeviceInfo { get }

    /// Takes an interface for this connection alone, and selects one of its alternate settings.
    ///
    /// A kernel driver that holds it is detached in the same step and is given it back by `release` and `close`.
    /// Errors: `busy` when another program holds it (`holder` says who, where known), `notFound` when there is no such
    /// interface or setting, `gone`.
    func claim(interface: UInt8, alternate: UInt8) async throws(USBError)

    /// Gives an interface back, to the kernel driver that belongs to it where there is one. Unclaimed interfaces are left alone.
    ///
    /// What reads or writes on the interface has to be over. After a crash, claiming and releasing is what brings the
    /// kernel driver back: the kernel frees the interface of a dead program but leaves it without a driver.
    func release(interface: UInt8) async throws(USBError)

    /// A control request with data from the device, at most `setup.length` bytes.
    ///
    /// Errors: `stalled` when the device does not know the request, `timedOut`, `gone`.
    func controlIn(_ setup: USBSetup, timeout: Duration) async throws(USBError) -> [UInt8]

    /// A control request with data to the device; `setup.length` is taken from `data`.
    ///
    /// Errors: as `controlIn`.
    func controlOut(_ setup: USBSetup, data: [UInt8], timeout: Duration) async throws(USBError)

    /// Waits for one transfer from a bulk or interrupt endpoint of a claimed interface: up to a short packet or `length` bytes.
    ///
    /// `length` has to be a multiple of the endpoint's packet size, or a longer packet is an `overflow`. Without a `timeout`
    /// it waits until the task is cancelled or the device is gone.
    /// Errors: `timedOut` and `cancelled` hold the bytes that had come, `stalled` needs `clearHalt`, `notFound` when
    /// no claimed interface has the endpoint.
    func read(from endpoint: USBEndpointAddress, length: Int, timeout: Duration?) async throws(USBError) -> [UInt8]

    /// Sends all of `bytes` to a bulk or interrupt endpoint of a claimed interface.
    ///
    /// Errors: whatever stops it, `USBError.transferred` says how many bytes the device had taken. A printer without paper
    /// refuses data for as long as it has none, so the `timeout` is not optional.
    func write(_ bytes: [UInt8], to endpoint: USBEndpointAddress, timeout: Duration) async throws(USBError)

    /// Every report of a reader, in order, from now on; nothing is lost between two of them, since transfers stay posted
    /// at the endpoint for as long as the stream is read.
    ///
    /// `length` is the longest report in bytes; it is rounded up to whole packets here. An element is what one transfer
    /// brought. A failure is the last element: the device is gone, or the endpoint has stalled. The stream ends without
    /// one when its reader's task is cancelled or the connection is closed.
    func reports(from endpoint: USBEndpointAddress, length: Int) -> AsyncStream<Result<[UInt8], USBError>>

    /// Makes a stalled endpoint work again.
    func clearHalt(_ endpoint: USBEndpointAddress) async throws(USBError)

    /// Cancels what is under way, waits for it to end, gives every interface back and closes the device. Safe to repeat.
    func close() async
}

extension USBConnection {
    /// Takes an interface in its first setting.
    public func claim(interface: UInt8) async throws(USBError) { try await claim(interface: interface, alternate: 0) }

    /// A control request that may take a second.
    public func controlIn(_ setup: USBSetup) async throws(USBError) -> [UInt8] { try await controlIn(setup, timeout: .seconds(1)) }

    /// A control request that may take a second.
    public func controlOut(_ setup: USBSetup, data: [UInt8] = []) async throws(USBError) {
        try await controlOut(setup, data: data, timeout: .seconds(1))
    }

    /// Waits for one transfer for as long as it takes.
    public func read(from endpoint: USBEndpointAddress, length: Int) async throws(USBError) -> [UInt8] {
        try await read(from: endpoint, length: length, timeout: nil)
    }

    /// The HID report descriptor of a claimed interface; nil when the interface announces none.
    public func reportDescriptor(interface: UInt8) async throws(USBError) -> [UInt8]? {
        let setting = device.interfaces.first { $0.number == interface }?.alternates.first
        guard let length = setting?.reportDescriptorLength else { return nil }
        return try await controlIn(.getReportDescriptor(interface: interface, length: UInt16(clamping: length)))
    }
}
