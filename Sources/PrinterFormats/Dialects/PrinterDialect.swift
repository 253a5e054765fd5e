/// One side of the conversation with a printer: what to ask it, and what its answers mean. It waits for nothing and knows no device.
///
/// Every dialect is total: any bytes in any pieces are understood or passed over, and what it keeps does not grow.
public protocol PrinterDialect: Sendable {
    /// What makes the printer tell its changes by itself from now on; nil where it does not.
    var subscription: [UInt8]? { get }
    /// The questions that together tell the printer's state, to be asked one after the other; none where it cannot be asked.
    var questions: [[UInt8]] { get }
    /// How it says that everything is on paper.
    var completion: PrinterCompletion { get }

    /// Announces that one of `questions` is being sent.
    mutating func expectAnswer(to question: [UInt8])
    /// Says what it means that a question has not been answered in time.
    mutating func noAnswer(to question: [UInt8]) -> PrinterSilence
    /// Takes the announcements of questions back that did not get out.
    mutating func forgetAnswers()
    /// Announces that the end of a job is being sent.
    mutating func expectCompletion()
    /// Takes that back, when the end did not get out.
    mutating func forgetCompletion()
    /// Takes in bytes as they come and says what they mean.
    mutating func receive(_ bytes: [UInt8]) -> [PrinterNews]
}

extension PrinterDialect {
    /// Nothing to take back, where answers say what they answer.
    public mutating func forgetAnswers() {}
}

/// How a printer says that everything sent to it is on paper.
public enum PrinterCompletion: Sendable, Hashable {
    /// Not at all.
    case none
    /// By itself, since the end of the job asks for it.
    case told
    /// By its answers to `questions`, asked again and again.
    case polled
}

/// What silence after a question means.
public enum PrinterSilence: Sendable, Hashable {
    /// The printer does not know this question; the next may be asked.
    case nothing
    /// The printer does not answer: nothing more is to be asked now, and nothing is known.
    case unknown
    /// The printer is silent because of something: this is all that is known now.
    case state(PrinterState)
}

/// What a printer has said.
public enum PrinterNews: Sendable, Hashable {
    /// Its state, all or in part; this is all that is known now.
    case state(PrinterState)
    /// Who it is, as it says itself.
    case identity(String)
    /// Everything sent before the end of a job is on paper.
    case completed
}

extension PrinterProfile {
    /// The conversation with such a printer, at its beginning.
    public var dialect: any PrinterDialect {
        switch language {
        case .escpos: ESCPOSDialect(profile: self)
        case .starPRNT, .starLine, .starGraphics: status.isEmpty ? SilentDialect() : StarDialect()
        case .zpl: status.isEmpty ? SilentDialect() : ZPLDialect()
        case .tspl: status.isEmpty ? SilentDialect() : TSPLDialect()
        case .epl: SilentDialect()
        }
    }
}
