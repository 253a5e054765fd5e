/// How long the printer driver waits. None of it is waited for while the printer does its part.
public struct PrinterLimits: Sendable, Hashable {
    /// For the printer to take 16 kB or less. A slow head prints that in 3 s.
    public var write = Duration.seconds(5)
    /// Writes in a row of which the printer took nothing, after which it counts as not answering.
    public var emptyWrites = 3
    /// For the printer to take a question of some bytes.
    public var question = Duration.seconds(1)
    /// For the reply to a status query; Epson's printers take some milliseconds.
    public var answer = Duration.milliseconds(500)
    /// For the printer to say that all is printed, after it has taken everything.
    public var confirmation = Duration.seconds(15)
    /// Between two questions whether a job is on paper, for printers that do not say so by themselves.
    public var poll = Duration.milliseconds(100)
    /// Between two questions how an idle printer is that does not tell its changes by itself.
    public var watch = Duration.seconds(5)
    /// For what passes by itself: a hot head, paper being fed by hand.
    public var patience = Duration.seconds(60)

    /// Limits for printers at a counter.
    public init() {}
}
