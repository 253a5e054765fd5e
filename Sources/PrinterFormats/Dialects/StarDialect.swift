/// The conversation with a Star printer in any of its languages: one question, and ETBs counted in the answer.
///
/// Whether `ESC @` clears the count is not known, so only the next number after the last heard says that a job is on paper.
struct StarDialect: PrinterDialect {
    private var parser = StarStatusParser()
    private var printed: Int?
    private var wanted: Int?

    var subscription: [UInt8]? { nil }
    var questions: [[UInt8]] { [StarStatus.question] }
    var completion: PrinterCompletion { .polled }

    mutating func expectAnswer(to question: [UInt8]) {}
    mutating func noAnswer(to question: [UInt8]) -> PrinterSilence { .unknown }
    mutating func expectCompletion() { wanted = printed.map { ($0 + 1) % 32 } }
    mutating func forgetCompletion() { wanted = nil }

    mutating func receive(_ bytes: [UInt8]) -> [PrinterNews] {
        parser.receive(bytes).flatMap { status -> [PrinterNews] in
            printed = status.printed
            guard let wanted, status.printed == wanted else { return [.state(status.state)] }
            self.wanted = nil
            return [.state(status.state), .completed]
        }
    }
}
