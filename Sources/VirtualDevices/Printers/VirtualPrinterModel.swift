public import PrinterFormats
public import USBContract

/// A kind of printer: what it says it is, and which language it speaks.
///
/// The maker's and product's numbers are those of real devices (usb.ids 2025.07.26; NielsLeenheer/WebUSBReceiptPrinter), so that it is recognised like one.
public struct VirtualPrinterModel: Sendable, Hashable {
    /// The language it understands.
    public var language: PrinterLanguage
    /// Maker and product.
    public var id: USBDeviceID
    /// What its string descriptors say.
    public var manufacturer: String
    /// What its string descriptors say.
    public var product: String
    /// What GET_DEVICE_ID answers, IEEE 1284; nil stalls the request.
    public var deviceID: String?
    /// Dots across its head.
    public var headDots = 576
    /// Dots per inch of its head.
    public var dotsPerInch = 203
    /// USB's printer class, or its maker's own.
    public var interfaceClass = USBClass.printer
    /// Whether it can answer at all.
    public var hasInput = true

    /// A receipt printer of no known make.
    public static let receipt = VirtualPrinterModel(
        language: .escpos, id: USBDeviceID(vendor: 0x0416, product: 0x5011), manufacturer: "MemberLane", product: "Virtual printer",
        deviceID: "MFG:MemberLane;CMD:ESC/POS;MDL:Virtual printer;CLS:PRINTER;")
    /// The same behind a one-way cable.
    public static let oneWay = {
        var model = receipt
        model.hasInput = false
        return model
    }()
    /// An Epson that calls its interface its maker's own, and has no IEEE 1284 name.
    public static let vendorClass = VirtualPrinterModel(
        language: .escpos, id: USBDeviceID(vendor: 0x04B8, product: 0x0202), manufacturer: "EPSON", product: "TM-T88V", deviceID: nil,
        headDots: 512, dotsPerInch: 180, interfaceClass: .vendorSpecific)
    /// A Star that speaks StarPRNT.
    public static let starPRNT = star(.starPRNT, product: "mC-Print3", model: "MCP31 (STR-001)")
    /// A Star that speaks Star Line Mode.
    public static let starLine = star(.starLine, product: "TSP654II", model: "TSP654 (STR_T-001)")
    /// A Star that knows only rasters.
    public static let starGraphics = star(.starGraphics, product: "TSP143II", model: "TSP143 (STR_T-001)")
    /// A Zebra label printer with a head of 4 inches.
    public static let zebra = VirtualPrinterModel(
        language: .zpl, id: USBDeviceID(vendor: 0x0A5F, product: 0x0080), manufacturer: "Zebra Technologies", product: "ZTC GK420d",
        deviceID: "MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC GK420d-203dpi ZPL;CLASS:PRINTER;", headDots: 832)
    /// A TSC label printer with a head of 4 inches.
    public static let tsc = VirtualPrinterModel(
        language: .tspl, id: USBDeviceID(vendor: 0x1203, product: 0x0140), manufacturer: "TSC", product: "TTP-245C",
        deviceID: "MFG:TSC;CMD:TSPL2;MDL:TTP-245C;CLS:PRINTER;", headDots: 832)
    /// An old Zebra label printer that knows EPL2 only.
    public static let eltron = VirtualPrinterModel(
        language: .epl, id: USBDeviceID(vendor: 0x0A5F, product: 0x0009), manufacturer: "Zebra", product: "LP2844",
        deviceID: "MANUFACTURER:Zebra;COMMAND SET:EPL;MODEL:LP2844;CLASS:PRINTER;", headDots: 832)

    /// One of each.
    public static let all = [receipt, oneWay, vendorClass, starPRNT, starLine, starGraphics, zebra, tsc, eltron]

    private static func star(_ language: PrinterLanguage, product: String, model: String) -> VirtualPrinterModel {
        VirtualPrinterModel(
            language: language, id: USBDeviceID(vendor: 0x0519, product: 0x0003), manufacturer: "Star Micronics", product: product,
            deviceID: "MFG:Star;CMD:STAR;MDL:\(model);CLS:PRINTER;")
    }
}
