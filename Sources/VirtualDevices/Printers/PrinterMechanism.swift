import PrinterFormats

/// What every virtual printer has, whatever its language: a state, paper, a voice, and a list of what it did not understand.
struct PrinterMechanism: Sendable {
    /// Misreadings kept; later ones are dropped.
    static let mostMisreadings = 100

    let dotsPerInch: Int
    /// What `GS I` answers.
    var identity: [ESCPOS.Identity: String] = [.maker: "MemberLane", .model: "Virtual printer"]
    var state = PrinterState.ready
    var paper: RasterPaper
    var sheets: [Bitmap] = []
    var replies: [UInt8] = []
    private(set) var misreadings: [Misreading] = []
    /// Bytes obeyed so far.
    var offset = 0
    /// Status answers that still say “printing”: a sheet takes its time.
    var busyAnswers = 0
    /// Whether what is held back, and the command that says so, is to be forgotten.
    var forgetsHeldBytes = false

    init(headDots: Int, dotsPerInch: Int) {
        self.dotsPerInch = max(1, dotsPerInch)
        paper = RasterPaper(width: min(max(8, headDots), PrinterProfile.widestHead))
    }

    /// Puts a whole label out.
    mutating func putOut(_ label: Bitmap) {
        sheets.append(label)
        busyAnswers = 1
    }

    /// Whether it says that it is printing, this time.
    mutating func isBusy() -> Bool {
        defer { busyAnswers = max(0, busyAnswers - 1) }
        return busyAnswers > 0
    }

    /// Cuts what has come out.
    mutating func cut() { sheets.append(paper.cut()) }

    mutating func noteLostRows() {
        if paper.isFull, misreadings.last?.kind != .sheetTooLong { note(.sheetTooLong) }
    }

    mutating func note(_ kind: Misreading.Kind) {
        guard misreadings.count < Self.mostMisreadings, kind != .bufferFull || misreadings.last?.kind != .bufferFull else { return }
        misreadings.append(Misreading(offset: max(0, offset - 1), kind: kind))
    }
}

/// What a virtual printer makes of the bytes of its language. Nothing is a crash: what it does not know is noted and skipped.
protocol PrinterInterpreter: Sendable {
    /// Whether nothing is half received.
    var isIdle: Bool { get }
    /// Hears a byte the moment it comes, even inside a picture or while the printer cannot print: for commands that are obeyed at once.
    mutating func hear(_ byte: UInt8, by printer: inout PrinterMechanism)
    /// Obeys a byte in its turn.
    mutating func obey(_ byte: UInt8, by printer: inout PrinterMechanism)
    /// Tells a change of state to the host, where the host has asked for it.
    mutating func tellChange(by printer: inout PrinterMechanism)
}

extension PrinterInterpreter {
    mutating func tellChange(by printer: inout PrinterMechanism) {}
}
