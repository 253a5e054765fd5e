/// A printer made of numbers: bytes in, pictures and replies out.
///
/// Understands what ``ESCPOS/Job`` and ``ESCPOS/Query`` send, and nothing is a crash: what it does not know becomes a fault and is skipped.
/// Like a real printer it obeys real-time commands everywhere, even inside a picture, and holds its data while its state forbids printing.
public struct ESCPOSReader: Sendable {
    /// Faults kept; later ones are dropped.
    public static let mostFaults = 100
    /// Bytes held while the printer cannot print.
    public static let bufferSize = 1 << 20

    /// Dots per inch of the head, for feeds in lines and motion units.
    public let dotsPerInch: Int
    /// What `GS I` answers.
    public var identity: [ESCPOS.Identity: String] = [.maker: "MemberLane", .model: "Virtual printer"]
    /// What status queries answer. Printing goes on when a state that forbade it is taken away.
    public var state = PrinterState.ready {
        didSet {
            if state != oldValue, automaticStatusIsOn { replies += state.automaticStatusBytes }
            if state.canPrint { printHeldBytes() }
        }
    }

    /// Finished sheets, oldest first.
    public private(set) var sheets: [Bitmap] = []
    /// What was not understood, at most ``mostFaults``.
    public private(set) var faults: [ESCPOSFault] = []

    private var paper: RasterPaper
    private var listener = RealTimeListener()
    private var replies: [UInt8] = []
    private var held: [UInt8] = []
    private var offset = 0
    private var head: [UInt8] = []
    private var data: RasterData?
    private var stored: Bitmap?
    private var automaticStatusIsOn = false
    private var verticalUnit: Int
    private var lineSpacing: Int?

    /// A printer with a head of so many dots (at least 8).
    public init(headDots: Int, dotsPerInch: Int) {
        self.dotsPerInch = max(1, dotsPerInch)
        verticalUnit = max(1, dotsPerInch)
        paper = RasterPaper(width: min(max(8, headDots), PrinterProfile.widestHead))
    }

    /// What came out since the last cut.
    public var unfinishedSheet: Bitmap { paper.sheet }

    /// Whether nothing is half received or held back.
    public var isIdle: Bool { head.isEmpty && data == nil && held.isEmpty }

    /// Takes bytes from the host, cut anywhere.
    public mutating func receive(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if let request = listener.hear(byte) { answer(request) }
            if state.canPrint {
                interpret(byte)
            } else if held.count < Self.bufferSize {
                held.append(byte)
            } else {
                note(.bufferFull)
            }
        }
    }

    /// The bytes the printer wants to say, taken off.
    public mutating func takeReplies() -> [UInt8] {
        defer { replies = [] }
        return replies
    }

    /// The finished sheets, taken off.
    public mutating func takeSheets() -> [Bitmap] {
        defer { sheets = [] }
        return sheets
    }

    private mutating func answer(_ request: RealTimeListener.Request) {
        switch request {
        case .status(let part): replies.append(state.realTimeReply(part))
        case .automaticStatus: replies += state.automaticStatusBytes
        case .recover:
            state.conditions.subtract([.cutterError, .recoverableError, .waitingForRecovery])
        }
    }

    private mutating func printHeldBytes() {
        let bytes = held
        held = []
        for byte in bytes { interpret(byte) }
    }

    private mutating func interpret(_ byte: UInt8) {
        offset += 1
        if data != nil { return takeData(byte) }
        head.append(byte)
        switch ESCPOSCommand.read(head) {
        case .needMore: break
        case .unknown:
            note(head.count == 1 ? .unexpectedByte(byte) : .unknownCommand(head))
            head = []
        case .bad(let command):
            note(.badParameter(head))
            head = []
            obey(command)
        case .command(let command):
            head = []
            obey(command)
        }
    }

    private mutating func takeData(_ byte: UInt8) {
        guard var data else { return }
        self.data = nil
        if let row = data.take(byte) { paper.append(row) }
        if data.isComplete {
            stored = data.kept ?? stored
        } else {
            self.data = data
        }
        noteLostRows()
    }

    private mutating func obey(_ command: ESCPOSCommand) {
        switch command {
        case .initialize: reset()
        case .ignored: break
        case .feedLines(let lines): paper.feed(lines * (lineSpacing.map(rows(ofUnits:)) ?? dotsPerInch / 6))
        case .feedUnits(let units): paper.feed(rows(ofUnits: units))
        case .lineSpacing(let units): lineSpacing = units
        case .motionUnit(let vertical): verticalUnit = vertical == 0 ? dotsPerInch : vertical
        case .cut(let units):
            paper.feed(rows(ofUnits: units))
            sheets.append(paper.cut())
        case .automaticStatus(let mask):
            automaticStatusIsOn = mask != 0
            if automaticStatusIsOn { replies += state.automaticStatusBytes }
        case .paperSensor: replies.append(state.paperSensorReply)
        case .identity(let what): replies += identityReply(what)
        case .raster(let rowBytes, let rows): expect(.printed(rowBytes: rowBytes, rows: rows), columns: rowBytes * 8, spare: 7)
        case .store(let width, let rows, let count): expect(.kept(width: width, rows: rows, count: count), columns: width)
        case .printStored: printStored()
        case .skip(let count): expect(.skipped(count))
        }
        noteLostRows()
    }

    private mutating func reset() {
        automaticStatusIsOn = false
        verticalUnit = dotsPerInch
        lineSpacing = nil
        stored = nil
    }

    /// Waits for the data of a picture of so many columns, of which the last `spare` may be mere padding.
    private mutating func expect(_ data: RasterData, columns: Int = 0, spare: Int = 0) {
        if columns - spare > paper.width { note(.widerThanHead(dots: columns)) }
        self.data = data.isComplete ? nil : data
    }

    private mutating func printStored() {
        guard let picture = stored else { return }
        for y in 0..<picture.height { paper.append(picture.rows(y..<y + 1)) }
        stored = nil
    }

    private func identityReply(_ what: UInt8) -> [UInt8] {
        guard let what = ESCPOS.Identity(rawValue: what), let text = identity[what] else { return [] }
        return [0x5F] + text.utf8 + [0]
    }

    private func rows(ofUnits units: Int) -> Int { units * dotsPerInch / verticalUnit }

    private mutating func noteLostRows() {
        if paper.isFull, faults.last?.kind != .sheetTooLong { note(.sheetTooLong) }
    }

    private mutating func note(_ kind: ESCPOSFault.Kind) {
        guard faults.count < Self.mostFaults, kind != .bufferFull || faults.last?.kind != .bufferFull else { return }
        faults.append(ESCPOSFault(offset: max(0, offset - 1), kind: kind))
    }
}
