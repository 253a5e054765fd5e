import Synchronization

/// The host's end of a function's cable: queues of transfers per endpoint, halts, and the standard requests.
///
/// It is what a USB host controller and the kernel's USB core do, and no more: who may use the device is decided above it.
/// Completions run outside its lock, in order for each endpoint, perhaps before `submit` returns.
public final class USBFunctionHost: Sendable {
    /// Told how a transfer has ended.
    public typealias Completion = @Sendable (USBTransferOutcome) -> Void

    private struct State {
        var queues: [USBEndpointAddress: USBEndpointQueue] = [:]
        var isPlugged = true
        var lastID: UInt64 = 0
        /// Transfers that are named but not submitted yet; true when already taken back.
        var reserved: [USBTransferID: Bool] = [:]
        var submitted: [USBTransferID: USBEndpointAddress] = [:]
    }

    /// The function at the other end.
    public let function: any USBFunction
    private let requests: USBStandardRequests
    private let packetSizes: [USBEndpointAddress: Int]
    private let state = Mutex(State())

    /// Plugs the function in.
    public init(_ function: any USBFunction) {
        self.function = function
        let descriptors = function.descriptors
        requests = USBStandardRequests(descriptors)
        var sizes: [USBEndpointAddress: Int] = [:]
        for configuration in descriptors.configurations.compactMap({ USBConfiguration(bytes: $0) }) {
            for endpoint in configuration.interfaces.flatMap(\.alternates).flatMap(\.endpoints) { sizes[endpoint.address] = endpoint.maxPacketSize }
        }
        packetSizes = sizes
        function.plugged { [weak self] endpoint in self?.serve(endpoint) }
    }

    /// A name for a transfer to come. It can be taken back from now on; every name has to be submitted.
    public func reserve() -> USBTransferID {
        state.withLock { state in
            state.lastID += 1
            let id = USBTransferID(number: state.lastID)
            state.reserved[id] = false
            return id
        }
    }

    /// Queues a transfer at its endpoint.
    public func submit(_ id: USBTransferID, _ request: USBTransferRequest, completion: @escaping Completion) {
        let endpoint = request.endpoint
        state.withLock { state in
            var transfer = USBEndpointQueue.Waiting(id: id, request: request, completion: completion)
            if state.reserved.removeValue(forKey: id) == true { transfer.ending = .discarded }
            if !state.isPlugged { transfer.ending = .gone }
            state.submitted[id] = endpoint
            state.queues[endpoint, default: USBEndpointQueue(packetSize: packetSizes[endpoint] ?? 64)].waiting.append(transfer)
        }
        serve(endpoint)
    }

    /// Takes a transfer back; it completes as `discarded`, with what it had moved. One that has ended is left alone.
    public func discard(_ id: USBTransferID) {
        let endpoint = state.withLock { state -> USBEndpointAddress? in
            if state.reserved[id] != nil { state.reserved[id] = true }
            guard let endpoint = state.submitted[id] else { return nil }
            if let index = state.queues[endpoint]?.waiting.firstIndex(where: { $0.id == id && $0.ending == nil }) {
                state.queues[endpoint]?.waiting[index].ending = .discarded
            }
            return endpoint
        }
        if let endpoint { serve(endpoint) }
    }

    /// Pulls the cable: everything that waits ends as `gone`. A cable that is out stays out.
    public func unplug() {
        let endpoints = state.withLock { state -> [USBEndpointAddress]? in
            guard state.isPlugged else { return nil }
            state.isPlugged = false
            for endpoint in state.queues.keys {
                for index in state.queues[endpoint, default: USBEndpointQueue(packetSize: 1)].waiting.indices {
                    state.queues[endpoint]?.waiting[index].ending = .gone
                }
            }
            return Array(state.queues.keys)
        }
        guard let endpoints else { return }
        for endpoint in endpoints { serve(endpoint) }
        function.notice(.unplugged)
    }

    /// Ends the halt of an endpoint.
    public func clearHalt(_ endpoint: USBEndpointAddress) {
        state.withLock { $0.queues[endpoint]?.isHalted = false }
        function.notice(.haltCleared(endpoint))
        serve(endpoint)
    }

    /// Selects an alternate setting, which ends the halts of the device's endpoints.
    public func select(interface: UInt8, alternate: UInt8) {
        clearHalts()
        function.notice(.selected(interface: interface, alternate: alternate))
    }

    /// Resets the device.
    public func reset() {
        clearHalts()
        function.notice(.reset)
    }

    private func clearHalts() {
        state.withLock { state in
            for endpoint in state.queues.keys { state.queues[endpoint]?.isHalted = false }
        }
    }

    /// Moves what can be moved at an endpoint.
    private func serve(_ endpoint: USBEndpointAddress) {
        guard state.withLock({ $0.queues[endpoint]?.beginServing() ?? false }) else { return }
        while let step = state.withLock({ $0.queues[endpoint]?.nextStep() }) {
            perform(step, at: endpoint)
        }
    }

    private func perform(_ step: USBEndpointQueue.Step, at endpoint: USBEndpointAddress) {
        switch step {
        case .complete(let transfer, let status):
            state.withLock { _ = $0.submitted.removeValue(forKey: transfer.id) }
            transfer.completion(transfer.outcome(status))
        case .control(let setup, let data):
            enter(.control(reply(to: setup, data)), at: endpoint)
        case .askPacket:
            enter(.packetIn(function.packetIn(endpoint, limit: packetSizes[endpoint] ?? 64)), at: endpoint)
        case .sendPacket(let packet):
            enter(.packetOut(function.packetOut(endpoint, packet)), at: endpoint)
        }
    }

    private func enter(_ answer: USBEndpointQueue.Answer, at endpoint: USBEndpointAddress) {
        if let ended = state.withLock({ $0.queues[endpoint]?.enter(answer) }) { perform(ended, at: endpoint) }
    }

    private func reply(to setup: USBSetup, _ data: [UInt8]) -> USBControlReply {
        switch requests.answer(setup) {
        case .reply(let reply): return reply
        case .clearHalt(let endpoint): clearHalt(endpoint)
        case .select(let interface, let alternate): select(interface: interface, alternate: alternate)
        case .unknown: return function.control(setup, data: data)
        }
        return .done([])
    }
}
