internal import LoyaltyModel

/// What a memory store holds, and how to take back what the running transaction did: every change notes its opposite.
final class MemoryContents {
    var members: [MemberID: Member] = [:]
    var memberOrder: [MemberID] = []
    var phones: [String: MemberID] = [:]
    var claims: [TicketID: MemberID] = [:]
    var cards: [CardNumber: Card] = [:]
    var cardsOf: [MemberID: [CardNumber]] = [:]
    var sales: [TicketID: Sale] = [:]
    var saleOrder: [TicketID: Int] = [:]
    var salesOf: [MemberID: [TicketID]] = [:]
    var salesApprovedBy: [RequestID: [TicketID]] = [:]
    var salesTo: [VisitorID: [TicketID]] = [:]
    var visitors: [VisitorID: Visitor] = [:]
    var dealings: [DealingID: Dealing] = [:]
    var dealingsOf: [MemberID: [DealingID]] = [:]
    var takings: [GiftID: Int] = [:]
    var requests: [RequestID: BenefitRequest] = [:]
    var requestsOf: [MemberID: [RequestID]] = [:]
    var requestOrder: [RequestID] = []
    var jobs: [CardJobID: CardJob] = [:]
    var openJobs: [CardJobID] = []
    var answers: [String: KeptAnswer] = [:]
    var records: [SealedRecord] = []
    var entriesOf: [MemberID: [Entry]] = [:]
    var postedOf: [MemberID: [MoveKey: PostedMove]] = [:]
    var programmes: [PublishedProgramme] = []
    var documents: [DocumentReference: StoredDocument] = [:]
    var documentsOfKind: [DocumentKind: [DocumentReference]] = [:]
    var documentsOf: [MemberID: [DocumentReference]] = [:]
    var access: [AccessID: AccessEntry] = [:]
    var accessOrder: [AccessID] = []
    var notes: [PassingNote.Kind: [String: PassingNote]] = [:]
    var outlines: [MemberID: AccountOutline] = [:]
    /// Counts on also where a change is taken back.
    private(set) var revisions: [MemberID: Int] = [:]

    private let remembersOutlines: Bool
    private var opposites: [(MemoryContents) -> Void] = []

    init(remembersOutlines: Bool) { self.remembersOutlines = remembersOutlines }

    /// Makes a change that `opposite` takes back.
    func change(_ change: (MemoryContents) -> Void, opposite: @escaping (MemoryContents) -> Void) {
        change(self)
        opposites.append(opposite)
    }

    /// Puts `value` under `key` and notes what was there.
    func put<Key, Value>(_ value: Value?, under key: Key, in shelf: ReferenceWritableKeyPath<MemoryContents, [Key: Value]>) {
        let before = self[keyPath: shelf][key]
        change({ $0[keyPath: shelf][key] = value }, opposite: { $0[keyPath: shelf][key] = before })
    }

    /// Remembers an account in outline.
    func remember(_ outline: AccountOutline) {
        if remembersOutlines { put(outline, under: outline.member.id, in: \.outlines) }
    }

    /// Notes that an account changes, and forgets its outline.
    func touch(_ member: MemberID?) {
        guard let member else { return }
        revisions[member, default: 0] += 1
        if outlines[member] != nil { put(nil, under: member, in: \.outlines) }
    }

    /// Appends `value` to the list under `key`.
    func append<Key, Value>(_ value: Value, under key: Key, in shelf: ReferenceWritableKeyPath<MemoryContents, [Key: [Value]]>) {
        change({ $0[keyPath: shelf][key, default: []].append(value) }, opposite: { $0[keyPath: shelf][key]?.removeLast() })
    }

    /// Appends `value` to a list.
    func append<Value>(_ value: Value, to list: ReferenceWritableKeyPath<MemoryContents, [Value]>) {
        change({ $0[keyPath: list].append(value) }, opposite: { $0[keyPath: list].removeLast() })
    }

    /// Lets the changes stand.
    func commit() { opposites.removeAll(keepingCapacity: true) }

    /// Takes the changes back, the last one first.
    func rollBack() {
        while let opposite = opposites.popLast() { opposite(self) }
    }
}
