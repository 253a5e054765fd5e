import Synchronization
public import USBContract

/// An emulated device with one HID interface and one interrupt IN endpoint; only what it says about itself and what it answers differ.
public protocol VirtualHIDDevice: USBFunction {
    /// Where its reports wait for the host.
    var port: VirtualHIDPort { get }

    /// A request of the HID class other than SET_IDLE, which every such device takes.
    func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply

    /// Power is on: what a device forgets without it is as it was made.
    func poweredUp()
}

extension VirtualHIDDevice {
    /// Power.
    public func plugged(doorbell: @escaping USBDoorbell) {
        poweredUp()
        port.plugged(doorbell: doorbell)
    }

    /// A HID request.
    public func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        setup.requestType == 0x21 && setup.request == 0x0A ? .done([]) : request(setup, data: data)
    }

    /// The next packet of a report.
    public func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        endpoint == VirtualHIDPort.endpoint ? port.packetIn(limit: limit) : .stall
    }

    /// There is no OUT endpoint.
    public func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .stall }

    /// What was read before somebody claimed the device was read for somebody else.
    public func notice(_ event: USBHostEvent) {
        switch event {
        case .claimed, .reset, .unplugged: port.removeAll()
        case .released, .selected, .haltCleared: break
        }
    }

    /// Nothing to forget.
    public func poweredUp() {}
    /// No requests.
    public func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply { .stall }
}

/// The interrupt IN endpoint of an emulated HID device.
public final class VirtualHIDPort: Sendable {
    static let endpoint: USBEndpointAddress = 0x81

    private struct State {
        var packets = USBPacketQueue()
        var doorbell: USBDoorbell?
        var stallsOnce = false
    }

    private let state = Mutex(State())

    /// An endpoint with nothing to give.
    public init() {}

    /// Puts transfers at the end of what there is to give, bytes as they are.
    public func send(_ transfers: [[UInt8]]) {
        let doorbell = state.withLock { state in
            for transfer in transfers { state.packets.append(transfer) }
            return state.doorbell
        }
        doorbell?(Self.endpoint)
    }

    /// Halts once, until the host clears it.
    public func stallOnce() {
        let doorbell = state.withLock { state in
            state.stallsOnce = true
            return state.doorbell
        }
        doorbell?(Self.endpoint)
    }

    fileprivate func plugged(doorbell: @escaping USBDoorbell) {
        state.withLock { state in
            state.packets.removeAll()
            state.doorbell = doorbell
        }
    }

    fileprivate func removeAll() { state.withLock { $0.packets.removeAll() } }

    fileprivate func packetIn(limit: Int) -> USBInReply {
        state.withLock { state in
            if state.stallsOnce {
                state.stallsOnce = false
                return .stall
            }
            return state.packets.next(limit: limit).map(USBInReply.packet) ?? .nak
        }
    }

    /// What a device of this shape says about itself.
    static func descriptors(
        _ id: USBDeviceID, report: [UInt8], packetSize: Int, interval: UInt8, isBootKeyboard: Bool = false, names: (manufacturer: String, product: String),
        serialNumber: String?
    ) -> USBFunctionDescriptors {
        let input = USBEndpoint(address: endpoint, transferType: .interrupt, maxPacketSize: packetSize, interval: interval)
        let boot: UInt8 = isBootKeyboard ? 1 : 0
        let setting = USBAlternateSetting(interfaceClass: .humanInterface, interfaceSubclass: boot, interfaceProtocol: boot, endpoints: [input])
        return USBFunctionDescriptors(
            id: id, configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), reports: [0: report],
            manufacturer: names.manufacturer, product: names.product, serialNumber: serialNumber)
    }
}
