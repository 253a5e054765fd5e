import Synchronization
public import USBContract

/// A Zebra barcode scanner in HID-POS mode (05E0:2100).
public final class VirtualScanner: USBFunction {
    private static let endpoint: USBEndpointAddress = 0x81
    /// What a scanner that cannot tell the symbology says: vendor's own.
    private static let unknownAIM = Array("]X0".utf8)

    private struct State {
        var packets = USBPacketQueue()
        var doorbell: USBDoorbell?
    }

    /// What the scanner says about itself.
    public let descriptors: USBFunctionDescriptors
    private let state = Mutex(State())

    /// A scanner with a serial number.
    public init(serialNumber: String? = "S20070001") {
        let input = USBEndpoint(address: Self.endpoint, transferType: .interrupt, maxPacketSize: 64, interval: 8)
        let setting = USBAlternateSetting(interfaceClass: .humanInterface, endpoints: [input])
        descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x05E0, product: 0x2100),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), reports: [0: ZebraDescriptor.report],
            manufacturer: "Symbol Technologies, Inc, 2008", product: "Symbol Bar Code Scanner", serialNumber: serialNumber)
    }

    /// Scans a code; `aim` is the AIM identifier, such as `]C0` for Code 128 or `]Q1` for QR.
    public func scan(_ text: String, aim: String = "]C0") { send(reports(text, aim)) }

    /// Scans a long code of which only the first `chunks` reports get through.
    public func scan(_ text: String, aim: String, stoppingAfter chunks: Int) { send(reports(text, aim).prefix(chunks)) }

    private func reports(_ text: String, _ aim: String) -> [[UInt8]] {
        ZebraDescriptor.reports(Array(text.utf8), aim: aim.utf8.count == 3 ? Array(aim.utf8) : Self.unknownAIM)
    }

    private func send(_ reports: some Sequence<[UInt8]>) {
        let doorbell = state.withLock { state in
            for report in reports { state.packets.append(report) }
            return state.doorbell
        }
        doorbell?(Self.endpoint)
    }

    /// Power.
    public func plugged(doorbell: @escaping USBDoorbell) {
        state.withLock { state in
            state.packets.removeAll()
            state.doorbell = doorbell
        }
    }

    /// Zebra's scanners answer no GET_REPORT (Linux: HID_QUIRK_NOGET); SET_IDLE they take.
    public func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        setup.requestType == 0x21 && setup.request == 0x0A ? .done([]) : .stall
    }

    /// The next report; each fills one packet.
    public func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        guard endpoint == Self.endpoint else { return .stall }
        return state.withLock { $0.packets.next(limit: limit) }.map(USBInReply.packet) ?? .nak
    }

    /// There is no OUT endpoint.
    public func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .stall }

    /// A scan made before somebody claimed the scanner was made for another screen.
    public func notice(_ event: USBHostEvent) {
        switch event {
        case .claimed, .reset, .unplugged: state.withLock { $0.packets.removeAll() }
        case .released, .selected, .haltCleared: break
        }
    }
}
