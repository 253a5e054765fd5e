public import LoyaltyModel

/// The store's contract: documents, and a journal that only grows. The rule runs inside the store's transaction.
///
/// Every store keeps the same promises, held by one contract suite: a transaction is seen whole or not at all; it is on disk before `write`
/// returns; a body that throws leaves no trace; writers take turns. A body may run on any thread, and is run once.
public protocol LoyaltyStore: ReadableStore {
    /// Runs `body` alone, then makes its changes durable; a thrown error undoes all of them.
    func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer
}

/// The half of the contract that changes nothing: all that a rehearsal is given.
public protocol ReadableStore: Sendable {
    /// Runs `body` on a consistent view.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer
}

/// What can be asked inside a transaction.
public protocol StoreView {
    /// A member's record.
    func member(_ id: MemberID) throws -> Member?
    /// The member with this telephone number.
    func member(phone: String) throws -> MemberID?
    /// The member's facts and what has been posted for them; sales and requests in the order they were entered.
    func account(of id: MemberID) throws -> MemberAccount?
    /// What those moves of a sale's member have come to that have one of `keys`, which are all of moves that the sale makes.
    func posted(_ keys: [MoveKey], of sale: Sale) throws -> [MoveKey: PostedMove]
    /// The account in outline as it was remembered last; nil when nobody has, and after every change of member, sales, entries, dealings, requests and
    /// cards since.
    func outline(of id: MemberID) throws -> AccountOutline?
    /// Remembers an account in outline, for as long as nothing of it changes. It changes nothing in the store.
    func remember(_ outline: AccountOutline) throws
    /// The accounts of members after `id` in the order of `MemberID`, at most `limit`; from the first when `id` is nil.
    func accounts(after id: MemberID?, limit: Int) throws -> [MemberAccount]
    /// How often each account has changed, for those of `members` that are there: while the number is the same, so is the account.
    func revisions(of members: [MemberID]) throws -> [MemberID: Int]
    /// The ids of members after `id` in the order of `MemberID`, at most `limit`; from the first when `id` is nil.
    func members(after id: MemberID?, limit: Int) throws -> [MemberID]
    /// How many members there are.
    func memberCount() throws -> Int
    /// The member who named this ticket at joining.
    func claimant(of ticket: TicketID) throws -> MemberID?
    /// A card by its number.
    func card(_ number: CardNumber) throws -> Card?
    /// All cards of a member, in the order they were made.
    func cards(of id: MemberID) throws -> [Card]
    /// A sale by the till's ticket number.
    func sale(_ ticket: TicketID) throws -> Sale?
    /// The sales that used this approval, voided ones included, in the order they were entered.
    func sales(approvedBy request: RequestID) throws -> [Sale]
    /// The sales to this customer without a card, claimed ones included, in the order they were entered.
    func sales(to visitor: VisitorID) throws -> [Sale]
    /// What a customer without a card has answered; nil when nothing so far.
    func visitor(_ id: VisitorID) throws -> Visitor?
    /// A deposit, fee, gift or correction.
    func dealing(_ id: DealingID) throws -> Dealing?
    /// How many of a gift have been taken, by all members together.
    func taken(_ gift: GiftID) throws -> Int
    /// A benefit request.
    func request(_ id: RequestID) throws -> BenefitRequest?
    /// The benefit requests that a query wants, in the order they were entered or the other way round.
    func requests(_ query: RequestQuery) throws -> [BenefitRequest]
    /// A card job.
    func cardJob(_ id: CardJobID) throws -> CardJob?
    /// The card jobs that are not over, oldest first; of one member, or of all.
    func openCardJobs(of member: MemberID?) throws -> [CardJob]
    /// What was answered to this key.
    func answer(to key: String) throws -> KeptAnswer?
    /// The entries of a member, oldest first.
    func entries(of id: MemberID) throws -> [Entry]
    /// The chain's last link; nil before the first.
    func head() throws -> SealedRecord?
    /// The links numbered from `number`, oldest first, at most `limit`.
    func records(from number: Int, limit: Int) throws -> [SealedRecord]
    /// The table texts that have been in force, in the order they went live.
    func publishedProgrammes() throws -> [PublishedProgramme]
    /// A desk document by kind and number.
    func document(_ reference: DocumentReference) throws -> StoredDocument?
    /// The desk documents of a kind that a query wants, in the order they were entered.
    func documents(_ query: DocumentQuery) throws -> [StoredDocument]
    /// Everybody who is or was let in, in the order they were.
    func accessEntries() throws -> [AccessEntry]
    /// Somebody who is or was let in.
    func accessEntry(_ id: AccessID) throws -> AccessEntry?
    /// A note by its kind and key, whatever its time.
    func note(_ kind: PassingNote.Kind, _ key: String) throws -> PassingNote?
    /// The notes of a kind, in the order of their keys.
    func notes(_ kind: PassingNote.Kind) throws -> [PassingNote]
}

