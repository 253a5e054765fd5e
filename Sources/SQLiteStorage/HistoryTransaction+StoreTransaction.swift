internal import LoyaltyModel
internal import LoyaltyStorage

/// What surely meets nothing that is there waits for its turn; the file decides on all else.
extension HistoryTransaction: StoreTransaction {
    func append(at: Instant, by: Operator?, fact: Fact, entries: (_ number: Int) -> [Entry]) throws -> Record {
        let number = news.records + 1
        let record = Record(number: number, at: at, by: by, fact: fact, entries: entries(number))
        try record.checkEntries()
        try append(record)
        return record
    }

    func append(_ ready: ReadyRecord) throws -> Bool {
        guard ready.record.number == news.records + 1 else { return false }
        try append(ready.record)
        return true
    }

    private func append(_ record: Record) throws {
        try tell(.record(record))
        note(record)
    }

    func keep(_ member: Member) throws {
        let phone = member.profile.phone
        let isNew = !(phone.map { mayHave(.phone($0)) } ?? false) && !member.enrolment.tickets.contains { mayHave(.claim($0)) }
        if !isNew { try settle() }
        try tell(.member(member))
        note(.member(member.id))
        if let phone { note(.phone(phone)) }
        for ticket in member.enrolment.tickets { note(.claim(ticket)) }
        touch(member.id)
    }

    func keep(_ card: Card) throws {
        if mayHave(.card(card.number.digits)) { try settle() }
        try tell(.card(card))
        note(.card(card.number.digits))
        touch(card.member)
    }

    func keep(_ sale: Sale) throws {
        // Whose the ticket was, whoever has it now: that account changes as well.
        if mayHave(.ticket(sale.ticket)), recent(sale.ticket) == nil { touch(try asked { try $0.sale(sale.ticket) }?.member) }
        try tell(.sale(sale))
        note(sale)
    }

    func keep(_ answer: KeptAnswer) throws {
        if mayHave(.answer(answer.key)) { try settle() }
        try tell(.answer(answer))
        note(.answer(answer.key))
    }

    func keep(_ dealing: Dealing) throws {
        try asked { try $0.keep(dealing) }
        touch(dealing.member)
    }

    func keep(_ request: BenefitRequest) throws {
        try asked { try $0.keep(request) }
        touch(request.member)
    }

    func keep(_ document: StoredDocument) throws {
        try asked { try $0.keep(document) }
        note(.documents(document.reference.kind))
    }

    func keep(_ visitor: Visitor) throws { try asked { try $0.keep(visitor) } }
    func keep(_ job: CardJob) throws { try asked { try $0.keep(job) } }
    func keep(_ programme: PublishedProgramme) throws { try asked { try $0.keep(programme) } }

    func keep(_ entry: AccessEntry) throws { try asked { try $0.keep(entry) } }
    func keep(_ note: PassingNote) throws { try asked { try $0.keep(note) } }
    func forget(_ kind: PassingNote.Kind, _ key: String) throws { try asked { try $0.forget(kind, key) } }
    func forget(_ kind: PassingNote.Kind, endedBy instant: Instant) throws { try asked { try $0.forget(kind, endedBy: instant) } }

    /// Goes on in the file.
    private func settle() throws { try asked { _ in } }
}
