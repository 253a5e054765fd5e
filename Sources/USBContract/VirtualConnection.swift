import Synchronization

/// An opening of a device on a `VirtualBus`.
final class VirtualConnection: USBConnection {
    let device: USBDeviceInfo
    private let bus: VirtualBus
    private let host: USBFunctionHost
    private let owner: USBInterfaceBindings.Owner
    private let inFlight = USBInFlight()
    /// The settings selected of the interfaces that are claimed.
    private let claims = Mutex<[UInt8: USBAlternateSetting]>([:])

    init(_ device: USBDeviceInfo, bus: VirtualBus, host: USBFunctionHost, owner: USBInterfaceBindings.Owner) {
        self.device = device
        self.bus = bus
        self.host = host
        self.owner = owner
    }

    deinit { giveBackAll() }

    func claim(interface: UInt8, alternate: UInt8) async throws(USBError) {
        if inFlight.isClosed { throw error(.closed) }
        let alternates = device.interfaces.first { $0.number == interface }?.alternates ?? []
        guard let setting = alternates.first(where: { $0.number == alternate }) else { throw error(.notFound) }
        let owner = self.owner
        let isClaimed = bus.withSocket(device.address) { socket in
            let isDetached = socket.bindings.detachDriver(of: interface)
            let isClaimed = socket.bindings.claim(interface, for: owner)
            if isDetached, !isClaimed { _ = socket.bindings.attachDriver(of: interface) }
            return isClaimed
        }
        guard let isClaimed else { throw error(.gone) }
        if !isClaimed {
            throw USBError(.busy, device: device.description, holder: bus.withSocket(device.address) { $0.bindings.holder(of: interface) } ?? nil)
        }
        claims.withLock { $0[interface] = setting }
        host.function.notice(.claimed(interface: interface))
        if alternates.count > 1 { host.select(interface: interface, alternate: alternate) }
    }

    func release(interface: UInt8) async throws(USBError) {
        if inFlight.isClosed { throw error(.closed) }
        giveBack(interface)
    }

    func controlIn(_ setup: USBSetup, timeout: Duration) async throws(USBError) -> [UInt8] {
        try mayAsk(setup)
        return try await transfer(.control(setup, data: []), timeout: timeout).received
    }

    func controlOut(_ setup: USBSetup, data: [UInt8], timeout: Duration) async throws(USBError) {
        var setup = setup
        setup.length = UInt16(clamping: data.count)
        try mayAsk(setup)
        _ = try await transfer(.control(setup, data: data), timeout: timeout)
    }

    func read(from endpoint: USBEndpointAddress, length: Int, timeout: Duration?) async throws(USBError) -> [UInt8] {
        _ = try claimedEndpoint(endpoint, .in)
        return try await transfer(.receive(endpoint, length: length), timeout: timeout).received
    }

    func write(_ bytes: [UInt8], to endpoint: USBEndpointAddress, timeout: Duration) async throws(USBError) {
        _ = try claimedEndpoint(endpoint, .out)
        _ = try await transfer(.send(endpoint, bytes), timeout: timeout)
    }

    func reports(from endpoint: USBEndpointAddress, length: Int) -> AsyncStream<Result<[UInt8], USBError>> {
        let (stream, continuation) = AsyncStream.makeStream(of: Result<[UInt8], USBError>.self, bufferingPolicy: .unbounded)
        do throws(USBError) {
            let packet = try claimedEndpoint(endpoint, .in).maxPacketSize
            let request = USBTransferRequest.receive(endpoint, length: USBEndpoint.wholePackets(of: packet, for: length))
            let reader = VirtualReportReader(request, of: self, host: host, inFlight: inFlight, continuation: continuation)
            continuation.onTermination = { [weak reader] _ in reader?.stop() }
            reader.start()
        } catch {
            continuation.yield(.failure(error))
            continuation.finish()
        }
        return stream
    }

    func clearHalt(_ endpoint: USBEndpointAddress) async throws(USBError) {
        _ = try claimedEndpoint(endpoint, endpoint.direction)
        guard bus.withSocket(device.address, { _ in true }) != nil else { throw error(.gone, endpoint) }
        host.clearHalt(endpoint)
    }

    func close() async {
        if await inFlight.close() { giveBackAll() }
    }

    private func giveBackAll() {
        for interface in claims.withLock({ Array($0.keys) }) { giveBack(interface) }
    }

    private func giveBack(_ interface: UInt8) {
        guard claims.withLock({ $0.removeValue(forKey: interface) }) != nil else { return }
        let owner = self.owner
        bus.withSocket(device.address) { socket in
            if socket.bindings.release(interface, by: owner) { _ = socket.bindings.attachDriver(of: interface) }
        }
        host.function.notice(.released(interface: interface))
    }

    private func mayAsk(_ setup: USBSetup) throws(USBError) {
        if inFlight.isClosed { throw error(.closed) }
        guard let interface = setup.interface, claims.withLock({ $0[interface] }) == nil else { return }
        throw error(.notFound)
    }

    private func claimedEndpoint(_ address: USBEndpointAddress, _ direction: USBDirection) throws(USBError) -> USBEndpoint {
        if inFlight.isClosed { throw error(.closed, address) }
        let endpoint = claims.withLock { $0.values.flatMap(\.endpoints).first { $0.address == address } }
        guard let endpoint, address.direction == direction else { throw error(.notFound, address) }
        return endpoint
    }

    private func transfer(_ request: USBTransferRequest, timeout: Duration?) async throws(USBError) -> USBTransferOutcome {
        let endpoint = request.endpoint == .control ? nil : request.endpoint
        let transfer = VirtualTransfer(request, host: host)
        guard let number = inFlight.begin(cancel: { transfer.discard() }) else {
            await transfer.abandon()
            throw error(.closed, endpoint)
        }
        defer { inFlight.end(number) }
        let outcome = await transfer.run(timeout: timeout, timer: bus.timer)
        guard let kind = USBError.Kind(outcome.status, isExpired: transfer.isExpired) else { return outcome }
        throw USBError(kind, device: device.description, endpoint: endpoint, partial: USBPartialTransfer(outcome))
    }

    private func error(_ kind: USBError.Kind, _ endpoint: USBEndpointAddress? = nil) -> USBError {
        USBError(kind, device: device.description, endpoint: endpoint)
    }
}
