import CardFormats

/// What a device turned out to be, on a connection that has claimed what is to be used of it.
enum RecognisedDevice: Sendable {
    /// A reader or scanner with HID reports.
    case reports(ReportDecoder.Reader, HIDReportDescriptor, HIDInterface, isFramed: Bool)
    /// A reader or scanner that types; its descriptor where it has one that can be read.
    case keyboard(HIDReportDescriptor?, HIDInterface)
    /// A reader or scanner on a serial line.
    case serial(SerialPort)
    /// What may be a stripe writer: it is asked when it is opened.
    case writer(HIDReportDescriptor, HIDInterface)
    /// A printer and its language.
    case printer(PrinterInterface, PrinterRecognition)
}
