import Synchronization
import Testing
import USBConformance
import USBContract

struct USBFunctionHostTests {
    @Test func `a transfer taken back before it is submitted does not begin`() {
        let reader = TestDevice.reader()
        let host = USBFunctionHost(reader)
        let outcome = Outcome()
        let id = host.reserve()
        host.discard(id)
        reader.send([1], on: 0x81)
        host.submit(id, .receive(0x81, length: 8), completion: outcome.set)
        #expect(outcome.value == USBTransferOutcome(.discarded, count: 0))
    }

    @Test func `what the doorbell announces completes the transfer that waits`() {
        let reader = TestDevice.reader()
        let host = USBFunctionHost(reader)
        let outcome = Outcome()
        host.submit(host.reserve(), .receive(0x81, length: 16), completion: outcome.set)
        #expect(outcome.value == nil)
        reader.send(Array(1...8), on: 0x81)
        #expect(outcome.value == nil)
        reader.send([9], on: 0x81)
        #expect(outcome.value == USBTransferOutcome(.completed, received: Array(1...9), count: 9))
    }

    @Test func `a function that answers by ringing the doorbell itself is served all the same`() {
        let echo = EchoFunction()
        let host = USBFunctionHost(echo)
        let outcome = Outcome()
        host.submit(host.reserve(), .receive(0x82, length: 64), completion: outcome.set)
        host.submit(host.reserve(), .send(0x01, [4, 5, 6])) { _ in }
        #expect(outcome.value == USBTransferOutcome(.completed, received: [4, 5, 6], count: 3))
    }

    @Test func `a pulled cable ends what waits and what comes after`() {
        let host = USBFunctionHost(TestDevice.reader())
        let waiting = Outcome()
        let late = Outcome()
        host.submit(host.reserve(), .receive(0x81, length: 8), completion: waiting.set)
        host.unplug()
        host.submit(host.reserve(), .control(.getDescriptor(type: 1, length: 18), data: []), completion: late.set)
        #expect(waiting.value?.status == .gone && late.value?.status == .gone)
    }

    @Test func `standard requests are answered from the descriptors`() {
        let reader = TestDevice.reader()
        let host = USBFunctionHost(reader)
        let configuration = reader.descriptors.configurations[0]
        let asked: [(USBSetup, [UInt8]?)] = [
            (.getDescriptor(type: USBDescriptorType.device, length: 18), reader.descriptors.device),
            (.getDescriptor(type: USBDescriptorType.configuration, length: 9), Array(configuration.prefix(9))),
            (.getDescriptor(type: USBDescriptorType.configuration, index: 1, length: 9), nil),
            (.getDescriptor(type: USBDescriptorType.string, index: 3, language: 0x0409, length: 255), [6, 3, 0x52, 0, 0x31, 0]),
            (USBSetup(.in, .standard, .device, request: 0x08, length: 1), [1]),
        ]
        for (setup, expected) in asked {
            let outcome = Outcome()
            host.submit(host.reserve(), .control(setup, data: []), completion: outcome.set)
            #expect(outcome.value?.status == (expected == nil ? .stalled : .completed))
            #expect(outcome.value?.received == expected ?? [])
        }
    }

    @Test func `a queue gives a transfer in packets and the next one after it`() {
        var queue = USBPacketQueue()
        queue.append(Array(1...10))
        queue.append([])
        queue.append([11])
        #expect([queue.next(limit: 8), queue.next(limit: 8), queue.next(limit: 8), queue.next(limit: 8)] == [Array(1...8), [9, 10], [], [11]])
        #expect(queue.isEmpty && queue.next(limit: 8) == nil)
        queue.append([1])
        queue.removeAll()
        #expect(queue.isEmpty)
    }
}

/// How a transfer ended, once it has.
private final class Outcome: Sendable {
    private let state = Mutex<USBTransferOutcome?>(nil)

    var value: USBTransferOutcome? { state.withLock { $0 } }

    @Sendable func set(_ outcome: USBTransferOutcome) { state.withLock { $0 = outcome } }
}

/// Gives back at IN 2 what it takes at OUT 1, from within the call that brings it.
private final class EchoFunction: USBFunction {
    private struct State {
        var doorbell: USBDoorbell = { _ in }
        var queue = USBPacketQueue()
    }

    let descriptors = TestDevice.printer().descriptors
    private let state = Mutex(State())

    func plugged(doorbell: @escaping USBDoorbell) { state.withLock { $0.doorbell = doorbell } }
    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply { .stall }
    func notice(_ event: USBHostEvent) {}

    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        state.withLock { $0.queue.next(limit: limit) }.map(USBInReply.packet) ?? .nak
    }

    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply {
        let doorbell = state.withLock { state in
            state.queue.append(packet)
            return state.doorbell
        }
        doorbell(0x82)
        return .accepted
    }
}
