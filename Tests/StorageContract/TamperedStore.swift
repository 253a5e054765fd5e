internal import LoyaltyModel
internal import LoyaltyStorage

/// A store somebody has been at: what it answers is changed on the way.
struct TamperedStore: LoyaltyStore {
    let base: any LoyaltyStore
    var records: @Sendable ([SealedRecord]) -> [SealedRecord] = { $0 }
    var account: @Sendable (MemberAccount?) -> MemberAccount? = { $0 }

    func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        try await base.read { try body(TamperedView(base: $0, store: self)) }
    }

    func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer {
        try await base.write(body)
    }
}

private struct TamperedView: StoreView {
    let base: any StoreView
    let store: TamperedStore

    func account(of id: MemberID) throws -> MemberAccount? { store.account(try base.account(of: id)) }
    func entries(of id: MemberID) throws -> [Entry] { try base.entries(of: id) }
    func records(from number: Int, limit: Int) throws -> [SealedRecord] {
        Array(store.records(try base.records(from: 1, limit: .max)).filter { $0.record.number >= number }.prefix(limit))
    }

    func member(_ id: MemberID) throws -> Member? { try base.member(id) }
    func member(phone: String) throws -> MemberID? { try base.member(phone: phone) }
    func members(after id: MemberID?, limit: Int) throws -> [MemberID] { try base.members(after: id, limit: limit) }
    func accounts(after id: MemberID?, limit: Int) throws -> [MemberAccount] { try base.accounts(after: id, limit: limit).compactMap { store.account($0) } }
    func revisions(of members: [MemberID]) throws -> [MemberID: Int] { try base.revisions(of: members) }
    func posted(_ keys: [MoveKey], of sale: Sale) throws -> [MoveKey: PostedMove] { try base.posted(keys, of: sale) }
    func outline(of id: MemberID) throws -> AccountOutline? { try base.outline(of: id) }
    func remember(_ outline: AccountOutline) throws { try base.remember(outline) }
    func memberCount() throws -> Int { try base.memberCount() }
    func claimant(of ticket: TicketID) throws -> MemberID? { try base.claimant(of: ticket) }
    func card(_ number: CardNumber) throws -> Card? { try base.card(number) }
    func cards(of id: MemberID) throws -> [Card] { try base.cards(of: id) }
    func sale(_ ticket: TicketID) throws -> Sale? { try base.sale(ticket) }
    func sales(approvedBy request: RequestID) throws -> [Sale] { try base.sales(approvedBy: request) }
    func sales(to visitor: VisitorID) throws -> [Sale] { try base.sales(to: visitor) }
    func visitor(_ id: VisitorID) throws -> Visitor? { try base.visitor(id) }
    func dealing(_ id: DealingID) throws -> Dealing? { try base.dealing(id) }
    func taken(_ gift: GiftID) throws -> Int { try base.taken(gift) }
    func request(_ id: RequestID) throws -> BenefitRequest? { try base.request(id) }
    func requests(_ query: RequestQuery) throws -> [BenefitRequest] { try base.requests(query) }
    func cardJob(_ id: CardJobID) throws -> CardJob? { try base.cardJob(id) }
    func openCardJobs(of member: MemberID?) throws -> [CardJob] { try base.openCardJobs(of: member) }
    func answer(to key: String) throws -> KeptAnswer? { try base.answer(to: key) }
    func head() throws -> SealedRecord? { try base.head() }
    func publishedProgrammes() throws -> [PublishedProgramme] { try base.publishedProgrammes() }
    func document(_ reference: DocumentReference) throws -> StoredDocument? { try base.document(reference) }
    func documents(_ query: DocumentQuery) throws -> [StoredDocument] { try base.documents(query) }
    func accessEntries() throws -> [AccessEntry] { try base.accessEntries() }
    func accessEntry(_ id: AccessID) throws -> AccessEntry? { try base.accessEntry(id) }
    func note(_ kind: PassingNote.Kind, _ key: String) throws -> PassingNote? { try base.note(kind, key) }
    func notes(_ kind: PassingNote.Kind) throws -> [PassingNote] { try base.notes(kind) }
}
