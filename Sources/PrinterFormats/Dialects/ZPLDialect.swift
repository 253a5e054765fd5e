/// The conversation with a ZPL printer.
///
/// `~HS` is not answered while stock or ribbon are out, the head is open or too hot (Zebra ZPL II programming guide), so once the printer has said
/// anything at all, silence is a fault. `~HQES`, which newer printers know, names it. A printer that has never spoken is a one-way one.
struct ZPLDialect: PrinterDialect {
    private static let whoAreYou = Array("~HI\r\n".utf8)
    private static let errors = Array("~HQES\r\n".utf8)
    private static let hostStatus = Array("~HS\r\n".utf8)
    /// Answers in a row without anything left to do after which a job counts as printed. Two: one may cross the printer's taking it up.
    private static let quietAnswers = 2

    private var parser = ZPLAnswerParser()
    private var hasSpoken = false
    private var knowsErrors = true
    private var isSilent = false
    private var told: (errors: Set<PrinterCondition>, warnings: Set<PrinterCondition>, status: Set<PrinterCondition>) = ([], [], [])
    private var first: (conditions: Set<PrinterCondition>, isBusy: Bool)?
    private var quiet: Int?

    var subscription: [UInt8]? { nil }
    var questions: [[UInt8]] { (hasSpoken ? [] : [Self.whoAreYou]) + (knowsErrors ? [Self.errors] : []) + [Self.hostStatus] }
    var completion: PrinterCompletion { .polled }

    private var state: PrinterState {
        var state = PrinterState(told.errors.union(told.warnings).union(told.status))
        if isSilent, state.canPrint { state[.offline] = true }
        return state
    }

    mutating func expectAnswer(to question: [UInt8]) {}

    mutating func noAnswer(to question: [UInt8]) -> PrinterSilence {
        if question == Self.errors { knowsErrors = false }
        guard question == Self.hostStatus else { return .nothing }
        guard hasSpoken else { return .unknown }
        isSilent = true
        told.status = []
        return .state(state)
    }

    mutating func expectCompletion() { quiet = 0 }
    mutating func forgetCompletion() { quiet = nil }

    mutating func receive(_ bytes: [UInt8]) -> [PrinterNews] { parser.receive(bytes).flatMap { take($0) } }

    private mutating func take(_ answer: ZPLAnswer) -> [PrinterNews] {
        hasSpoken = true
        switch answer {
        case .identity(let name): return [.identity(name)]
        case .errors(let conditions):
            knowsErrors = true
            told.errors = conditions
            return []
        case .warnings(let conditions):
            told.warnings = conditions
            return [.state(state)]
        case .first(let conditions, let isBusy):
            first = (conditions, isBusy)
            return []
        case .second(let conditions, let isBusy):
            guard let first else { return [] }
            self.first = nil
            isSilent = false
            told.status = first.conditions.union(conditions)
            return [.state(state)] + judge(isBusy: first.isBusy || isBusy)
        }
    }

    private mutating func judge(isBusy: Bool) -> [PrinterNews] {
        guard let quiet else { return [] }
        let now = isBusy || !state.canPrint ? 0 : quiet + 1
        self.quiet = now < Self.quietAnswers ? now : nil
        return now < Self.quietAnswers ? [] : [.completed]
    }
}
