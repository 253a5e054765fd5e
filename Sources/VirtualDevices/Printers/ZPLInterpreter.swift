import PrinterFormats

/// Understands ZPL II as far as a picture needs it. Source: Zebra ZPL II programming guide.
///
/// Faults of stock, ribbon, head and heat keep it from answering `~HS`, as the guide says of real ones.
struct ZPLInterpreter: PrinterInterpreter {
    private static let longestCommand = 64
    private static let silencing: Set<PrinterCondition> = [.paperEnd, .ribbonEnd, .coverOpen, .overheated]

    private var heard: [UInt8] = []
    private var head: [UInt8] = []
    private var field: (data: ZPLGraphicField, x: Int, y: Int)?
    private var format: LabelCanvas?
    private var labels = 1
    private var place = (x: 0, y: 0)

    var isIdle: Bool { head.isEmpty && field == nil && format == nil }

    /// Control commands begin with a tilde and are obeyed at once.
    mutating func hear(_ byte: UInt8, by printer: inout PrinterMechanism) {
        if byte == UInt8(ascii: "~") { heard = [] }
        if heard.count < 5 { heard.append(byte) }
        switch String(decoding: heard, as: UTF8.self) {
        case "~HI": printer.replies += frame("VIRTUAL-203dpi,V1.0,8,8192KB")
        case "~HS": answerHostStatus(by: &printer)
        case "~HQES": printer.replies += errors(of: printer)
        case "~JA":
            printer.forgetsHeldBytes = true
            (head, field, format) = ([], nil, nil)
        default: break
        }
    }

    mutating func obey(_ byte: UInt8, by printer: inout PrinterMechanism) {
        let begins = byte == UInt8(ascii: "^") || byte == UInt8(ascii: "~")
        if begins {
            if field != nil { printer.note(.badParameter(head)) }
            endCommand(by: &printer)
            head = [byte]
        } else if field != nil {
            takeData(byte, by: &printer)
        } else if head.isEmpty {
            if byte > 0x20 { printer.note(.unexpectedByte(byte)) }
        } else if byte == 0x0A || byte == 0x0D {
            endCommand(by: &printer)
        } else {
            head.append(byte)
            if head.count > Self.longestCommand { endCommand(by: &printer) }
            if head.starts(with: "^GFA,".utf8), byte == UInt8(ascii: ","), head.count(where: { $0 == byte }) == 4 { beginData(by: &printer) }
            if ["^XA", "^XZ", "^FS"].contains(String(decoding: head, as: UTF8.self)) { endCommand(by: &printer) }
        }
    }

    private mutating func takeData(_ byte: UInt8, by printer: inout PrinterMechanism) {
        guard let (begun, x, y) = field else { return }
        var data = begun
        field = nil
        switch data.take(byte) {
        case .more: field = (data, x, y)
        case .damaged: printer.note(.badParameter(head))
        case .whole(let bytes):
            if x + data.rowBytes * 8 - 7 > printer.paper.width { printer.note(.widerThanHead(dots: x + data.rowBytes * 8)) }
            format?.write(bytes, rowBytes: data.rowBytes, x: x, y: y)
        }
        if field == nil { head = [] }
    }

    /// `^GFA,b,c,d,`: c bytes in all, d a row.
    private mutating func beginData(by printer: inout PrinterMechanism) {
        let numbers = numbers(after: 5)
        guard format != nil, numbers.count >= 3, let data = ZPLGraphicField(count: numbers[1], rowBytes: numbers[2]) else { return note(by: &printer) }
        field = (data, place.x, place.y)
    }

    private mutating func endCommand(by printer: inout PrinterMechanism) {
        defer { if field == nil { head = [] } }
        guard !head.isEmpty else { return }
        let name = String(decoding: head.prefix(3), as: UTF8.self)
        let numbers = numbers(after: 3)
        switch (name, numbers.count) {
        case ("^XA", _): (format, labels, place) = (LabelCanvas(width: printer.paper.width, height: 0), 1, (0, 0))
        case ("^PW", 1): format?.width = min(numbers[0], printer.paper.width)
        case ("^LL", 1): format?.height = numbers[0]
        case ("^LH", 2) where numbers == [0, 0]: break
        case ("^PO", _) where head.elementsEqual("^PON".utf8): break
        case ("^FO", 2): place = (min(numbers[0], 1 << 13), min(numbers[1], LabelCanvas.longestLabel))
        case ("^FS", 0): break
        case ("^PQ", 1...): labels = min(numbers[0], 10)
        case ("^XZ", _): finish(by: &printer)
        case ("~HI", _), ("~HS", _), ("~HQ", _), ("~JA", _): break
        default: note(by: &printer)
        }
    }

    private mutating func finish(by printer: inout PrinterMechanism) {
        guard let format else { return note(by: &printer) }
        for _ in 0..<labels { printer.putOut(format.label) }
        self.format = nil
    }

    private mutating func note(by printer: inout PrinterMechanism) {
        printer.note(.unknownCommand(Array(head.prefix(8))))
        head = []
    }

    private func numbers(after start: Int) -> [Int] {
        String(decoding: head.dropFirst(start), as: UTF8.self).split(separator: ",").compactMap { UInt16($0).map(Int.init) ?? Int($0).map { min($0, 1 << 22) } }
    }
}

extension ZPLInterpreter {
    private func frame(_ text: String) -> [UInt8] { [0x02] + text.utf8 + [0x03, 0x0D, 0x0A] }

    private func answerHostStatus(by printer: inout PrinterMechanism) {
        let state = printer.state
        guard state.conditions.isDisjoint(with: Self.silencing) else { return }
        let left = printer.isBusy() ? 1 : 0
        printer.replies += frame("030,0,\(state[.paused] ? 1 : 0),0432,000,0,0,\(format == nil ? 0 : 1),000,\(state[.unrecoverableError] ? 1 : 0),0,0")
        printer.replies += frame("000,0,0,0,1,2,6,0,0000000\(left),1,000") + frame("1234,0")
    }

    private func errors(of printer: PrinterMechanism) -> [UInt8] {
        let table: [(PrinterCondition, Int)] = [
            (.paperEnd, 0x1), (.ribbonEnd, 0x2), (.coverOpen, 0x4), (.cutterError, 0x8), (.overheated, 0x10), (.unrecoverableError, 0x40),
            (.recoverableError, 0x1000), (.paused, 0x10000),
        ]
        let errors = table.reduce(0) { printer.state[$1.0] ? $0 | $1.1 : $0 }
        let warnings = printer.state[.paperNearEnd] ? 8 : 0
        return frame("\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         \(group(errors))\r\n   WARNINGS:       \(group(warnings))\r\n")
    }

    private func group(_ bits: Int) -> String {
        let digits = String(bits, radix: 16, uppercase: true)
        return "\(bits == 0 ? 0 : 1) 00000000 \(String(repeating: "0", count: 8 - digits.count))\(digits)"
    }
}
