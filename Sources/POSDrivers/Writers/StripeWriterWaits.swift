/// How long a stripe writer's driver waits.
public struct StripeWriterWaits: Sendable, Hashable {
    /// For the answer to a question or a setting.
    public var answer: Duration
    /// For a person to draw a card through.
    public var card: Duration

    /// Waits; half a second for the device and half a minute for the person unless said otherwise.
    public init(answer: Duration = .milliseconds(500), card: Duration = .seconds(30)) {
        self.answer = answer
        self.card = card
    }
}
