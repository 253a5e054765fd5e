import PrinterFormats

/// Understands ESC/POS.
struct ESCPOSInterpreter: PrinterInterpreter {
    private let dotsPerInch: Int
    private var listener = RealTimeListener()
    private var head: [UInt8] = []
    private var data: RasterData?
    private var stored: Bitmap?
    private var automaticStatusIsOn = false
    private var verticalUnit: Int
    private var lineSpacing: Int?

    init(dotsPerInch: Int) {
        self.dotsPerInch = max(1, dotsPerInch)
        verticalUnit = self.dotsPerInch
    }

    var isIdle: Bool { head.isEmpty && data == nil }

    mutating func hear(_ byte: UInt8, by printer: inout PrinterMechanism) {
        switch listener.hear(byte) {
        case .status(let part): printer.replies.append(printer.state.realTimeReply(part))
        case .automaticStatus: printer.replies += printer.state.automaticStatusBytes
        case .recover:
            let old = printer.state
            printer.state.conditions.subtract([.cutterError, .recoverableError, .waitingForRecovery])
            if printer.state != old { tellChange(by: &printer) }
        case nil: break
        }
    }

    mutating func tellChange(by printer: inout PrinterMechanism) {
        if automaticStatusIsOn { printer.replies += printer.state.automaticStatusBytes }
    }

    mutating func obey(_ byte: UInt8, by printer: inout PrinterMechanism) {
        if data != nil { return takeData(byte, by: &printer) }
        // NUL outside of a command is nothing at all.
        if head.isEmpty, byte == 0 { return }
        head.append(byte)
        switch ESCPOSCommand.read(head) {
        case .needMore: break
        case .unknown:
            printer.note(head.count == 1 ? .unexpectedByte(byte) : .unknownCommand(head))
            head = []
        case .bad(let command):
            printer.note(.badParameter(head))
            head = []
            obey(command, by: &printer)
        case .command(let command):
            head = []
            obey(command, by: &printer)
        }
    }

    private mutating func takeData(_ byte: UInt8, by printer: inout PrinterMechanism) {
        guard var data else { return }
        self.data = nil
        if let row = data.take(byte) { printer.paper.append(row) }
        if data.isComplete {
            stored = data.kept ?? stored
        } else {
            self.data = data
        }
        printer.noteLostRows()
    }

    private mutating func obey(_ command: ESCPOSCommand, by printer: inout PrinterMechanism) {
        switch command {
        case .initialize: reset()
        case .ignored: break
        case .feedLines(let lines): printer.paper.feed(lines * (lineSpacing.map(rows(ofUnits:)) ?? dotsPerInch / 6))
        case .feedUnits(let units): printer.paper.feed(rows(ofUnits: units))
        case .lineSpacing(let units): lineSpacing = units
        case .motionUnit(let vertical): verticalUnit = vertical == 0 ? dotsPerInch : vertical
        case .cut(let units):
            printer.paper.feed(rows(ofUnits: units))
            printer.cut()
        case .automaticStatus(let mask):
            automaticStatusIsOn = mask != 0
            if automaticStatusIsOn { printer.replies += printer.state.automaticStatusBytes }
        case .paperSensor: printer.replies.append(printer.state.paperSensorReply)
        case .identity(let what): printer.replies += identityReply(what, of: printer)
        case .raster(let rowBytes, let rows): expect(.printed(rowBytes: rowBytes, rows: rows), columns: rowBytes * 8, spare: 7, by: &printer)
        case .store(let width, let rows, let count): expect(.kept(width: width, rows: rows, count: count), columns: width, by: &printer)
        case .printStored: printStored(by: &printer)
        case .skip(let count): expect(.skipped(count), by: &printer)
        }
        printer.noteLostRows()
    }

    private mutating func reset() {
        automaticStatusIsOn = false
        verticalUnit = dotsPerInch
        lineSpacing = nil
        stored = nil
    }

    /// Waits for the data of a picture of so many columns, of which the last `spare` may be mere padding.
    private mutating func expect(_ data: RasterData, columns: Int = 0, spare: Int = 0, by printer: inout PrinterMechanism) {
        if columns - spare > printer.paper.width { printer.note(.widerThanHead(dots: columns)) }
        self.data = data.isComplete ? nil : data
    }

    private mutating func printStored(by printer: inout PrinterMechanism) {
        guard let picture = stored else { return }
        for y in 0..<picture.height { printer.paper.append(picture.rows(y..<y + 1)) }
        stored = nil
    }

    private func identityReply(_ what: UInt8, of printer: PrinterMechanism) -> [UInt8] {
        guard let what = ESCPOS.Identity(rawValue: what), let text = printer.identity[what] else { return [] }
        return [0x5F] + text.utf8 + [0]
    }

    private func rows(ofUnits units: Int) -> Int { units * dotsPerInch / verticalUnit }
}
