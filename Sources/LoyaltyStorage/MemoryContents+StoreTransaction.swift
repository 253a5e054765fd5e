internal import LoyaltyModel

extension MemoryContents: StoreTransaction {
    func append(at: Instant, by: Operator?, fact: Fact, entries: (_ number: Int) -> [Entry]) throws -> Record {
        let number = records.count + 1
        let link = try SealedRecord.link(number: number, after: records.last?.seal, at: at, by: by, fact: fact, entries: entries(number))
        append(link)
        return link.record
    }

    func append(_ ready: ReadyRecord) -> Bool {
        guard ready.record.number == records.count + 1 else { return false }
        append(SealedRecord(ready, after: records.last?.seal))
        return true
    }

    private func append(_ link: SealedRecord) {
        append(link, to: \.records)
        for entry in link.record.entries {
            touch(entry.member)
            append(entry, under: entry.member, in: \.entriesOf)
            let before = postedOf[entry.member]?[entry.key]
            change {
                $0.postedOf[entry.member, default: [:]].post(entry)
            } opposite: {
                $0.postedOf[entry.member]?[entry.key] = before
            }
        }
    }

    func keep(_ member: Member) throws {
        touch(member.id)
        let before = members[member.id]
        if let phone = member.profile.phone, let owner = phones[phone], owner != member.id { throw StoreFault.taken(.phone) }
        if member.enrolment.tickets.contains(where: { claims[$0].map { $0 != member.id } ?? false }) { throw StoreFault.taken(.claimedTicket) }
        if let phone = before?.profile.phone, phone != member.profile.phone { put(nil, under: phone, in: \.phones) }
        if let phone = member.profile.phone { put(member.id, under: phone, in: \.phones) }
        for ticket in member.enrolment.tickets { put(member.id, under: ticket, in: \.claims) }
        if before == nil {
            let place = memberOrder.partitioningIndex { member.id < $0 }
            change({ $0.memberOrder.insert(member.id, at: place) }, opposite: { $0.memberOrder.remove(at: place) })
        }
        put(member, under: member.id, in: \.members)
    }

    func keep(_ card: Card) throws {
        touch(card.member)
        if let before = cards[card.number] {
            guard before.member == card.member else { throw StoreFault.taken(.cardNumber) }
        } else {
            append(card.number, under: card.member, in: \.cardsOf)
        }
        put(card, under: card.number, in: \.cards)
    }

    func keep(_ sale: Sale) {
        let before = sales[sale.ticket]
        touch(before?.member)
        touch(sale.member)
        if before == nil {
            put(saleOrder.count, under: sale.ticket, in: \.saleOrder)
            if let approval = sale.approval { append(sale.ticket, under: approval, in: \.salesApprovedBy) }
            if let visitor = sale.visitor { append(sale.ticket, under: visitor, in: \.salesTo) }
        }
        if let owner = before?.member, owner != sale.member {
            put(salesOf[owner]?.filter { $0 != sale.ticket }, under: owner, in: \.salesOf)
        }
        if let member = sale.member, before?.member != member { enter(sale.ticket, among: member) }
        put(sale, under: sale.ticket, in: \.sales)
    }

    /// Puts a ticket among a member's own, in the order in which tickets were entered.
    private func enter(_ ticket: TicketID, among member: MemberID) {
        let own = salesOf[member] ?? []
        let order = saleOrder[ticket] ?? 0
        let place = own.partitioningIndex { order < (saleOrder[$0] ?? 0) }
        change({ $0.salesOf[member, default: []].insert(ticket, at: place) }, opposite: { $0.salesOf[member]?.remove(at: place) })
    }

    func keep(_ visitor: Visitor) { put(visitor, under: visitor.id, in: \.visitors) }

    func keep(_ dealing: Dealing) throws {
        guard dealings[dealing.id] == nil else { throw StoreFault.taken(.dealing) }
        touch(dealing.member)
        put(dealing, under: dealing.id, in: \.dealings)
        append(dealing.id, under: dealing.member, in: \.dealingsOf)
        if let gift = dealing.gift { put(taken(gift) + 1, under: gift, in: \.takings) }
    }

    func keep(_ request: BenefitRequest) {
        touch(request.member)
        if requests[request.id] == nil {
            append(request.id, under: request.member, in: \.requestsOf)
            append(request.id, to: \.requestOrder)
        }
        put(request, under: request.id, in: \.requests)
    }

    func keep(_ job: CardJob) {
        let wasOpen = jobs[job.id].map { !$0.isOver } ?? false
        if !wasOpen, !job.isOver { append(job.id, to: \.openJobs) }
        if wasOpen, job.isOver, let place = openJobs.firstIndex(of: job.id) {
            change({ $0.openJobs.remove(at: place) }, opposite: { $0.openJobs.insert(job.id, at: place) })
        }
        put(job, under: job.id, in: \.jobs)
    }

    func keep(_ answer: KeptAnswer) throws {
        guard answers[answer.key] == nil else { throw StoreFault.taken(.answerKey) }
        put(answer, under: answer.key, in: \.answers)
    }

    func keep(_ programme: PublishedProgramme) throws {
        guard let before = programmes.first(where: { $0.version == programme.version }) else { return append(programme, to: \.programmes) }
        guard before == programme else { throw StoreFault.taken(.programmeVersion) }
    }

    func keep(_ document: StoredDocument) throws {
        let reference = document.reference
        if let before = documents[reference] {
            guard before.owner == document.owner else { throw StoreFault.taken(.document) }
        } else {
            append(reference, under: reference.kind, in: \.documentsOfKind)
            if let owner = document.owner { append(reference, under: owner, in: \.documentsOf) }
        }
        put(document, under: reference, in: \.documents)
    }

    func keep(_ entry: AccessEntry) {
        if access[entry.id] == nil { append(entry.id, to: \.accessOrder) }
        put(entry, under: entry.id, in: \.access)
    }

    func keep(_ note: PassingNote) { put(note, under: note.key, of: note.kind) }

    func forget(_ kind: PassingNote.Kind, _ key: String) { put(nil, under: key, of: kind) }

    func forget(_ kind: PassingNote.Kind, endedBy instant: Instant) {
        for note in notes(kind) where note.until <= instant { forget(kind, note.key) }
    }

    private func put(_ note: PassingNote?, under key: String, of kind: PassingNote.Kind) {
        let before = notes[kind]?[key]
        change({ $0.notes[kind, default: [:]][key] = note }, opposite: { $0.notes[kind, default: [:]][key] = before })
    }
}
