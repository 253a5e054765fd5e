internal import LoyaltyModel
internal import LoyaltyStorage

/// What memory knows it answers; all else is asked of the file.
extension HistoryTransaction: StoreView {
    func member(_ id: MemberID) throws -> Member? {
        guard mayHave(.member(id)) else { return nil }
        return try knownOutline(of: id)?.member ?? asked { try $0.member(id) }
    }

    func member(phone: String) throws -> MemberID? {
        try mayHave(.phone(phone)) ? asked { try $0.member(phone: phone) } : nil
    }

    func account(of id: MemberID) throws -> MemberAccount? {
        try mayHave(.member(id)) ? asked { try $0.account(of: id) } : nil
    }

    func posted(_ keys: [MoveKey], of sale: Sale) throws -> [MoveKey: PostedMove] {
        guard let member = sale.member, let recent = recent(sale.ticket), recent.others == others(of: member) else {
            return try asked { try $0.posted(keys, of: sale) }
        }
        return recent.posted.filter { keys.contains($0.key) }
    }

    func outline(of id: MemberID) throws -> AccountOutline? { knownOutline(of: id) }
    func remember(_ outline: AccountOutline) throws { note(outline) }

    func claimant(of ticket: TicketID) throws -> MemberID? {
        try mayHave(.claim(ticket)) ? asked { try $0.claimant(of: ticket) } : nil
    }

    func card(_ number: CardNumber) throws -> Card? {
        try mayHave(.card(number.digits)) ? asked { try $0.card(number) } : nil
    }

    func cards(of id: MemberID) throws -> [Card] { try knownOutline(of: id)?.cards ?? asked { try $0.cards(of: id) } }

    func sale(_ ticket: TicketID) throws -> Sale? {
        guard mayHave(.ticket(ticket)) else { return nil }
        return try recent(ticket)?.sale ?? asked { try $0.sale(ticket) }
    }

    func answer(to key: String) throws -> KeptAnswer? {
        try mayHave(.answer(key)) ? asked { try $0.answer(to: key) } : nil
    }

    func document(_ reference: DocumentReference) throws -> StoredDocument? {
        try mayHave(.documents(reference.kind)) ? asked { try $0.document(reference) } : nil
    }

    func documents(_ query: DocumentQuery) throws -> [StoredDocument] {
        try mayHave(.documents(query.kind)) ? asked { try $0.documents(query) } : []
    }

    // MARK: What only the file knows

    func accounts(after id: MemberID?, limit: Int) throws -> [MemberAccount] { try asked { try $0.accounts(after: id, limit: limit) } }
    func revisions(of members: [MemberID]) throws -> [MemberID: Int] { try asked { try $0.revisions(of: members) } }
    func members(after id: MemberID?, limit: Int) throws -> [MemberID] { try asked { try $0.members(after: id, limit: limit) } }
    func memberCount() throws -> Int { try asked { try $0.memberCount() } }
    func sales(approvedBy request: RequestID) throws -> [Sale] { try asked { try $0.sales(approvedBy: request) } }
    func sales(to visitor: VisitorID) throws -> [Sale] { try asked { try $0.sales(to: visitor) } }
    func visitor(_ id: VisitorID) throws -> Visitor? { try asked { try $0.visitor(id) } }
    func dealing(_ id: DealingID) throws -> Dealing? { try asked { try $0.dealing(id) } }
    func taken(_ gift: GiftID) throws -> Int { try asked { try $0.taken(gift) } }
    func request(_ id: RequestID) throws -> BenefitRequest? { try asked { try $0.request(id) } }
    func requests(_ query: RequestQuery) throws -> [BenefitRequest] { try asked { try $0.requests(query) } }
    func cardJob(_ id: CardJobID) throws -> CardJob? { try asked { try $0.cardJob(id) } }
    func openCardJobs(of member: MemberID?) throws -> [CardJob] { try asked { try $0.openCardJobs(of: member) } }
    func entries(of id: MemberID) throws -> [Entry] { try asked { try $0.entries(of: id) } }
    func head() throws -> SealedRecord? { try asked { try $0.head() } }
    func records(from number: Int, limit: Int) throws -> [SealedRecord] { try asked { try $0.records(from: number, limit: limit) } }
    func publishedProgrammes() throws -> [PublishedProgramme] { try asked { try $0.publishedProgrammes() } }
    func accessEntries() throws -> [AccessEntry] { try asked { try $0.accessEntries() } }
    func accessEntry(_ id: AccessID) throws -> AccessEntry? { try asked { try $0.accessEntry(id) } }
    func note(_ kind: PassingNote.Kind, _ key: String) throws -> PassingNote? { try asked { try $0.note(kind, key) } }
    func notes(_ kind: PassingNote.Kind) throws -> [PassingNote] { try asked { try $0.notes(kind) } }
}
