import LoyaltyModel
import LoyaltyStorage
import Synchronization

/// A store that notes what is asked of it.
final class WatchedStore: LoyaltyStore {
    private let store: any LoyaltyStore
    private let asked = Mutex<[String]>([])

    init(_ store: any LoyaltyStore) { self.store = store }

    /// What has been asked since the last time, in order.
    func takeAsked() -> [String] {
        asked.withLock { asked in
            defer { asked = [] }
            return asked
        }
    }

    private func note(_ what: String) { asked.withLock { $0.append(what) } }

    func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        note("read")
        return try await store.read { view in try body(WatchedView(view: view) { self.note($0) }) }
    }

    func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer {
        note("write")
        return try await store.write(body)
    }
}

private struct WatchedView: StoreView {
    let view: any StoreView
    let tell: (String) -> Void

    private func noting<Answer>(_ name: String = #function, _ ask: (any StoreView) throws -> Answer) rethrows -> Answer {
        tell(name)
        return try ask(view)
    }

    func member(_ id: MemberID) throws -> Member? { try noting { try $0.member(id) } }
    func member(phone: String) throws -> MemberID? { try noting { try $0.member(phone: phone) } }
    func account(of id: MemberID) throws -> MemberAccount? { try noting { try $0.account(of: id) } }
    func posted(_ keys: [MoveKey], of sale: Sale) throws -> [MoveKey: PostedMove] { try noting { try $0.posted(keys, of: sale) } }
    func outline(of id: MemberID) throws -> AccountOutline? { try noting { try $0.outline(of: id) } }
    func remember(_ outline: AccountOutline) throws { try noting { try $0.remember(outline) } }
    func accounts(after id: MemberID?, limit: Int) throws -> [MemberAccount] { try noting { try $0.accounts(after: id, limit: limit) } }
    func revisions(of members: [MemberID]) throws -> [MemberID: Int] { try noting { try $0.revisions(of: members) } }
    func members(after id: MemberID?, limit: Int) throws -> [MemberID] { try noting { try $0.members(after: id, limit: limit) } }
    func memberCount() throws -> Int { try noting { try $0.memberCount() } }
    func claimant(of ticket: TicketID) throws -> MemberID? { try noting { try $0.claimant(of: ticket) } }
    func card(_ number: CardNumber) throws -> Card? { try noting { try $0.card(number) } }
    func cards(of id: MemberID) throws -> [Card] { try noting { try $0.cards(of: id) } }
    func sale(_ ticket: TicketID) throws -> Sale? { try noting { try $0.sale(ticket) } }
    func sales(approvedBy request: RequestID) throws -> [Sale] { try noting { try $0.sales(approvedBy: request) } }
    func sales(to visitor: VisitorID) throws -> [Sale] { try noting { try $0.sales(to: visitor) } }
    func visitor(_ id: VisitorID) throws -> Visitor? { try noting { try $0.visitor(id) } }
    func dealing(_ id: DealingID) throws -> Dealing? { try noting { try $0.dealing(id) } }
    func taken(_ gift: GiftID) throws -> Int { try noting { try $0.taken(gift) } }
    func request(_ id: RequestID) throws -> BenefitRequest? { try noting { try $0.request(id) } }
    func requests(_ query: RequestQuery) throws -> [BenefitRequest] { try noting { try $0.requests(query) } }
    func cardJob(_ id: CardJobID) throws -> CardJob? { try noting { try $0.cardJob(id) } }
    func openCardJobs(of member: MemberID?) throws -> [CardJob] { try noting { try $0.openCardJobs(of: member) } }
    func answer(to key: String) throws -> KeptAnswer? { try noting { try $0.answer(to: key) } }
    func entries(of id: MemberID) throws -> [Entry] { try noting { try $0.entries(of: id) } }
    func head() throws -> SealedRecord? { try noting { try $0.head() } }
    func records(from number: Int, limit: Int) throws -> [SealedRecord] { try noting { try $0.records(from: number, limit: limit) } }
    func publishedProgrammes() throws -> [PublishedProgramme] { try noting { try $0.publishedProgrammes() } }
    func document(_ reference: DocumentReference) throws -> StoredDocument? { try noting { try $0.document(reference) } }
    func documents(_ query: DocumentQuery) throws -> [StoredDocument] { try noting { try $0.documents(query) } }
    func accessEntries() throws -> [AccessEntry] { try noting { try $0.accessEntries() } }
    func accessEntry(_ id: AccessID) throws -> AccessEntry? { try noting { try $0.accessEntry(id) } }
    func note(_ kind: PassingNote.Kind, _ key: String) throws -> PassingNote? { try noting { try $0.note(kind, key) } }
    func notes(_ kind: PassingNote.Kind) throws -> [PassingNote] { try noting { try $0.notes(kind) } }
}
