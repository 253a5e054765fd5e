internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

extension SQLiteTransaction: StoreTransaction {
    func append(at: Instant, by: Operator?, fact: Fact, entries: (_ number: Int) -> [Entry]) throws -> LoyaltyModel.Record {
        let number = try lastRecord().number + 1
        let record = LoyaltyModel.Record(number: number, at: at, by: by, fact: fact, entries: entries(number))
        try record.checkEntries()
        try append(record)
        return record
    }

    func append(_ ready: ReadyRecord) throws -> Bool {
        let last = try lastRecord()
        guard ready.record.number == last.number + 1 else { return false }
        try append(SealedRecord(ready, after: last.seal))
        return true
    }

    /// Appends the next record, whose entries have been checked.
    func append(_ record: LoyaltyModel.Record) throws { try append(SealedRecord(checked: record, after: try lastRecord().seal)) }

    private func append(_ link: SealedRecord) throws {
        let record = link.record
        let number = record.number
        try run(
            "INSERT INTO record (number, at, bytes, seal) VALUES (?, ?, ?, ?)",
            [number, record.at.milliseconds, Data(link.bytes), Data(link.seal)])
        note(link)
        if case .sold(let sale) = record.fact { told = (sale, number) }
        var members: [MemberID] = []
        for entry in record.entries where !members.contains(entry.member) { members.append(entry.member) }
        for member in members {
            try run(
                "INSERT INTO entry (member, record, moves) VALUES (?, ?, ?)", [member.rawValue, number, KeptMoves.text(of: record.entries, for: member)])
            update(member) { account in
                for entry in record.entries where entry.member == member { account.posted.post(entry) }
                return true
            }
        }
    }

    func keep(_ member: Member) throws {
        let id = member.id.rawValue
        if let phone = member.profile.phone, let owner = try self.member(phone: phone), owner != member.id { throw StoreFault.taken(.phone) }
        let claims = try member.enrolment.tickets.filter { ticket in
            guard let claimant = try claimant(of: ticket) else { return true }
            guard claimant == member.id else { throw StoreFault.taken(.claimedTicket) }
            return false
        }
        try run(
            "INSERT INTO member (id, phone, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET phone = excluded.phone, body = excluded.body",
            [id, member.profile.phone, try body(member)])
        for ticket in Set(claims) { try run("INSERT INTO claim (ticket, member) VALUES (?, ?)", [ticket.rawValue, id]) }
        update(member.id) { account in
            account.member = member
            return true
        }
    }

    func keep(_ card: Card) throws {
        let owner = try text("SELECT member FROM card WHERE number = ?", [card.number.digits])
        if let owner, owner != card.member.rawValue { throw StoreFault.taken(.cardNumber) }
        try run(
            "INSERT INTO card (number, member, body) VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE SET body = excluded.body",
            [card.number.digits, card.member.rawValue, try body(card)])
        touch(card.member)
    }

    func keep(_ sale: Sale) throws {
        // A sale that the last record tells of word for word is not written a second time.
        let record = told.flatMap { $0.sale == sale ? $0.record : nil }
        let body = try record == nil ? body(sale) : Data()
        try run(
            "INSERT INTO sale (ticket, member, approval, visitor, record, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (ticket) DO NOTHING",
            [sale.ticket.rawValue, sale.member?.rawValue, sale.approval?.rawValue, sale.visitor?.rawValue, record, body])
        guard db.changesCount == 0 else {
            if let member = sale.member { update(member) { $0.append(sale) } }
            return
        }
        let owner = try text("SELECT member FROM sale WHERE ticket = ?", [sale.ticket.rawValue]).map { MemberID($0) }
        try run(
            "UPDATE sale SET member = ?, record = ?, body = ? WHERE ticket = ?", [sale.member?.rawValue, record, body, sale.ticket.rawValue])
        if let owner, owner != sale.member { update(owner) { _ in false } }
        guard let member = sale.member else { return }
        update(member) { account in
            // A ticket entered earlier and claimed now belongs somewhere in the middle.
            guard let place = account.sales.firstIndex(where: { $0.ticket == sale.ticket }) else { return false }
            account.sales[place] = sale
            return true
        }
    }

    func keep(_ visitor: Visitor) throws {
        try run(
            "INSERT INTO visitor (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body", [visitor.id.rawValue, try body(visitor)])
    }

    func keep(_ dealing: Dealing) throws {
        guard try text("SELECT member FROM dealing WHERE id = ?", [dealing.id.rawValue]) == nil else { throw StoreFault.taken(.dealing) }
        try run(
            "INSERT INTO dealing (id, member, gift, body) VALUES (?, ?, ?, ?)",
            [dealing.id.rawValue, dealing.member.rawValue, dealing.gift?.rawValue, try body(dealing)])
        update(dealing.member) { account in
            account.dealings.append(dealing)
            return true
        }
    }

    func keep(_ request: BenefitRequest) throws {
        try run(
            "INSERT INTO request (id, member, stage, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, body = excluded.body",
            [request.id.rawValue, request.member.rawValue, request.stage.rawValue, try body(request)])
        update(request.member) { account in
            if let place = account.requests.firstIndex(where: { $0.id == request.id }) {
                account.requests[place] = request
            } else {
                account.requests.append(request)
            }
            return true
        }
    }

    func keep(_ job: CardJob) throws {
        try run(
            "INSERT INTO card_job (id, member, open, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET open = excluded.open, body = excluded.body",
            [job.id.rawValue, job.member.rawValue, !job.isOver, try body(job)])
    }

    func keep(_ answer: KeptAnswer) throws {
        try run("INSERT INTO answer (key, digest, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [answer.key, answer.digest, Data(answer.body)])
        guard db.changesCount == 1 else { throw StoreFault.taken(.answerKey) }
    }

    func keep(_ programme: PublishedProgramme) throws {
        if let before = try publishedProgrammes().first(where: { $0.version == programme.version }) {
            guard before == programme else { throw StoreFault.taken(.programmeVersion) }
            return
        }
        try run(
            "INSERT INTO programme (version, \"table\", settings) VALUES (?, ?, ?)",
            [programme.version.rawValue, programme.table, programme.settings])
    }

    private func body(_ value: some Encodable & Sendable) throws -> Data { Data(try StoredForm.bytes(of: value)) }
}

extension MemberAccount {
    /// Takes in a sale that nobody knew of; true, for it always can.
    fileprivate mutating func append(_ sale: Sale) -> Bool {
        sales.append(sale)
        return true
    }
}
