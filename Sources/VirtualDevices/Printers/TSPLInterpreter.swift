import PrinterFormats

/// Understands TSPL2 as far as a picture needs it. Source: TSC TSPL/TSPL2 programming manual.
struct TSPLInterpreter: PrinterInterpreter {
    private var window: UInt32 = 0
    private var reader = LineReader { line in
        guard let numbers = line.numbers(after: "BITMAP"), numbers.count == 5 else { return nil }
        return numbers[2] * numbers[3]
    }
    private var canvas = LabelCanvas(width: 0, height: 0)

    var isIdle: Bool { reader.isIdle }

    mutating func hear(_ byte: UInt8, by printer: inout PrinterMechanism) {
        window = window << 8 | UInt32(byte)
        switch window & 0xFF_FFFF {
        case 0x1B_213F: printer.replies.append(short(by: &printer))
        case 0x1B_2153: printer.replies += long(by: &printer)
        case 0x1B_212E: printer.forgetsHeldBytes = !printer.state.canPrint
        default: break
        }
    }

    mutating func obey(_ byte: UInt8, by printer: inout PrinterMechanism) {
        switch reader.take(byte) {
        case .nothing: break
        case .tooLong: printer.note(.badParameter([byte]))
        case .line(let line): obey(line, by: &printer)
        case .data(let command, let dots): draw(dots, command.numbers(after: "BITMAP") ?? [], by: &printer)
        }
    }

    private mutating func obey(_ line: String, by printer: inout PrinterMechanism) {
        switch line.split(separator: " ", maxSplits: 1)[0] {
        case "SIZE":
            let sides = line.dropFirst(5).split(separator: ",").compactMap { dots($0, dotsPerInch: printer.dotsPerInch) }
            guard sides.count == 2 else { return printer.note(.badParameter(Array(line.utf8))) }
            canvas = LabelCanvas(width: min(sides[0], printer.paper.width + 7), height: sides[1])
        case "DIRECTION" where line == "DIRECTION 0", "REFERENCE" where line == "REFERENCE 0,0": break
        case "CLS": canvas.clear()
        case "PRINT":
            guard let numbers = line.numbers(after: "PRINT"), numbers == [1, 1] else { return printer.note(.badParameter(Array(line.utf8))) }
            printer.putOut(canvas.label)
        default: printer.note(.unknownCommand(Array(line.utf8.prefix(8))))
        }
    }

    /// Millimetres with two digits behind the point as whole dots; what is less than a dot is lost.
    private func dots(_ text: Substring, dotsPerInch: Int) -> Int? {
        guard text.hasSuffix(" mm") else { return nil }
        let parts = text.dropLast(3).split(separator: ".")
        guard let whole = parts.first.flatMap({ UInt16($0) }), let rest = UInt16(parts.count > 1 ? parts[1] : "0"), parts.count < 2 || parts[1].count == 2
        else { return nil }
        let hundredths = Int(whole) * 100 + Int(rest)
        return min(dotsPerInch == 203 ? hundredths * 8 / 100 : hundredths * dotsPerInch / 2540, LabelCanvas.longestLabel)
    }

    /// `BITMAP x,y,width,height,mode,`: width in bytes, 0 is black.
    private mutating func draw(_ dots: [UInt8], _ numbers: [Int], by printer: inout PrinterMechanism) {
        guard numbers.count == 5, numbers[4] == 0 else { return printer.note(.badParameter(Array("BITMAP".utf8))) }
        if numbers[0] + numbers[2] * 8 - 7 > printer.paper.width { printer.note(.widerThanHead(dots: numbers[2] * 8)) }
        canvas.write(dots.map { 255 - $0 }, rowBytes: numbers[2], x: numbers[0], y: numbers[1])
    }

    private func short(by printer: inout PrinterMechanism) -> UInt8 {
        let table: [(PrinterCondition, UInt8)] = [
            (.coverOpen, 0x01), (.recoverableError, 0x02), (.paperEnd, 0x04), (.ribbonEnd, 0x08), (.paused, 0x10), (.overheated, 0x80),
        ]
        return table.reduce(printer.isBusy() ? 0x20 : 0) { printer.state[$1.0] ? $0 | $1.1 : $0 }
    }

    private func long(by printer: inout PrinterMechanism) -> [UInt8] {
        let state = printer.state
        let message = state[.paused] ? "`" : state.canPrint ? printer.isBusy() ? "P" : "@" : "E"
        let error: UInt8 = 0x40 | (state[.overheated] ? 1 : 0) | (state[.cutterError] ? 8 : 0)
        let media: UInt8 = 0x40 | (state[.paperEnd] ? 1 : 0) | (state[.recoverableError] ? 2 : 0) | (state[.ribbonEnd] ? 4 : 0) | (state[.coverOpen] ? 0x20 : 0)
        return [0x02] + message.utf8 + [0x40, error, media, 0x03, 0x0D, 0x0A]
    }
}
