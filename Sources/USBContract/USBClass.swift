/// A class code of USB-IF, as it stands in a device or interface descriptor.
public struct USBClass: RawRepresentable, Sendable, Hashable {
    /// `bDeviceClass` or `bInterfaceClass`.
    public var rawValue: UInt8

    /// The class with the code `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// In a device descriptor: every interface says its own class.
    public static let perInterface = USBClass(rawValue: 0x00)
    /// Communications device; serial scanners.
    public static let communications = USBClass(rawValue: 0x02)
    /// Human interface device; keyboards, HID scanners, stripe readers.
    public static let humanInterface = USBClass(rawValue: 0x03)
    /// Printer.
    public static let printer = USBClass(rawValue: 0x07)
    /// Hub.
    public static let hub = USBClass(rawValue: 0x09)
    /// The data half of a communications device.
    public static let communicationsData = USBClass(rawValue: 0x0A)
    /// The maker's own.
    public static let vendorSpecific = USBClass(rawValue: 0xFF)
}
