/// One configuration of a device: the interfaces that work together.
///
/// Source: USB 2.0, table 9-10.
public struct USBConfiguration: Sendable, Hashable {
    /// `bConfigurationValue`, what SET_CONFIGURATION names it by.
    public var value: UInt8
    /// In the order of the descriptor.
    public var interfaces: [USBInterface]
    /// `bmAttributes`: bit 6 self-powered, bit 5 remote wake-up.
    public var attributes: UInt8
    /// `bMaxPower`, in units of 2 mA.
    public var maxPower: UInt8

    /// A configuration as its descriptor tells it.
    public init(value: UInt8 = 1, interfaces: [USBInterface], attributes: UInt8 = 0x80, maxPower: UInt8 = 50) {
        self.value = value
        self.interfaces = interfaces
        self.attributes = attributes
        self.maxPower = maxPower
    }
}

/// One function of a device, which one program claims at a time.
public struct USBInterface: Sendable, Hashable {
    /// `bInterfaceNumber`.
    public var number: UInt8
    /// Its alternate settings, of which one is in force; 0 after plugging in.
    public var alternates: [USBAlternateSetting]

    /// An interface with the given alternate settings.
    public init(number: UInt8, alternates: [USBAlternateSetting]) {
        self.number = number
        self.alternates = alternates
    }
}

/// One of the ways an interface can work.
///
/// Source: USB 2.0, table 9-12.
public struct USBAlternateSetting: Sendable, Hashable {
    /// `bAlternateSetting`.
    public var number: UInt8
    /// `bInterfaceClass`.
    public var interfaceClass: USBClass
    /// `bInterfaceSubClass`: for HID, 1 is a boot device; for printers, 1.
    public var interfaceSubclass: UInt8
    /// `bInterfaceProtocol`: for HID boot devices, 1 is a keyboard; for printers, 1 one-way, 2 two-way, 3 IEEE 1284.4, 4 IPP.
    public var interfaceProtocol: UInt8
    /// In the order of the descriptor.
    public var endpoints: [USBEndpoint]
    /// The class's own descriptors between the interface and its endpoints, as bytes; for HID, the HID descriptor.
    public var classDescriptors: [UInt8]

    /// A setting as its descriptor tells it.
    public init(
        number: UInt8 = 0, interfaceClass: USBClass, interfaceSubclass: UInt8 = 0, interfaceProtocol: UInt8 = 0,
        endpoints: [USBEndpoint], classDescriptors: [UInt8] = []
    ) {
        self.number = number
        self.interfaceClass = interfaceClass
        self.interfaceSubclass = interfaceSubclass
        self.interfaceProtocol = interfaceProtocol
        self.endpoints = endpoints
        self.classDescriptors = classDescriptors
    }

    /// The first endpoint of this kind and direction. Endpoint numbers differ between models, so drivers look them up.
    public func endpoint(_ type: USBTransferType, _ direction: USBDirection) -> USBEndpoint? {
        endpoints.first { $0.transferType == type && $0.address.direction == direction }
    }

    /// How many bytes the HID report descriptor has, told by the HID descriptor; nil where there is none.
    ///
    /// Source: HID 1.11, section 6.2.1: entries of type and length from offset 6, type 0x22 is the report descriptor.
    public var reportDescriptorLength: Int? {
        for descriptor in USBDescriptors(classDescriptors) where descriptor.type == USBDescriptorType.hid {
            var entry = 6
            while entry + 2 < descriptor.bytes.count {
                if descriptor.bytes[entry] == USBDescriptorType.hidReport { return Int(descriptor.bytes.littleEndian16(at: entry + 1)) }
                entry += 3
            }
        }
        return nil
    }
}
