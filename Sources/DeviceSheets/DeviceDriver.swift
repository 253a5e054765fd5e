public import CardFormats
public import PrinterFormats
public import USBContract

/// What drives a device, in the words of the sheets.
public enum DeviceDriver: Sendable, Hashable {
    /// `hid`: a reader or scanner whose HID report descriptor has the last word on what it is.
    ///
    /// `mayFrame`: its reports may carry ID TECH's frames, which no descriptor tells.
    case hid(Activation, mayFrame: Bool = false)
    /// `keyboard`: a reader or scanner that types, captured below the keyboard.
    case keyboard(TextTerms = TextTerms())
    /// `serial`: a reader or scanner behind a USB CDC serial port.
    case serial(TextTerms = TextTerms())
    /// `msr605x`: a writer of stripes.
    case msr605x
    /// `printer`: pictures go out in the printer's own language. What the printer announces goes first; then this; for nil, its name and a question.
    case printer(PrinterLanguage?)
    /// `cups`: pictures go to a CUPS queue; the device itself is left to CUPS.
    case cups
    /// Nothing: why it is not driven, and the way out.
    case none(reason: String, wayOut: String)

    /// What a HID reader needs before it speaks.
    public enum Activation: String, Sendable, Hashable, CaseIterable {
        /// Nothing.
        case none
        /// Feature report 0xFE with the value 1: without it the scanner sends nothing.
        case outputRedirection = "output_redirection"
    }

    /// The word of the sheets; nil for what is not driven.
    public var word: String? {
        switch self {
        case .hid: "hid"
        case .keyboard: "keyboard"
        case .serial: "serial"
        case .msr605x: "msr605x"
        case .printer: "printer"
        case .cups: "cups"
        case .none: nil
        }
    }

    /// The class of the interface it works on; nil for what is not opened.
    public var interfaceClass: USBClass? {
        switch self {
        case .hid, .keyboard, .msr605x: .humanInterface
        case .serial: .communications
        case .printer: .printer
        case .cups, .none: nil
        }
    }
}
