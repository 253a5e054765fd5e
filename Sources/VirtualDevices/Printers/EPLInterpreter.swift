import PrinterFormats

/// Understands EPL2 as far as a picture needs it, and says nothing. Source: Zebra EPL2 programming guide.
struct EPLInterpreter: PrinterInterpreter {
    private var reader = LineReader { line in
        guard let numbers = line.numbers(after: "GW"), numbers.count == 4 else { return nil }
        return numbers[2] * numbers[3]
    }
    private var canvas = LabelCanvas(width: 0)

    var isIdle: Bool { reader.isIdle }

    mutating func hear(_ byte: UInt8, by printer: inout PrinterMechanism) {}

    mutating func obey(_ byte: UInt8, by printer: inout PrinterMechanism) {
        switch reader.take(byte) {
        case .nothing: break
        case .tooLong: printer.note(.badParameter([byte]))
        case .line(let line): obey(line, by: &printer)
        case .data(let command, let dots):
            let numbers = command.numbers(after: "GW") ?? []
            guard numbers.count == 4 else { return }
            if numbers[0] + numbers[2] * 8 - 7 > printer.paper.width { printer.note(.widerThanHead(dots: numbers[2] * 8)) }
            canvas.write(dots.map { 255 - $0 }, rowBytes: numbers[2], x: numbers[0], y: numbers[1])
        }
    }

    private mutating func obey(_ line: String, by printer: inout PrinterMechanism) {
        switch line.first {
        case "N" where line == "N": canvas.clear()
        case "q":
            guard let numbers = line.numbers(after: "q"), numbers.count == 1 else { return printer.note(.badParameter(Array(line.utf8))) }
            canvas.width = min(numbers[0], printer.paper.width)
        case "P" where line == "P1": printer.putOut(canvas.label)
        default: printer.note(.unknownCommand(Array(line.utf8.prefix(8))))
        }
    }
}
