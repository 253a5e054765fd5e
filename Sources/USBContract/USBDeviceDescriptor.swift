/// The device descriptor.
///
/// Source: USB 2.0, table 9-8.
public struct USBDeviceDescriptor: Sendable, Hashable {
    /// `bcdUSB`: 0x0200 is 2.0.
    public var usbVersion: UInt16
    /// `bDeviceClass`.
    public var deviceClass: USBClass
    /// `bDeviceSubClass`.
    public var deviceSubclass: UInt8
    /// `bDeviceProtocol`.
    public var deviceProtocol: UInt8
    /// `bMaxPacketSize0`: 8, 16, 32 or 64 bytes.
    public var controlPacketSize: UInt8
    /// `idVendor` and `idProduct`.
    public var id: USBDeviceID
    /// `bcdDevice`, the maker's release.
    public var release: UInt16
    /// `iManufacturer`, the index of the string; 0 is none.
    public var manufacturerString: UInt8
    /// `iProduct`, the index of the string; 0 is none.
    public var productString: UInt8
    /// `iSerialNumber`, the index of the string; 0 is none.
    public var serialNumberString: UInt8
    /// `bNumConfigurations`.
    public var configurationCount: UInt8

    /// A descriptor of a USB 2.0 device whose interfaces say their classes.
    public init(
        id: USBDeviceID, usbVersion: UInt16 = 0x0200, deviceClass: USBClass = .perInterface, deviceSubclass: UInt8 = 0, deviceProtocol: UInt8 = 0,
        controlPacketSize: UInt8 = 64, release: UInt16 = 0x0100, manufacturerString: UInt8 = 0, productString: UInt8 = 0,
        serialNumberString: UInt8 = 0, configurationCount: UInt8 = 1
    ) {
        self.id = id
        self.usbVersion = usbVersion
        self.deviceClass = deviceClass
        self.deviceSubclass = deviceSubclass
        self.deviceProtocol = deviceProtocol
        self.controlPacketSize = controlPacketSize
        self.release = release
        self.manufacturerString = manufacturerString
        self.productString = productString
        self.serialNumberString = serialNumberString
        self.configurationCount = configurationCount
    }

    /// Reads 18 bytes; nil when they are fewer or not a device descriptor.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 18, bytes[1] == USBDescriptorType.device else { return nil }
        self.init(
            id: USBDeviceID(vendor: bytes.littleEndian16(at: 8), product: bytes.littleEndian16(at: 10)),
            usbVersion: bytes.littleEndian16(at: 2), deviceClass: USBClass(rawValue: bytes[4]), deviceSubclass: bytes[5],
            deviceProtocol: bytes[6], controlPacketSize: bytes[7], release: bytes.littleEndian16(at: 12),
            manufacturerString: bytes[14], productString: bytes[15], serialNumberString: bytes[16], configurationCount: bytes[17])
    }

    /// The 18 bytes a device sends.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [18, USBDescriptorType.device]
        bytes += .littleEndian(usbVersion)
        bytes += [deviceClass.rawValue, deviceSubclass, deviceProtocol, controlPacketSize]
        bytes += .littleEndian(id.vendor)
        bytes += .littleEndian(id.product)
        bytes += .littleEndian(release)
        bytes += [manufacturerString, productString, serialNumberString, configurationCount]
        return bytes
    }
}