/// What can be changed inside a transaction.
public protocol StoreTransaction: StoreView {
    /// Appends a link to the chain: numbers it, seals it on the last link and keeps its entries by member.
    ///
    /// `StoreFault.entryRefused` for an entry that does not balance or whose id is not that of its place, `number.0`, `number.1` …
    func append(at: Instant, by: Operator?, fact: Fact, entries: (_ number: Int) -> [Entry]) throws -> Record
    /// Appends a record that was made ready, as the link it is; false, and nothing is done, when its number is not the next.
    func append(_ ready: ReadyRecord) throws -> Bool
    /// Keeps a member's record. `StoreFault.taken` when the telephone number or a ticket named at joining is another member's.
    func keep(_ member: Member) throws
    /// Keeps a card. `StoreFault.taken` when the number is another member's card.
    func keep(_ card: Card) throws
    /// Keeps a sale.
    func keep(_ sale: Sale) throws
    /// Keeps what a customer without a card has answered.
    func keep(_ visitor: Visitor) throws
    /// Keeps a deposit, fee, gift or correction. `StoreFault.taken` when one of that number is there.
    func keep(_ dealing: Dealing) throws
    /// Keeps a request.
    func keep(_ request: BenefitRequest) throws
    /// Keeps a card job.
    func keep(_ job: CardJob) throws
    /// Keeps what was answered to a key, for ever. `StoreFault.taken` when the key has been answered before.
    func keep(_ answer: KeptAnswer) throws
    /// Keeps the text of a table that goes live; nothing happens when the same is there. `StoreFault.taken` when the version has another text.
    func keep(_ programme: PublishedProgramme) throws
    /// Keeps a desk document in place of what its number had. `StoreFault.taken` when that was another member's.
    func keep(_ document: StoredDocument) throws
    /// Keeps somebody's access, in place of what was kept of it.
    func keep(_ entry: AccessEntry) throws
    /// Keeps a note in place of what was under its key.
    func keep(_ note: PassingNote) throws
    /// Removes a note, if it is there.
    func forget(_ kind: PassingNote.Kind, _ key: String) throws
    /// Removes the notes of a kind that are worth nothing any more at `instant`.
    func forget(_ kind: PassingNote.Kind, endedBy instant: Instant) throws
}

extension StoreTransaction {
    /// Appends a link that nobody of the staff caused, such as a table that goes live.
    public func append(at: Instant, fact: Fact, entries: (_ number: Int) -> [Entry]) throws -> Record {
        try append(at: at, by: nil, fact: fact, entries: entries)
    }
}

/// The answer to a keyed request, so that a repeat gets the same.
public struct KeptAnswer: Sendable, Hashable {
    /// The `Idempotency-Key`.
    public let key: String
    /// A digest of the request's content; another content under the same key is refused.
    public let digest: String
    /// The answer's bytes.
    public let body: [UInt8]

    /// An answer with its key.
    public init(key: String, digest: String, body: [UInt8]) {
        self.key = key
        self.digest = digest
        self.body = body
    }
}

/// A link of the chain as it lies in the store.
public struct SealedRecord: Sendable, Hashable {
    /// The link's content.
    public let record: Record
    /// The bytes that are sealed: the record as JSON with sorted keys.
    public let bytes: [UInt8]
    /// SHA-256 over the previous link's seal and `bytes`.
    public let seal: [UInt8]

    /// A link with its seal.
    public init(record: Record, bytes: [UInt8], seal: [UInt8]) {
        self.record = record
        self.bytes = bytes
        self.seal = seal
    }
}

/// The text of a table and its settings as they went live.
public struct PublishedProgramme: Sendable, Hashable {
    /// Club, day and digest.
    public let version: ProgrammeVersion
    /// The table, YAML.
    public let table: String
    /// The settings, YAML; nil when there were none.
    public let settings: String?

    /// A table with its settings.
    public init(version: ProgrammeVersion, table: String, settings: String?) {
        self.version = version
        self.table = table
        self.settings = settings
    }
}
