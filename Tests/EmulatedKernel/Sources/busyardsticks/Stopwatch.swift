import Synchronization
import USBContract

/// A reader that remembers when it handed over its last packet, which is when the kernel's transfer was complete.
final class Stopwatch: USBFunction {
    private let reader: any USBFunction
    private let lastPacket = Mutex<ContinuousClock.Instant?>(nil)

    init(_ reader: any USBFunction) { self.reader = reader }

    /// When the last packet was handed over.
    var stopped: ContinuousClock.Instant? { lastPacket.withLock { $0 } }

    var descriptors: USBFunctionDescriptors { reader.descriptors }
    func plugged(doorbell: @escaping USBDoorbell) { reader.plugged(doorbell: doorbell) }
    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply { reader.control(setup, data: data) }

    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        let reply = reader.packetIn(endpoint, limit: limit)
        if case .packet = reply { lastPacket.withLock { $0 = .now } }
        return reply
    }

    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { reader.packetOut(endpoint, packet) }
    func notice(_ event: USBHostEvent) { reader.notice(event) }
}
