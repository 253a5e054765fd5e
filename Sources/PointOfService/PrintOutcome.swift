/// How certain it is that a job is on paper.
public enum PrintOutcome: String, Sendable, Hashable, Codable {
    /// The printer has said that it has printed everything.
    case confirmed
    /// The printer has taken everything and cannot say more: look at the paper.
    case sentUnconfirmed = "sent_unconfirmed"
}
