public import CardFormats
import Synchronization
public import USBContract

/// A MagTek SureSwipe in HID mode (0801:0002): full speed, one report of 337 bytes a swipe, in packets of 8.
///
/// Source: MagTek 99875191.
public final class VirtualStripeReader: USBFunction {
    private static let endpoint: USBEndpointAddress = 0x81
    private static let packetSize = 8

    private struct State {
        var packets = USBPacketQueue()
        var commands = MagTekCommands()
        var doorbell: USBDoorbell?
    }

    /// What the reader says about itself.
    public let descriptors: USBFunctionDescriptors
    private let state = Mutex(State())

    /// A reader; MagTek gives its readers no serial number of their own unless asked to.
    public init(serialNumber: String? = nil) {
        let input = USBEndpoint(address: Self.endpoint, transferType: .interrupt, maxPacketSize: Self.packetSize, interval: 10)
        let setting = USBAlternateSetting(interfaceClass: .humanInterface, endpoints: [input])
        descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x0801, product: 0x0002),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), reports: [0: MagTekDescriptor.report],
            manufacturer: "Mag-Tek", product: "USB Swipe Reader", serialNumber: serialNumber)
    }

    /// Draws a card through: texts with their sentinels, such as `;9…?` on track 2. Torn tracks are found but cannot be decoded.
    public func swipe(_ tracks: [TrackNumber: String], torn: Set<TrackNumber> = []) {
        send(MagTekReport.bytes(tracks: tracks, torn: torn))
    }

    /// Draws a member card through, its number on track 2.
    public func swipe(number: String) { swipe([.two: ";\(number)?"]) }

    /// Draws a card through of which one track is damaged and the others are empty.
    public func tear(_ track: TrackNumber) { swipe([:], torn: [track]) }

    /// Begins to tell of a swipe and falls silent after so many packets of 8 bytes.
    public func swipe(_ tracks: [TrackNumber: String], stoppingAfter packets: Int) {
        send(Array(MagTekReport.bytes(tracks: tracks, torn: []).prefix(packets * Self.packetSize)))
    }

    private func send(_ bytes: [UInt8]) {
        let doorbell = state.withLock { state in
            state.packets.append(bytes)
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

    /// Commands travel in the feature report.
    public func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        switch (setup.requestType, setup.request) {
        case (0x21, 0x09):
            state.withLock { $0.commands.take(data) }
            return .done([])
        case (0xA1, 0x01): return .done(state.withLock { $0.commands.reply })
        case (0x21, 0x0A): return .done([])
        default: return .stall
        }
    }

    /// The next packet of a report.
    public func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply {
        guard endpoint == Self.endpoint else { return .stall }
        return state.withLock { $0.packets.next(limit: limit) }.map(USBInReply.packet) ?? .nak
    }

    /// There is no OUT endpoint.
    public func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .stall }

    /// A swipe that nobody has asked for within two seconds is thrown away (property 0x52), so none survives until somebody new claims the reader.
    public func notice(_ event: USBHostEvent) {
        switch event {
        case .claimed, .reset, .unplugged: state.withLock { $0.packets.removeAll() }
        case .released, .selected, .haltCleared: break
        }
    }
}
