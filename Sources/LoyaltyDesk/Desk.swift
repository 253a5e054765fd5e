public import LoyaltyModel
public import LoyaltyRules
public import LoyaltySeals
public import LoyaltyStorage

/// The use cases: what a cashier, the card desk or a till asks for, done under the rules and kept in the store.
///
/// Each use case is one transaction. The desk holds no state of its own: as many as are wanted work on one store.
public struct Desk: Sendable {
    /// Where everything is kept.
    public let store: any LoyaltyStore
    /// The table in force and those before it.
    public let book: ProgrammeBook
    /// The seal of printed codes; nil where codes are printed bare, as in a rehearsal.
    public let codes: CodeSeal?
    /// Draws serials of card numbers and accounts: random in a shop, counted in a rehearsal.
    let serials: any SerialSource

    /// A desk on a store.
    public init(store: any LoyaltyStore, book: ProgrammeBook, codes: CodeSeal?, serials: any SerialSource) {
        self.store = store
        self.book = book
        self.codes = codes
        self.serials = serials
    }

    /// The table in force.
    public var programme: Programme { book.current }
}

/// Where serials of card numbers and accounts come from.
public protocol SerialSource: Sendable {
    /// The next serial, not negative.
    func next() -> Int
}

/// Serials that nobody can guess from others, from the system's generator.
public struct RandomSerials: SerialSource {
    /// The system's generator.
    public init() {}

    /// A serial drawn evenly from all.
    public func next() -> Int { Int.random(in: 0...Int.max) }
}

/// Who asks and when: kept with what they did.
public struct DeskContext: Sendable {
    /// The moment of the request.
    public let at: Instant
    /// The language of the reader of the answer.
    public let language: Language
    /// The `Idempotency-Key`; nil where the ticket's or job's own number is the key.
    public let key: String?
    /// Who asks and where; nil in a replay, and for what no person or till asks for.
    public let by: Operator?

    /// Who asks and when.
    public init(at: Instant, language: Language, key: String? = nil, by: Operator? = nil) {
        self.at = at
        self.language = language
        self.key = key
        self.by = by
    }
}
