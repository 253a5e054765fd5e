/// Something that has happened, as the service tells everybody who listens.
public enum TillEvent: Sendable, Hashable {
    /// The feed runs, from the beginning or again; whatever was missed while it did not follows.
    case connected
    /// The feed is interrupted; it is taken up again by itself. Why, in English.
    case lost(reason: String)
    /// A card or code was read.
    case card(ReadCard)
    /// A ticket was sold, returned or voided: `happened` says which.
    case sale(ticket: String, happened: String)
    /// A device arrived, left or changed its state.
    case device(Device)
    /// A card job moved; nil when one was opened.
    case cardJob(String?)
    /// The desk wrote something of a kind down, such as `visit`.
    case desk(kind: String)
    /// An event of a newer service.
    case other(name: String, json: String)
}

/// A card that was read: whose it is, or why not.
public struct ReadCard: Codable, Sendable, Hashable {
    /// A no, without field and detail.
    public struct Complaint: Codable, Sendable, Hashable {
        /// The stable code.
        public let code: String
        /// Whose turn it is.
        public let kind: Refusal.Kind
        /// The sentence.
        public let cashierText: String

        enum CodingKeys: String, CodingKey {
            case code, kind
            case cashierText = "cashier_text"
        }
    }

    /// `member`, `retry`, `refused` or `fault`.
    public let status: String
    /// The device that read it.
    public let device: String
    /// How it was presented; nil where nothing was read.
    public let entry: CardEntry?
    /// Stands for the card in the requests of the next five minutes; nil when nothing was read.
    public let presented: String?
    /// The member; only of a member's card.
    public let member: Member?
    /// Why it is nobody's; nil of a member's card.
    public let trouble: Complaint?
}

/// A device of the service's computer, with its state in words.
public struct Device: Codable, Sendable, Hashable {
    /// Its name.
    public let device: String
    /// What it is, such as `printer`.
    public let kind: String
    /// Maker and model.
    public let model: String
    /// `ready`, `attention`, `trouble` or `gone`.
    public let condition: String
    /// The stable key of what it has to say; nil when it has nothing to say.
    public let code: String?
    /// What it has to say and the way out.
    public let text: String
}
