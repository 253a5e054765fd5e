public import USBContract

/// One virtual device of each family beside those on the counter, for lists and for the installer who wants to see what each looks like.
public struct VirtualShelf: Sendable {
    /// The socket of the first; the counter's are below.
    private static let firstSocket: UInt8 = 11

    private let devices: [(function: any USBFunction, kernelDriver: String)]

    /// A shelf of its own devices.
    public init() {
        devices =
            [
                (VirtualMagneSafeReader(), "usbhid"), (VirtualIDTechReader(), "usbhid"), (VirtualStripeWriter(), "usbhid"),
                (VirtualKeyboard(.stripeReader), "usbhid"), (VirtualKeyboard(.scanner), "usbhid"), (VirtualKeyboard(.ordinary), "usbhid"),
                (VirtualHIDPOSScanner(.honeywell), "usbhid"), (VirtualHIDPOSScanner(.newland), "usbhid"), (VirtualSerialScanner(), "cdc_acm"),
            ]
            + VirtualPrinterModel.all.filter { $0 != .receipt && $0.hasInput }.map { (VirtualPrinter($0, serialNumber: nil), "usblp") }
    }

    /// Plugs all of them in, each into a socket of its own.
    public func plugAll(into bus: VirtualBus) throws(USBError) {
        for (offset, device) in devices.enumerated() {
            _ = try bus.plug(
                device.function, port: Self.firstSocket + UInt8(offset), conditions: VirtualBus.Conditions(kernelDrivers: [0: device.kernelDriver]))
        }
    }
}
