public import PrinterFormats

/// A printer made of numbers: bytes in, pictures and replies out.
///
/// It understands what a ``PrintJob`` and a ``PrinterDialect`` send, by interpreters that share nothing with the encoders. Like a real printer it obeys
/// real-time commands everywhere, even inside a picture, and holds its data while its state forbids printing.
public struct PaperMachine: Sendable {
    /// Bytes held while the printer cannot print.
    public static let bufferSize = 1 << 20

    private let language: PrinterLanguage
    private var printer: PrinterMechanism
    private var interpreter: any PrinterInterpreter
    private var held: [UInt8] = []

    /// A printer with a head of so many dots (at least 8).
    public init(_ language: PrinterLanguage = .escpos, headDots: Int, dotsPerInch: Int) {
        self.language = language
        printer = PrinterMechanism(headDots: headDots, dotsPerInch: dotsPerInch)
        interpreter = Self.interpreter(language, dotsPerInch: dotsPerInch)
    }

    private static func interpreter(_ language: PrinterLanguage, dotsPerInch: Int) -> any PrinterInterpreter {
        switch language {
        case .escpos: ESCPOSInterpreter(dotsPerInch: dotsPerInch)
        case .starPRNT, .starLine, .starGraphics: StarInterpreter(language)
        case .zpl: ZPLInterpreter()
        case .tspl: TSPLInterpreter()
        case .epl: EPLInterpreter()
        }
    }

    /// What status queries answer. Printing goes on when a state that forbade it is taken away.
    public var state: PrinterState {
        get { printer.state }
        set {
            let isNew = printer.state != newValue
            printer.state = newValue
            if isNew { interpreter.tellChange(by: &printer) }
            printHeldBytes()
        }
    }

    /// What `GS I` answers.
    public var identity: [ESCPOS.Identity: String] {
        get { printer.identity }
        set { printer.identity = newValue }
    }

    /// Finished sheets, oldest first.
    public var sheets: [Bitmap] { printer.sheets }

    /// What was not understood, at most a hundred.
    public var misreadings: [Misreading] { printer.misreadings }

    /// What came out since the last cut.
    public var unfinishedSheet: Bitmap { printer.paper.sheet }

    /// Whether nothing is half received or held back.
    public var isIdle: Bool { interpreter.isIdle && held.isEmpty }

    /// Takes bytes from the host, cut anywhere.
    public mutating func receive(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            interpreter.hear(byte, by: &printer)
            if printer.forgetsHeldBytes {
                printer.forgetsHeldBytes = false
                held = []
                continue
            }
            if printer.state.canPrint {
                printHeldBytes()
                obey(byte)
            } else if held.count < Self.bufferSize {
                held.append(byte)
            } else {
                printer.note(.bufferFull)
            }
        }
    }

    /// The bytes the printer wants to say, taken off.
    public mutating func takeReplies() -> [UInt8] {
        defer { printer.replies = [] }
        return printer.replies
    }

    /// The finished sheets, taken off.
    public mutating func takeSheets() -> [Bitmap] {
        defer { printer.sheets = [] }
        return printer.sheets
    }

    /// Forgets what it has been sent and has not obeyed, and what it was about to say, as after SOFT_RESET; the paper stays where it is.
    mutating func forgetInput() {
        interpreter = Self.interpreter(language, dotsPerInch: printer.dotsPerInch)
        printer.replies = []
        held = []
    }

    private mutating func printHeldBytes() {
        guard printer.state.canPrint, !held.isEmpty else { return }
        let bytes = held
        held = []
        for byte in bytes { obey(byte) }
    }

    private mutating func obey(_ byte: UInt8) {
        printer.offset += 1
        interpreter.obey(byte, by: &printer)
    }
}
