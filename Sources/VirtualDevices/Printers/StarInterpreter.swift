import PrinterFormats

/// Understands Star's languages: StarPRNT, Star Line Mode and Star Graphic Mode, each its own commands only.
///
/// Sources: Star's command specifications of the three modes; the status as `StarStatus` has it.
struct StarInterpreter: PrinterInterpreter {
    private static let lineRows = 24
    private static let mostRowBytes = 1 << 12

    private let language: PrinterLanguage
    private var window: UInt32 = 0
    private var head: [UInt8] = []
    private var data: RasterData?
    private var isInRaster = false
    /// Whether LF has a line of dots before it, which it feeds.
    private var hasLine = false
    private var counted: UInt8 = 0

    init(_ language: PrinterLanguage) { self.language = language }

    var isIdle: Bool { head.isEmpty && data == nil }

    mutating func hear(_ byte: UInt8, by printer: inout PrinterMechanism) {
        window = window << 8 | UInt32(byte)
        if window & 0xFF_FFFF == 0x1B_0601 { printer.replies += status(of: printer) }
    }

    mutating func obey(_ byte: UInt8, by printer: inout PrinterMechanism) {
        if var data {
            self.data = nil
            if let row = data.take(byte) { printer.paper.append(row) }
            if !data.isComplete { self.data = data }
            return printer.noteLostRows()
        }
        if head.isEmpty, byte == 0 { return }
        head.append(byte)
        switch read(by: &printer) {
        case .more: return
        case .done: break
        case .unknown: printer.note(head.count == 1 ? .unexpectedByte(byte) : .unknownCommand(head))
        case .bad: printer.note(.badParameter(head))
        }
        head = []
        printer.noteLostRows()
    }

    private enum Reading { case more, done, unknown, bad }

    private mutating func read(by printer: inout PrinterMechanism) -> Reading {
        switch (head[0], head.count) {
        case (0x0A, _) where language != .starGraphics:
            if !hasLine { printer.paper.feed(Self.lineRows) }
            hasLine = false
            return .done
        case (0x17, _):
            counted = (counted + 1) % 32
            return .done
        case (0x62, _) where isInRaster: return readRow(by: &printer)
        case (0x1B, 1): return .more
        case (0x1B, _): return readEscape(by: &printer)
        default: return .unknown
        }
    }

    private mutating func readEscape(by printer: inout PrinterMechanism) -> Reading {
        switch (head[1], language) {
        case (0x06, _): return head.count < 3 ? .more : head[2] == 1 ? .done : .unknown
        case (0x40, _): return .done
        case (0x30, .starLine): return .done
        case (0x4A, .starPRNT), (0x4A, .starLine):
            guard head.count > 2 else { return .more }
            printer.paper.feed(printer.dotsPerInch == 203 ? 2 * Int(head[2]) : Int(head[2]) * printer.dotsPerInch * 5 / 508)
            return .done
        case (0x64, .starPRNT), (0x64, .starLine):
            guard head.count > 2 else { return .more }
            guard [2, 3, 50, 51].contains(head[2]) else { return .bad }
            printer.cut()
            return .done
        case (0x0C, .starGraphics):
            guard head.count > 2 else { return .more }
            guard head[2] == 0 else { return .unknown }
            printer.cut()
            return .done
        case (0x1D, .starPRNT): return readPicture(by: &printer)
        case (0x6B, .starLine): return readLine(by: &printer)
        case (0x2A, .starGraphics): return readRaster(by: &printer)
        default: return .unknown
        }
    }

    /// `ESC GS S 1 xL xH yL yH n`.
    private mutating func readPicture(by printer: inout PrinterMechanism) -> Reading {
        if head.count > 2, head[2] != 0x53 { return .unknown }
        guard head.count >= 9 else { return .more }
        let (rowBytes, rows) = (Int(head[4]) | Int(head[5]) << 8, Int(head[6]) | Int(head[7]) << 8)
        guard head[3] == 1, head[8] == 0, rowBytes > 0, rows > 0 else {
            expect(.skipped(rowBytes * rows))
            return .bad
        }
        return print(rowBytes: rowBytes, rows: rows, by: &printer)
    }

    /// `ESC k n1 n2`.
    private mutating func readLine(by printer: inout PrinterMechanism) -> Reading {
        guard head.count >= 4 else { return .more }
        let rowBytes = Int(head[2]) | Int(head[3]) << 8
        guard 1...Self.mostRowBytes ~= rowBytes else { return .bad }
        hasLine = true
        return print(rowBytes: rowBytes, rows: Self.lineRows, by: &printer)
    }

    /// `b n1 n2`.
    private mutating func readRow(by printer: inout PrinterMechanism) -> Reading {
        guard head.count >= 3 else { return .more }
        let rowBytes = Int(head[1]) | Int(head[2]) << 8
        guard 1...Self.mostRowBytes ~= rowBytes else { return .bad }
        return print(rowBytes: rowBytes, rows: 1, by: &printer)
    }

    /// `ESC * r A`, `B`, and with a number and NUL `P`, `E`, `Y`.
    private mutating func readRaster(by printer: inout PrinterMechanism) -> Reading {
        guard head.count >= 4 else { return head.count < 3 || head[2] == 0x72 ? .more : .unknown }
        switch head[3] {
        case 0x41, 0x42:
            isInRaster = head[3] == 0x41
            return .done
        case 0x45, 0x50, 0x59:
            guard head.last == 0, head.count > 4 else { return head.count < 12 ? .more : .bad }
            guard let number = Int(String(decoding: head[4..<head.count - 1], as: UTF8.self)) else { return .bad }
            if head[3] == 0x59 { printer.paper.feed(number) }
            return .done
        default: return .unknown
        }
    }

    private mutating func print(rowBytes: Int, rows: Int, by printer: inout PrinterMechanism) -> Reading {
        if rowBytes * 8 - 7 > printer.paper.width { printer.note(.widerThanHead(dots: rowBytes * 8)) }
        expect(.printed(rowBytes: rowBytes, rows: rows))
        return .done
    }

    private mutating func expect(_ data: RasterData) { self.data = data.isComplete ? nil : data }

    /// Nine bytes: header, version, four of state, paper present, counter, presenter.
    private func status(of printer: PrinterMechanism) -> [UInt8] {
        let state = printer.state
        func bits(_ rows: (PrinterCondition, UInt8)...) -> UInt8 { rows.reduce(0) { state[$1.0] ? $0 | $1.1 : $0 } }
        let version: UInt8 = language == .starPRNT ? 0x0A : 0x06
        return [
            0x23, version, bits((.offline, 0x08), (.coverOpen, 0x20), (.feeding, 0x40)),
            bits((.recoverableError, 0x04), (.cutterError, 0x08), (.unrecoverableError, 0x20), (.overheated, 0x40)), 0,
            bits((.paperNearEnd, 0x04), (.paperEnd, 0x08)), 0, counted << 2 & 0x60 | counted << 1 & 0x0E, 0,
        ]
    }
}
