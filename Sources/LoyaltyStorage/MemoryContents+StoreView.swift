internal import LoyaltyModel

extension MemoryContents: StoreView {
    func member(_ id: MemberID) -> Member? { members[id] }
    func member(phone: String) -> MemberID? { phones[phone] }

    func account(of id: MemberID) -> MemberAccount? {
        members[id].map { member in
            MemberAccount(
                member: member, sales: (salesOf[id] ?? []).compactMap { sales[$0] }, posted: postedOf[id] ?? [:],
                requests: (requestsOf[id] ?? []).compactMap { requests[$0] }, dealings: (dealingsOf[id] ?? []).compactMap { dealings[$0] })
        }
    }

    func posted(_ keys: [MoveKey], of sale: Sale) -> [MoveKey: PostedMove] {
        let posted = sale.member.flatMap { postedOf[$0] } ?? [:]
        return Dictionary(keys.compactMap { key in posted[key].map { (key, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    func outline(of id: MemberID) -> AccountOutline? { outlines[id] }
    func revisions(of members: [MemberID]) -> [MemberID: Int] {
        Dictionary(members.compactMap { id in revisions[id].map { (id, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    func accounts(after id: MemberID?, limit: Int) -> [MemberAccount] { members(after: id, limit: limit).compactMap { account(of: $0) } }

    func members(after id: MemberID?, limit: Int) -> [MemberID] {
        let start = id.map { after in memberOrder.partitioningIndex { after < $0 } } ?? 0
        return Array(memberOrder[start...].prefix(max(0, limit)))
    }

    func memberCount() -> Int { members.count }
    func claimant(of ticket: TicketID) -> MemberID? { claims[ticket] }
    func card(_ number: CardNumber) -> Card? { cards[number] }
    func cards(of id: MemberID) -> [Card] { (cardsOf[id] ?? []).compactMap { cards[$0] } }
    func sale(_ ticket: TicketID) -> Sale? { sales[ticket] }
    func sales(approvedBy request: RequestID) -> [Sale] { (salesApprovedBy[request] ?? []).compactMap { sales[$0] } }
    func sales(to visitor: VisitorID) -> [Sale] { (salesTo[visitor] ?? []).compactMap { sales[$0] } }
    func visitor(_ id: VisitorID) -> Visitor? { visitors[id] }
    func dealing(_ id: DealingID) -> Dealing? { dealings[id] }
    func taken(_ gift: GiftID) -> Int { takings[gift] ?? 0 }
    func request(_ id: RequestID) -> BenefitRequest? { requests[id] }

    func requests(_ query: RequestQuery) -> [BenefitRequest] {
        var candidates = query.member.map { requestsOf[$0] ?? [] } ?? requestOrder
        if query.newestFirst { candidates.reverse() }
        if let last = query.after {
            guard let place = candidates.firstIndex(of: last) else { return [] }
            candidates.removeFirst(place + 1)
        }
        let wanted = candidates.lazy.compactMap { self.requests[$0] }.filter { query.stages.contains($0.stage) }
        return Array(wanted.prefix(max(0, query.limit)))
    }

    func cardJob(_ id: CardJobID) -> CardJob? { jobs[id] }

    func openCardJobs(of member: MemberID?) -> [CardJob] {
        openJobs.compactMap { jobs[$0] }.filter { member == nil || $0.member == member }
    }

    func answer(to key: String) -> KeptAnswer? { answers[key] }
    func entries(of id: MemberID) -> [Entry] { entriesOf[id] ?? [] }
    func head() -> SealedRecord? { records.last }

    func records(from number: Int, limit: Int) -> [SealedRecord] {
        Array(records.dropFirst(max(1, number) - 1).prefix(max(0, limit)))
    }

    func publishedProgrammes() -> [PublishedProgramme] { programmes }

    func document(_ reference: DocumentReference) -> StoredDocument? { documents[reference] }

    func documents(_ query: DocumentQuery) -> [StoredDocument] {
        let candidates = query.owner.map { documentsOf[$0] ?? [] } ?? documentsOfKind[query.kind] ?? []
        let wanted = candidates.lazy.compactMap { self.documents[$0] }.filter { document in
            document.reference.kind == query.kind && (!query.onlyOpen || document.isOpen) && (query.days?.contains(document.day) ?? true)
        }
        return Array(wanted.prefix(max(0, query.limit)))
    }

    func accessEntries() -> [AccessEntry] { accessOrder.compactMap { access[$0] } }
    func accessEntry(_ id: AccessID) -> AccessEntry? { access[id] }
    func note(_ kind: PassingNote.Kind, _ key: String) -> PassingNote? { notes[kind]?[key] }
    func notes(_ kind: PassingNote.Kind) -> [PassingNote] {
        (notes[kind] ?? [:]).values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension Array {
    /// The first index whose element `belongs`, in an array where those that do not come first.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
