import Synchronization
import USBContract

/// A card reader of the maker's HID page whose endpoint takes packets of 8 bytes as they are sent, short ones too: each ends a transfer.
final class PacketReader: USBFunction {
    private struct State {
        var packets = USBPacketQueue()
        var doorbell: USBDoorbell?
    }

    let descriptors: USBFunctionDescriptors
    private let state = Mutex(State())

    init() {
        let report: [UInt8] = [
            0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x09, 0x21, 0x09, 0x29, 0x95, 0x02, 0x81, 0x02,
            0x09, 0x31, 0x95, 0x0C, 0x82, 0x02, 0x01, 0xC0,
        ]
        let input = USBEndpoint(address: 0x81, transferType: .interrupt, maxPacketSize: 8, interval: 10)
        let setting = USBAlternateSetting(interfaceClass: .humanInterface, endpoints: [input])
        descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x0ACD, product: 0x2010),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), reports: [0: report])
    }

    func send(_ transfer: [UInt8]) {
        let doorbell = state.withLock { state in
            state.packets.append(transfer)
            return state.doorbell
        }
        doorbell?(0x81)
    }

    func plugged(doorbell: @escaping USBDoorbell) { state.withLock { $0.doorbell = doorbell } }
    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply { .stall }
    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        state.withLock { $0.packets.next(limit: limit) }.map(USBInReply.packet) ?? .nak
    }
    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .stall }
    func notice(_ event: USBHostEvent) {}
}
