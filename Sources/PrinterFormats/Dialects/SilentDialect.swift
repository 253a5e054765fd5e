/// The conversation with a printer that only listens.
///
/// EPL2 has no status query that its printers answer alike over USB, so its printers are among them.
struct SilentDialect: PrinterDialect {
    var subscription: [UInt8]? { nil }
    var questions: [[UInt8]] { [] }
    var completion: PrinterCompletion { .none }

    mutating func expectAnswer(to question: [UInt8]) {}
    mutating func noAnswer(to question: [UInt8]) -> PrinterSilence { .unknown }
    mutating func expectCompletion() {}
    mutating func forgetCompletion() {}
    mutating func receive(_ bytes: [UInt8]) -> [PrinterNews] { [] }
}
