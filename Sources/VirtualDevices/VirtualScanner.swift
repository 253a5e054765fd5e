public import USBContract

/// A Zebra barcode scanner in HID-POS mode (05E0:2100). It answers no GET_REPORT (Linux: HID_QUIRK_NOGET).
public final class VirtualScanner: VirtualHIDDevice {
    /// What a scanner that cannot tell the symbology says: vendor's own.
    private static let unknownAIM = Array("]X0".utf8)

    /// What the scanner says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()

    /// A scanner with a serial number.
    public init(serialNumber: String? = "S20070001") {
        descriptors = VirtualHIDPort.descriptors(
            USBDeviceID(vendor: 0x05E0, product: 0x2100), report: ZebraDescriptor.report, packetSize: 64, interval: 8,
            names: ("Symbol Technologies, Inc, 2008", "Symbol Bar Code Scanner"), serialNumber: serialNumber)
    }

    /// Scans a code; `aim` is the AIM identifier, such as `]C0` for Code 128 or `]Q1` for QR.
    public func scan(_ text: String, aim: String = "]C0") { port.send(reports(text, aim)) }

    /// Scans a long code of which only the first `chunks` reports get through.
    public func scan(_ text: String, aim: String, stoppingAfter chunks: Int) { port.send(Array(reports(text, aim).prefix(chunks))) }

    private func reports(_ text: String, _ aim: String) -> [[UInt8]] {
        ZebraDescriptor.reports(Array(text.utf8), aim: aim.utf8.count == 3 ? Array(aim.utf8) : Self.unknownAIM)
    }
}
