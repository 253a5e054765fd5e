import Synchronization
public import USBContract

/// An emulated device that does what a rule tells it, and remembers what the host did.
public final class TestDevice: USBFunction {
    /// What the host has done so far.
    public struct Log: Sendable {
        /// Wishes for a packet that found nothing to give.
        public var emptyHanded: [USBEndpointAddress: Int] = [:]
        /// Everything taken at OUT endpoints.
        public var taken: [UInt8] = []
        /// Packets refused for want of room.
        public var refused = 0
        /// Control requests that came to the device itself, with their data.
        public var requests: [Request] = []
        /// What the host did besides moving data.
        public var events: [USBHostEvent] = []
    }

    /// A control request with its data.
    public struct Request: Sendable, Hashable {
        /// The setup packet.
        public var setup: USBSetup
        /// What came with it.
        public var data: [UInt8]
    }

    private struct Waiting {
        let condition: @Sendable (Log) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var log = Log()
        var doorbell: USBDoorbell = { _ in }
        var queues: [USBEndpointAddress: USBPacketQueue] = [:]
        /// How many bytes may still be taken; nil is no limit.
        var room: Int?
        var faults: [USBEndpointAddress: Fault] = [:]
        var replies: [UInt8: USBControlReply] = [:]
        var waiting: [Waiting] = []
    }

    /// What goes wrong once at an endpoint, after it has nothing left to give or no room left.
    enum Fault: Sendable { case stall, garbled }

    /// What the device says about itself.
    public let descriptors: USBFunctionDescriptors
    private let state = Mutex(State())

    init(_ descriptors: USBFunctionDescriptors) { self.descriptors = descriptors }

    /// Gives `transfer` to the host when it asks at `endpoint`.
    public func send(_ transfer: [UInt8], on endpoint: USBEndpointAddress) {
        let doorbell = state.withLock { state in
            state.queues[endpoint, default: USBPacketQueue()].append(transfer)
            return state.doorbell
        }
        doorbell(endpoint)
    }

    /// Takes so many bytes more and then no packet; nil is no limit.
    func setRoom(_ room: Int?, on endpoint: USBEndpointAddress) {
        let doorbell = state.withLock { state in
            state.room = room
            return state.doorbell
        }
        doorbell(endpoint)
    }

    /// Lets an endpoint fail once.
    func fail(_ fault: Fault, on endpoint: USBEndpointAddress) {
        let doorbell = state.withLock { state in
            state.faults[endpoint] = fault
            return state.doorbell
        }
        doorbell(endpoint)
    }

    /// Answers control requests of this number from now on; others stall.
    func answer(_ request: UInt8, _ reply: USBControlReply) { state.withLock { $0.replies[request] = reply } }

    /// Forgets what the host has done so far: a kernel's own drivers ask and select when they are bound.
    func forget() { state.withLock { $0.log = Log() } }

    /// What the host has done so far.
    public var log: Log { state.withLock { $0.log } }

    /// Waits until the host has done something.
    public func wait(until condition: @escaping @Sendable (Log) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isMet = state.withLock { state in
                if condition(state.log) { return true }
                state.waiting.append(Waiting(condition: condition, continuation: continuation))
                return false
            }
            if isMet { continuation.resume() }
        }
    }

    /// Waits until the host has asked at an endpoint that has nothing to give.
    func waitUntilAsked(on endpoint: USBEndpointAddress) async { await wait { $0.emptyHanded[endpoint, default: 0] > 0 } }

    /// Power is on.
    public func plugged(doorbell: @escaping USBDoorbell) { state.withLock { $0.doorbell = doorbell } }

    /// Answers as told by `answer`.
    public func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        change { state in
            state.log.requests.append(Request(setup: setup, data: data))
            return state.replies[setup.request] ?? .stall
        }
    }

    /// Gives what `send` has queued.
    public func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        change { state in
            if let packet = state.queues[endpoint]?.next(limit: limit) { return .packet(packet) }
            switch state.faults.removeValue(forKey: endpoint) {
            case .stall: return .stall
            case .garbled: return .garbled
            case nil:
                state.log.emptyHanded[endpoint, default: 0] += 1
                return .nak
            }
        }
    }

    /// Takes the packet if there is room.
    public func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply {
        change { state in
            if state.room ?? .max >= packet.count {
                state.room = state.room.map { $0 - packet.count }
                state.log.taken += packet
                return .accepted
            }
            switch state.faults.removeValue(forKey: endpoint) {
            case .stall: return .stall
            case .garbled: return .garbled
            case nil:
                state.log.refused += 1
                return .nak
            }
        }
    }

    /// Notes it.
    public func notice(_ event: USBHostEvent) { change { $0.log.events.append(event) } }

    private func change<T>(_ body: (inout sending State) -> T) -> T where T: Sendable {
        let (result, met) = state.withLock { state -> (T, [Waiting]) in
            let result = body(&state)
            let met = state.waiting.filter { $0.condition(state.log) }
            state.waiting.removeAll { $0.condition(state.log) }
            return (result, met)
        }
        for waiting in met { waiting.continuation.resume() }
        return result
    }
}
