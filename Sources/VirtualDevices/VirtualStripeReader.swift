public import CardFormats
import Synchronization
public import USBContract

/// A MagTek SureSwipe in HID mode (0801:0002): full speed, one report of 337 bytes a swipe, in packets of 8.
///
/// Source: MagTek 99875191.
public final class VirtualStripeReader: VirtualHIDDevice {
    private static let packetSize = 8

    private struct State {
        var commands = MagTekCommands()
        var restarted: (@Sendable (MagTekInterface) -> Void)?
    }

    /// What the reader says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()
    private let state = Mutex(State())

    /// A reader; MagTek gives its readers no serial number of their own unless asked to.
    public init(serialNumber: String? = nil) {
        descriptors = VirtualHIDPort.descriptors(
            USBDeviceID(vendor: 0x0801, product: 0x0002), report: MagTekDescriptor.report, packetSize: Self.packetSize, interval: 10,
            names: ("Mag-Tek", "USB Swipe Reader"), serialNumber: serialNumber)
    }

    /// Draws a card through: texts with their sentinels, such as `;9…?` on track 2. Torn tracks are found but cannot be decoded.
    public func swipe(_ tracks: [TrackNumber: String], torn: Set<TrackNumber> = []) {
        port.send([MagTekReport.bytes(tracks: tracks, torn: torn)])
    }

    /// Draws a member card through, its number on track 2.
    public func swipe(number: String) { swipe([.two: ";\(number)?"]) }

    /// Draws a card through of which one track is damaged and the others are empty.
    public func tear(_ track: TrackNumber) { swipe([:], torn: [track]) }

    /// Begins to tell of a swipe and falls silent after so many packets of 8 bytes.
    public func swipe(_ tracks: [TrackNumber: String], stoppingAfter packets: Int) {
        port.send([Array(MagTekReport.bytes(tracks: tracks, torn: []).prefix(packets * Self.packetSize))])
    }

    /// Calls `restarted` when the host resets the reader, with the interface it is to come back with.
    public func whenRestarted(_ restarted: @escaping @Sendable (MagTekInterface) -> Void) { state.withLock { $0.restarted = restarted } }

    /// A reader that comes back speaks as it does.
    public func poweredUp() { state.withLock { $0.commands = MagTekCommands() } }

    /// Commands travel in the feature report.
    public func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        switch (setup.requestType, setup.request) {
        case (0x21, 0x09):
            let (restarted, interface) = state.withLock { state in (state.commands.take(data) ? state.restarted : nil, state.commands.interface) }
            restarted?(interface)
            return .done([])
        case (0xA1, 0x01): return .done(state.withLock { $0.commands.reply })
        default: return .stall
        }
    }
}
