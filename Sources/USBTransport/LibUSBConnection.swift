import CLibUSB
import USBContract

/// An open device of libusb.
final class LibUSBConnection: USBConnection {
    let device: USBDeviceInfo
    /// What one request of the kernel carries on any host controller, in bytes.
    ///
    /// libusb cuts a longer transfer itself, but no longer tells how much was sent when the device goes while it is cutting.
    private static let pieceLength = 16_384

    private let handle: LibUSBHandle
    private let patience: Patience
    private let queue: BlockingQueue
    private let inFlight = USBInFlight()

    /// `queue` is where the handle was opened; what blocks goes on there, one after another.
    init(_ device: USBDeviceInfo, handle: LibUSBHandle, patience: Patience, queue: BlockingQueue) {
        self.device = device
        self.handle = handle
        self.patience = patience
        self.queue = queue
    }

    func claim(interface: UInt8, alternate: UInt8) async throws(USBError) {
        let settings = device.interfaces.first { $0.number == interface }?.alternates ?? []
        guard let setting = settings.first(where: { $0.number == alternate }) else { throw error(.notFound) }
        try await block { [patience, queue, handle] () async throws(LibUSBCode) in
            try await patience.attempt { () async throws(LibUSBCode) in
                try await queue.run { () throws(LibUSBCode) in
                    try handle.claim(interface, setting, isOnlySetting: settings.count == 1)
                }
            }
        }
    }

    func release(interface: UInt8) async throws(USBError) {
        try await block { [queue, handle] () async throws(LibUSBCode) in
            await queue.run { handle.release(interface) }
        }
    }

    func clearHalt(_ endpoint: USBEndpointAddress) async throws(USBError) {
        _ = try claimedEndpoint(endpoint, endpoint.direction)
        try await block { [queue, handle] () async throws(LibUSBCode) in
            try await queue.run { () throws(LibUSBCode) in try handle.clearHalt(endpoint) }
        }
    }

    func controlIn(_ setup: USBSetup, timeout: Duration) async throws(USBError) -> [UInt8] {
        try mayAsk(setup)
        let room = [UInt8](repeating: 0, count: Int(setup.length))
        return try await transfer(.control, .control, isIn: true, setup.bytes + room, timeout).received
    }

    func controlOut(_ setup: USBSetup, data: [UInt8], timeout: Duration) async throws(USBError) {
        try mayAsk(setup)
        var setup = setup
        setup.length = UInt16(clamping: data.count)
        _ = try await transfer(.control, .control, isIn: false, setup.bytes + data.prefix(Int(setup.length)), timeout)
    }

    func read(from endpoint: USBEndpointAddress, length: Int, timeout: Duration?) async throws(USBError) -> [UInt8] {
        let type = try claimedEndpoint(endpoint, .in).transferType
        return try await transfer(type, endpoint, isIn: true, [UInt8](repeating: 0, count: max(length, 0)), timeout).received
    }

    func write(_ bytes: [UInt8], to endpoint: USBEndpointAddress, timeout: Duration) async throws(USBError) {
        let type = try claimedEndpoint(endpoint, .out).transferType
        let deadline = ContinuousClock.now + timeout
        var sent = 0
        repeat {
            let piece = Array(bytes[sent..<min(sent + Self.pieceLength, bytes.count)])
            do throws(USBError) {
                sent += try await transfer(type, endpoint, isIn: false, piece, ContinuousClock.now.duration(to: deadline)).count
            } catch {
                throw USBError(error.kind, device: error.device, endpoint: endpoint, partial: USBPartialTransfer(sent: sent + error.transferred))
            }
        } while sent < bytes.count
    }

    func reports(from endpoint: USBEndpointAddress, length: Int) -> AsyncStream<Result<[UInt8], USBError>> {
        let (stream, continuation) = AsyncStream.makeStream(of: Result<[UInt8], USBError>.self, bufferingPolicy: .unbounded)
        do throws(USBError) {
            let known = try claimedEndpoint(endpoint, .in)
            let room = [UInt8](repeating: 0, count: USBEndpoint.wholePackets(of: known.maxPacketSize, for: length))
            let reader = LibUSBReportReader(self, endpoint: endpoint, inFlight: inFlight, continuation: continuation)
            continuation.onTermination = { [weak reader] _ in reader?.stop() }
            reader.start { [handle] () throws(LibUSBCode) in
                try LibUSBTransfer(handle, type: known.transferType, endpoint: endpoint, isIn: true, bytes: room, timeout: nil)
            }
        } catch {
            continuation.yield(.failure(error))
            continuation.finish()
        }
        return stream
    }

    func close() async {
        _ = await inFlight.close()
        await queue.run { [handle] in handle.close() }
    }

    /// Does what is not a transfer but has to be over before the device is closed.
    private func block(_ work: () async throws(LibUSBCode) -> Void) async throws(USBError) {
        guard let number = inFlight.begin(cancel: {}) else { throw error(.closed) }
        defer { inFlight.end(number) }
        do throws(LibUSBCode) {
            try await work()
        } catch {
            let holder = error.kind == .busy ? await queue.run { [path = device.address.nodePath] in DeviceHolder.name(of: path) } : nil
            throw USBError(error.kind, device: device.description, holder: holder)
        }
    }

    private func transfer(
        _ type: USBTransferType, _ endpoint: USBEndpointAddress, isIn: Bool, _ bytes: [UInt8], _ timeout: Duration?
    ) async throws(USBError) -> USBPartialTransfer {
        let place = endpoint == .control ? nil : endpoint
        let transfer: LibUSBTransfer
        do throws(LibUSBCode) {
            transfer = try LibUSBTransfer(handle, type: type, endpoint: endpoint, isIn: isIn, bytes: bytes, timeout: timeout)
        } catch {
            throw self.error(error.kind, place)
        }
        guard let number = inFlight.begin(cancel: { transfer.cancel() }) else { throw error(.closed, place) }
        defer { inFlight.end(number) }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.start { outcome in
                    continuation.resume(returning: outcome)
                    return false
                }
            }
        } onCancel: {
            transfer.cancel()
        }
        guard let kind = outcome.kind else { return outcome.partial }
        throw USBError(kind, device: device.description, endpoint: place, partial: outcome.partial)
    }

    private func mayAsk(_ setup: USBSetup) throws(USBError) {
        if inFlight.isClosed { throw error(.closed) }
        if let interface = setup.interface, !handle.isClaimed(interface) { throw error(.notFound) }
    }

    private func claimedEndpoint(_ address: USBEndpointAddress, _ direction: USBDirection) throws(USBError) -> USBEndpoint {
        if inFlight.isClosed { throw error(.closed, address) }
        guard address.direction == direction, let endpoint = handle.claimedEndpoint(address) else { throw error(.notFound, address) }
        return endpoint
    }

    private func error(_ kind: USBError.Kind, _ endpoint: USBEndpointAddress? = nil) -> USBError {
        USBError(kind, device: device.description, endpoint: endpoint)
    }
}
