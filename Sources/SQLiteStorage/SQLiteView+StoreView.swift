internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

extension SQLiteView: StoreView {
    func member(_ id: MemberID) throws -> Member? { try one(Member.self, "SELECT body FROM member WHERE id = ?", [id.rawValue]) }

    func member(phone: String) throws -> MemberID? { try text("SELECT id FROM member WHERE phone = ?", [phone]).map { MemberID($0) } }

    func members(after id: MemberID?, limit: Int) throws -> [MemberID] {
        let limit = max(0, limit)
        if let id { return try members("SELECT id FROM member WHERE id > ? ORDER BY id LIMIT ?", [id.rawValue, limit]) }
        return try members("SELECT id FROM member ORDER BY id LIMIT ?", [limit])
    }

    func memberCount() throws -> Int { try rows("SELECT count(*) FROM member") { $0[0] as Int }.first ?? 0 }

    private func members(_ sql: String, _ arguments: StatementArguments) throws -> [MemberID] {
        try rows(sql, arguments) { MemberID($0[0] as String) }
    }

    func claimant(of ticket: TicketID) throws -> MemberID? {
        try text("SELECT member FROM claim WHERE ticket = ?", [ticket.rawValue]).map { MemberID($0) }
    }

    func card(_ number: CardNumber) throws -> Card? { try one(Card.self, "SELECT body FROM card WHERE number = ?", [number.digits]) }

    func cards(of id: MemberID) throws -> [Card] {
        try all(Card.self, "SELECT body FROM card WHERE member = ? ORDER BY sequence", [id.rawValue])
    }

    func sale(_ ticket: TicketID) throws -> Sale? { try sales("sale.ticket = ?", [ticket.rawValue]).first }

    func sales(approvedBy request: RequestID) throws -> [Sale] {
        try sales("sale.approval = ?", [request.rawValue])
    }

    func sales(to visitor: VisitorID) throws -> [Sale] {
        try sales("sale.visitor = ?", [visitor.rawValue])
    }

    func visitor(_ id: VisitorID) throws -> Visitor? { try one(Visitor.self, "SELECT body FROM visitor WHERE id = ?", [id.rawValue]) }

    func dealing(_ id: DealingID) throws -> Dealing? { try one(Dealing.self, "SELECT body FROM dealing WHERE id = ?", [id.rawValue]) }

    func taken(_ gift: GiftID) throws -> Int {
        try rows("SELECT count(*) FROM dealing WHERE gift = ?", [gift.rawValue]) { $0[0] as Int }.first ?? 0
    }

    func request(_ id: RequestID) throws -> BenefitRequest? {
        try one(BenefitRequest.self, "SELECT body FROM request WHERE id = ?", [id.rawValue])
    }

    func requests(_ query: RequestQuery) throws -> [BenefitRequest] {
        let stages = query.stages.map(\.rawValue).sorted()
        var sql = "SELECT body FROM request WHERE stage IN (\(stages.map { _ in "?" }.joined(separator: ", ")))"
        var arguments = StatementArguments(stages)
        if let member = query.member {
            sql += " AND member = ?"
            arguments += [member.rawValue]
        }
        if let after = query.after {
            sql += " AND sequence \(query.newestFirst ? "<" : ">") (SELECT sequence FROM request WHERE id = ?)"
            arguments += [after.rawValue]
        }
        sql += " ORDER BY sequence\(query.newestFirst ? " DESC" : "") LIMIT ?"
        return try all(BenefitRequest.self, sql, arguments + [max(0, query.limit)])
    }

    func cardJob(_ id: CardJobID) throws -> CardJob? { try one(CardJob.self, "SELECT body FROM card_job WHERE id = ?", [id.rawValue]) }

    func openCardJobs(of member: MemberID?) throws -> [CardJob] {
        guard let member else { return try all(CardJob.self, "SELECT body FROM card_job WHERE open = 1 ORDER BY sequence") }
        return try all(CardJob.self, "SELECT body FROM card_job WHERE open = 1 AND member = ? ORDER BY sequence", [member.rawValue])
    }

    func answer(to key: String) throws -> KeptAnswer? {
        try rows("SELECT digest, body FROM answer WHERE key = ?", [key]) { row in
            KeptAnswer(key: key, digest: row[0], body: Array(row[1] as Data))
        }.first
    }

    /// The entries themselves are read from the sealed records: `entry` only says where they stand.
    func entries(of id: MemberID) throws -> [Entry] {
        let sql = "SELECT bytes FROM record WHERE number IN (SELECT record FROM entry WHERE member = ?) ORDER BY number"
        return try all(Record.self, sql, [id.rawValue]).flatMap(\.entries).filter { $0.member == id }
    }

    func head() throws -> SealedRecord? { try links("SELECT number, bytes, seal, at FROM record ORDER BY number DESC LIMIT 1").first }

    func records(from number: Int, limit: Int) throws -> [SealedRecord] {
        try links("SELECT number, bytes, seal, at FROM record WHERE number >= ? ORDER BY number LIMIT ?", [number, max(0, limit)])
    }

    private func links(_ sql: String, _ arguments: StatementArguments = []) throws -> [SealedRecord] {
        try rows(sql, arguments) { row in
            let bytes = row[1] as Data
            // What is no record any more was altered, and the time that stands beside the sealed bytes is held to the one in them.
            guard let record = try? StoredForm.value(Record.self, in: bytes), record.at.milliseconds == row[3] else {
                throw StoreFault.brokenChain(at: row[0])
            }
            return SealedRecord(record: record, bytes: Array(bytes), seal: Array(row[2] as Data))
        }
    }

    func publishedProgrammes() throws -> [PublishedProgramme] {
        try rows("SELECT version, \"table\", settings FROM programme ORDER BY sequence") { row in
            PublishedProgramme(version: ProgrammeVersion(row[0] as String), table: row[1], settings: row[2])
        }
    }
}
