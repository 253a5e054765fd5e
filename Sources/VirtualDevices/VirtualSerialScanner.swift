import Synchronization
public import USBContract

/// A Zebra scanner in CDC serial mode (05E0:1701): two interfaces, silent until DTR is raised.
///
/// Source: USB CDC 1.2, abstract control model.
public final class VirtualSerialScanner: USBFunction {
    private static let notices: USBEndpointAddress = 0x82
    private static let input: USBEndpointAddress = 0x81
    private static let output: USBEndpointAddress = 0x01

    private struct State {
        var packets = USBPacketQueue()
        var doorbell: USBDoorbell?
        var lineCoding: [UInt8] = []
        var controlLines: UInt16 = 0
    }

    /// What the scanner says about itself.
    public let descriptors: USBFunctionDescriptors
    private let state = Mutex(State())

    /// A scanner with a serial number.
    public init(serialNumber: String? = "S1701001") {
        let functional: [UInt8] = [5, 0x24, 0x00, 0x10, 0x01, 5, 0x24, 0x01, 0x00, 1, 4, 0x24, 0x02, 0x02, 5, 0x24, 0x06, 0, 1]
        let control = USBAlternateSetting(
            interfaceClass: .communications, interfaceSubclass: 0x02, interfaceProtocol: 0x01,
            endpoints: [USBEndpoint(address: Self.notices, transferType: .interrupt, maxPacketSize: 16, interval: 16)], classDescriptors: functional)
        let data = USBAlternateSetting(
            interfaceClass: .communicationsData,
            endpoints: [
                USBEndpoint(address: Self.input, transferType: .bulk, maxPacketSize: 64),
                USBEndpoint(address: Self.output, transferType: .bulk, maxPacketSize: 64),
            ])
        descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x05E0, product: 0x1701),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [control]), USBInterface(number: 1, alternates: [data])]),
            manufacturer: "Symbol Technologies, Inc, 2008", product: "Symbol Bar Code Scanner::EA", serialNumber: serialNumber)
    }

    /// The line as the host has set it: speed (low byte first), stop bits, parity, data bits.
    public var lineCoding: [UInt8] { state.withLock { $0.lineCoding } }

    /// Bit 0 DTR, bit 1 RTS.
    public var controlLines: UInt16 { state.withLock { $0.controlLines } }

    /// Scans a code: its text and what ends it. Without DTR nobody is listening, and nothing is kept.
    public func scan(_ text: String, ending: String = "\r") { send([Array((text + ending).utf8)]) }

    /// Transfers as they are.
    public func send(_ transfers: [[UInt8]]) {
        let doorbell = state.withLock { state -> USBDoorbell? in
            guard state.controlLines & 1 == 1 else { return nil }
            for transfer in transfers { state.packets.append(transfer) }
            return state.doorbell
        }
        doorbell?(Self.input)
    }

    /// Power.
    public func plugged(doorbell: @escaping USBDoorbell) { state.withLock { $0 = State(doorbell: doorbell) } }

    /// SET_LINE_CODING, GET_LINE_CODING and SET_CONTROL_LINE_STATE.
    public func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        switch (setup.requestType, setup.request) {
        case (0x21, 0x20) where data.count == 7:
            state.withLock { $0.lineCoding = data }
            return .done([])
        case (0xA1, 0x21): return .done(lineCoding)
        case (0x21, 0x22):
            state.withLock { $0.controlLines = setup.value }
            return .done([])
        default: return .stall
        }
    }

    /// Characters; there are never notices of the line's state.
    public func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        guard endpoint == Self.input else { return endpoint == Self.notices ? .nak : .stall }
        return state.withLock { $0.packets.next(limit: limit) }.map(USBInReply.packet) ?? .nak
    }

    /// Commands, which are not understood.
    public func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .accepted }

    /// Characters nobody has taken are gone with the cable.
    public func notice(_ event: USBHostEvent) {
        if event == .unplugged || event == .reset { state.withLock { $0.packets.removeAll() } }
    }
}
