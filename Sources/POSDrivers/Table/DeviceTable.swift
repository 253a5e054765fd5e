import PointOfService
import USBContract

/// The devices we support, one row each. Drivers, udev rules and `memberlane doctor` follow from it.
public struct DeviceTable: Sendable, Hashable {
    /// The rows; of two that match a device, product goes before vendor, and vendor before class.
    public let rows: [DeviceRow]

    /// A table of rows.
    public init(rows: [DeviceRow]) { self.rows = rows }

    /// Everything MemberLane knows.
    public static let supported = DeviceTable(rows: stripeReaders + scanners + printers)
}

extension DeviceTable {
    private static let magtek = "hardware/magtek-337.yaml"
    private static let hidPOS = "hardware/hid-pos.yaml"
    private static let escpos = "hardware/escpos.yaml"

    private static let usbIDs = "usb.ids 2025.07.26"
    private static let magtekSwitch = "Set its interface type to HID with MagTek's utility (property 0x10 = 0, then reset)."
    private static let idtechSwitch = "Set it to USB HID, “other mode”, with ID TECH's utility."
    private static let scanLabel = "Scan the “HID-POS” label in the scanner's manual."

    private static func product(
        _ vendor: UInt16, _ product: UInt16, _ kind: DeviceKind, _ model: String, _ driver: DeviceRow.Driver, _ sheet: String, _ source: String
    ) -> DeviceRow {
        DeviceRow(.product(USBDeviceID(vendor: vendor, product: product)), kind, model, driver, sheet: sheet, source: source)
    }

    private static func vendor(
        _ vendor: UInt16, _ kind: DeviceKind, _ model: String, _ driver: DeviceRow.Driver, _ sheet: String, _ source: String
    ) -> DeviceRow {
        DeviceRow(.vendor(vendor), kind, model, driver, sheet: sheet, source: source)
    }

    /// What speaks the 337-byte layout or one that grew from it. MSR605X writers share 0801:0003; their report descriptor gives them away.
    static let stripeReaders: [DeviceRow] = [
        product(0x0801, 0x0002, .stripeReader, "MagTek SureSwipe", .hid(.notNeeded), magtek, "MagTek 99875191"),
        product(0x0801, 0x0003, .stripeReader, "MagTek insert reader", .hid(.notNeeded), magtek, usbIDs),
        product(0x0801, 0x0011, .stripeReader, "MagTek MagneSafe", .hid(.notNeeded), magtek, "MagTek 99875475"),
        product(0x0801, 0x0013, .stripeReader, "MagTek MagneSafe insert reader", .hid(.notNeeded), magtek, "MagTek 99875475"),
        product(0x0801, 0x0014, .stripeReader, "MagTek MagneSafe wireless", .hid(.notNeeded), magtek, "MagTek 99875475"),
        product(0x0801, 0x0001, .stripeReader, "MagTek reader in keyboard mode", .none(wayOut: magtekSwitch), magtek, "MagTek 99875206"),
        product(0x0ACD, 0x2010, .stripeReader, "ID TECH SecureMag", .hid(.notNeeded), magtek, "manualslib 1933980 p. 25; manualshive 618754 p. 32"),
        product(0x0ACD, 0x2030, .stripeReader, "ID TECH SecureMag in keyboard mode", .none(wayOut: idtechSwitch), magtek, "manualslib 1933980 p. 25"),
    ]

    static let scanners: [DeviceRow] = [
        product(0x05E0, 0x2100, .scanner, "Zebra scanner", .hid(.notNeeded), hidPOS, "Itp.HidBarcodeScanner Examples.txt"),
        product(0x05E0, 0x1200, .scanner, "Zebra scanner in keyboard mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x05E0, 0x1701, .scanner, "Zebra scanner in serial mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x05E0, 0x1900, .scanner, "Zebra scanner in SNAPI mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x0C2E, 0x1007, .scanner, "Honeywell scanner", .hid(.outputRedirection), hidPOS, "Itp.HidBarcodeScanner Examples.txt"),
        product(0x0C2E, 0x0200, .scanner, "Metrologic scanner in keyboard mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x0C2E, 0x0204, .scanner, "Metrologic scanner in keyboard mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x0C2E, 0x0700, .scanner, "Metrologic scanner in serial mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x0C2E, 0x0720, .scanner, "Metrologic scanner in serial mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x0C2E, 0x0007, .scanner, "Metrologic scanner in IBM mode", .none(wayOut: scanLabel), hidPOS, usbIDs),
        product(0x1FBB, 0x3850, .scanner, "Cino scanner in serial mode", .none(wayOut: scanLabel), hidPOS, "votingworks/vxsuite"),
        vendor(0x05E0, .scanner, "Zebra scanner", .hid(.notNeeded), hidPOS, "WebHidBarcodeScanner"),
        vendor(0x0C2E, .scanner, "Honeywell scanner", .hid(.outputRedirection), hidPOS, "WebHidBarcodeScanner"),
        vendor(0x23D0, .scanner, "Youjie scanner", .hid(.outputRedirection), hidPOS, "WebHidBarcodeScanner"),
        vendor(0x05F9, .scanner, "Datalogic scanner", .hid(.notNeeded), hidPOS, "WebHidBarcodeScanner"),
        vendor(0x080C, .scanner, "Datalogic Gryphon scanner", .hid(.notNeeded), hidPOS, usbIDs),
        vendor(0x0536, .scanner, "Hand Held Products scanner", .hid(.notNeeded), hidPOS, usbIDs),
        vendor(0x065A, .scanner, "Opticon scanner", .hid(.notNeeded), hidPOS, usbIDs),
        vendor(0x1EAB, .scanner, "Newland scanner", .hid(.notNeeded), hidPOS, usbIDs),
    ]

    /// Known makers first; any printer-class device that does not announce another language is taken for an ESC/POS printer.
    static let printers: [DeviceRow] = [
        product(0x04B8, 0x0202, .printer, "Epson receipt printer", .escpos, escpos, "apple/cups#3971: vendor class, no IEEE 1284 name"),
        product(0x0416, 0x5011, .printer, "58/80 mm receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        product(0x0483, 0x5743, .printer, "58/80 mm receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        product(0x0483, 0x5840, .printer, "58/80 mm receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        product(0x0FE6, 0x811E, .printer, "58/80 mm receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        product(0x1FC9, 0x2016, .printer, "Xprinter receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        product(0x1A86, 0x7584, .printer, "printer on a QinHeng parallel cable", .escpos, escpos, "org.cups.usb-quirks"),
        product(0x067B, 0x2305, .printer, "printer on a Prolific parallel cable", .escpos, escpos, "org.cups.usb-quirks"),
        vendor(0x0419, .printer, "Bixolon receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        vendor(0x1504, .printer, "Bixolon receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        vendor(0x1D90, .printer, "Citizen receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        vendor(0x2730, .printer, "Citizen receipt printer", .escpos, escpos, "WebUSBReceiptPrinter"),
        vendor(0x0519, .printer, "Star printer", .escposIfAnnounced, escpos, "WebUSBReceiptPrinter: StarPRNT, Star Line or Star Graphics"),
        vendor(0x0A5F, .printer, "Zebra printer", .escposIfAnnounced, escpos, "org.cups.usb-quirks: ZPL or EPL"),
        DeviceRow(.printerClass, .printer, "receipt printer", .escpos, sheet: escpos, source: "USB Printing Devices 1.1"),
    ]
}
