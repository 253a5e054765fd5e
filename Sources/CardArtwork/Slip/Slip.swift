/// A strip of receipt paper: a receipt, a statement, a queue ticket, a request for a benefit. Its parts stand below one another.
///
/// All words are in the slip's language and its digits; numbers, names and dates arrive written as the member reads them.
public struct Slip: Sendable, Hashable {
    /// One line of an account: what happened, when, what it changed and what stood afterwards.
    public struct Entry: Sendable, Hashable {
        /// What happened, in a few words.
        public var text: String
        /// The change.
        public var amount: String
        /// The day, in the member's calendar.
        public var day: String
        /// The balance afterwards; nil where there is none to tell.
        public var balance: String?
        /// A few characters of the entry's seal in the chain, by which it is found again.
        public var seal: String?

        /// An entry; see the properties.
        public init(text: String, amount: String, day: String, balance: String? = nil, seal: String? = nil) {
            self.text = text
            self.amount = amount
            self.day = day
            self.balance = balance
            self.seal = seal
        }
    }

    /// A part of a slip.
    public enum Part: Sendable, Hashable {
        /// What the slip is.
        case title(String)
        /// White on black across the paper: a priority, an example.
        case mark(String)
        /// Large, in the middle: a place in a queue.
        case number(String)
        /// What is said and how much it is; `isStrong` for the sum.
        case row(String, String, isStrong: Bool)
        /// A line of an account.
        case entry(Entry)
        /// Small print.
        case note(String)
        /// A QR code of 4…40 digits.
        case code(String)
        /// A thin line across the paper.
        case rule
        /// A line for a signature, its name below it.
        case signature(String)
    }

    /// Direction, digits, fonts.
    public var language: CardLanguage
    /// The parts, top to bottom.
    public var parts: [Part]

    /// A slip.
    public init(language: CardLanguage, parts: [Part]) {
        self.language = language
        self.parts = parts
    }
}
