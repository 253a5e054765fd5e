public import CardFormats
import Synchronization
public import USBContract

/// A MagTek reader with MagneSafe (0801:0011): one report of 856 bytes a swipe, in packets of 8; clear at security level 2, encrypted at level 3.
///
/// Source: MagTek 99875475.
public final class VirtualMagneSafeReader: VirtualHIDDevice {
    /// What the reader says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()
    private let isEncrypting: Bool
    private let commands: Mutex<MagTekCommands>

    /// A reader at level 2, or at level 3.
    public init(isEncrypting: Bool = false, serialNumber: String? = nil) {
        self.isEncrypting = isEncrypting
        commands = Mutex(MagTekCommands(count: 60, isLocked: isEncrypting))
        descriptors = VirtualHIDPort.descriptors(
            USBDeviceID(vendor: 0x0801, product: 0x0011), report: MagneSafeReport.descriptor, packetSize: 8, interval: 1,
            names: ("Mag-Tek", "USB Encrypting Swipe Reader"), serialNumber: serialNumber)
    }

    /// Draws a card through: texts with their sentinels.
    public func swipe(_ tracks: [TrackNumber: String], torn: Set<TrackNumber> = []) {
        port.send([MagneSafeReport.bytes(tracks: tracks, torn: torn, isEncrypting: isEncrypting)])
    }

    /// Commands travel in the feature report.
    public func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        switch (setup.requestType, setup.request) {
        case (0x21, 0x09):
            _ = commands.withLock { $0.take(data) }
            return .done([])
        case (0xA1, 0x01): return .done(commands.withLock { $0.reply })
        default: return .stall
        }
    }
}
