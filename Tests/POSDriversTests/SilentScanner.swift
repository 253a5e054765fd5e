import Synchronization
import USBContract

/// A Honeywell scanner in HID-POS mode, laid out as the captured reports of 0C2E:1007: silent until its output is redirected.
final class SilentScanner: USBFunction {
    private struct State {
        var packets = USBPacketQueue()
        var doorbell: USBDoorbell?
        var isRedirected = false
        var requests: [USBSetup] = []
    }

    let descriptors: USBFunctionDescriptors
    private let state = Mutex(State())

    init() {
        let report: [UInt8] = [
            0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x85, 0x02, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02,
            0x05, 0x8C, 0x09, 0xFB, 0x81, 0x02, 0x09, 0xFC, 0x81, 0x02, 0x09, 0xFD, 0x81, 0x02, 0x09, 0xFE, 0x95, 0x38, 0x82, 0x02, 0x01,
            0x06, 0x66, 0xFF, 0x95, 0x01, 0x09, 0x04, 0x81, 0x02, 0x09, 0x00, 0x81, 0x02,
            0x05, 0x8C, 0x09, 0xFF, 0x25, 0x01, 0x75, 0x01, 0x81, 0x02, 0x75, 0x07, 0x81, 0x03, 0xC0,
        ]
        let input = USBEndpoint(address: 0x81, transferType: .interrupt, maxPacketSize: 64, interval: 1)
        let setting = USBAlternateSetting(interfaceClass: .humanInterface, endpoints: [input])
        descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x0C2E, product: 0x1007),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), reports: [0: report])
    }

    /// Every class request it has got.
    var requests: [USBSetup] { state.withLock { $0.requests } }

    func scan(_ text: String) {
        let data = Array(text.utf8)
        let report = [0x02, UInt8(data.count)] + Array("]E0".utf8) + data + repeatElement(0, count: 56 - data.count) + [0x63, 0x41, 0]
        let doorbell = state.withLock { state in
            if state.isRedirected { state.packets.append(report) }
            return state.doorbell
        }
        doorbell?(0x81)
    }

    func plugged(doorbell: @escaping USBDoorbell) { state.withLock { $0.doorbell = doorbell } }

    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        state.withLock { state in
            state.requests.append(setup)
            guard setup.request == 0x09, setup.value == 0x03FE, data == [0xFE, 0x01] else { return .stall }
            state.isRedirected = true
            return .done([])
        }
    }

    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        state.withLock { $0.packets.next(limit: limit) }.map(USBInReply.packet) ?? .nak
    }

    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .stall }
    func notice(_ event: USBHostEvent) {}
}
