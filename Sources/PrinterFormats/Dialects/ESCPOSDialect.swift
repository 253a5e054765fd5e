/// The conversation with an ESC/POS printer: automatic status where there is some, else four real-time questions; `GS r 1` ends a job.
struct ESCPOSDialect: PrinterDialect {
    let subscription: [UInt8]?
    let questions: [[UInt8]]

    private var parser = ESCPOSStatusParser()
    /// Jobs whose end has been sent and not been answered.
    private var pending = 0

    init(profile: PrinterProfile) {
        subscription = profile.status.contains(.automatic) ? ESCPOS.automaticStatus(on: true) : nil
        questions = profile.status.contains(.realTime) ? ESCPOS.RealTimeStatus.allCases.map { ESCPOS.Query.realTime($0).bytes } : []
    }

    var completion: PrinterCompletion { .told }

    mutating func expectAnswer(to question: [UInt8]) {
        if let part = question.last.flatMap(ESCPOS.RealTimeStatus.init(rawValue:)) { parser.expect(.realTime(part)) }
    }

    mutating func noAnswer(to question: [UInt8]) -> PrinterSilence {
        forgetAnswers()
        return .unknown
    }

    mutating func forgetAnswers() {
        parser.forgetQuestions()
        for _ in 0..<pending { parser.expect(.completion) }
    }

    mutating func expectCompletion() {
        pending += 1
        parser.expect(.completion)
    }

    mutating func forgetCompletion() {
        pending = 0
        parser.forgetQuestions()
    }

    mutating func receive(_ bytes: [UInt8]) -> [PrinterNews] {
        parser.receive(bytes).compactMap { event in
            switch event {
            case .status(let state): return .state(state)
            case .identity(_, let name): return .identity(name)
            case .completed:
                pending = max(0, pending - 1)
                return .completed
            case .flow, .stray: return nil
            }
        }
    }
}
