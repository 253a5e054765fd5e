internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

/// What can be asked of the file inside a transaction.
class SQLiteView {
    let db: Database
    let caches: AccountCaches
    /// The first failure of the database itself; a body that goes on after one is not to be trusted with a commit.
    private(set) var fault: StoreFault?

    init(db: Database, caches: AccountCaches) {
        self.db = db
        self.caches = caches
    }

    /// The member's facts and what has been posted for them.
    func account(of id: MemberID) throws -> MemberAccount? {
        try asking {
            guard let revision = try Self.revision(of: id, in: db) else { return nil }
            if let account = caches.accounts.value(of: id, at: revision) { return account }
            let account = try load(id)
            if let account { caches.accounts.keep(account, of: id, at: revision) }
            return account
        }
    }

    /// The account in outline, if it has not changed since.
    func outline(of id: MemberID) throws -> AccountOutline? {
        try asking { try Self.revision(of: id, in: db).flatMap { caches.outlines.value(of: id, at: $0) } }
    }

    /// Remembers an outline of what this view sees.
    func remember(_ outline: AccountOutline) throws {
        try asking {
            guard let revision = try Self.revision(of: outline.member.id, in: db) else { return }
            caches.outlines.keep(outline, of: outline.member.id, at: revision)
        }
    }

    /// How often each account has changed.
    func revisions(of members: [MemberID]) throws -> [MemberID: Int] {
        guard let first = members.min(), let last = members.max() else { return [:] }
        let wanted = Set(members)
        var revisions: [MemberID: Int] = [:]
        revisions.reserveCapacity(members.count)
        _ = try rows("SELECT member, number FROM account_revision WHERE member BETWEEN ? AND ?", [first.rawValue, last.rawValue]) { row in
            let member = MemberID(row[0] as String)
            if wanted.contains(member) { revisions[member] = row[1] }
        }
        return revisions
    }

    /// How often a member's account has changed; nil when there is no such member.
    static func revision(of id: MemberID, in db: Database) throws -> Int? {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT number FROM account_revision WHERE member = ?"), arguments: [id.rawValue])
    }

    /// The account as the tables have it.
    final func load(_ id: MemberID) throws -> MemberAccount? {
        guard let member = try one(Member.self, "SELECT body FROM member WHERE id = ?", [id.rawValue]) else { return nil }
        return MemberAccount(
            member: member,
            sales: try sales("sale.member = ?", [id.rawValue]),
            posted: try posted(for: id),
            requests: try all(BenefitRequest.self, "SELECT body FROM request WHERE member = ? ORDER BY sequence", [id.rawValue]),
            dealings: try all(Dealing.self, "SELECT body FROM dealing WHERE member = ? ORDER BY sequence", [id.rawValue]))
    }

    final func posted(for id: MemberID) throws -> [MoveKey: PostedMove] {
        var posted: [MoveKey: PostedMove] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT record, moves FROM entry WHERE member = ? ORDER BY record"), arguments: [id.rawValue])
        while let row = try rows.next() { try KeptMoves.post(row[1], ofRecord: row[0], to: &posted) }
        return posted
    }

    /// The sales that a condition picks, in the order they were entered.
    final func sales(_ condition: String, _ arguments: StatementArguments) throws -> [Sale] {
        try rows("\(SaleRow.selection) WHERE \(condition) ORDER BY sequence", arguments) { try SaleRow.sale($0) }
    }

    /// Runs one step on the database; its failures become `StoreFault` and are remembered.
    final func asking<Answer>(_ step: () throws -> Answer) throws -> Answer {
        do {
            return try step()
        } catch let error as DatabaseError {
            let found = StoreFault(error)
            fault = fault ?? found
            throw found
        }
    }

    /// The value in the first row's body.
    final func one<Value: Decodable>(_ type: Value.Type, _ sql: String, _ arguments: StatementArguments) throws -> Value? {
        try asking {
            try Data.fetchOne(db.cachedStatement(sql: sql), arguments: arguments).map { try StoredForm.value(type, in: $0) }
        }
    }

    /// The values in all rows' bodies.
    final func all<Value: Decodable>(_ type: Value.Type, _ sql: String, _ arguments: StatementArguments = []) throws -> [Value] {
        try asking {
            try Data.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { try StoredForm.value(type, in: $0) }
        }
    }

    /// The first column of the first row.
    final func text(_ sql: String, _ arguments: StatementArguments) throws -> String? {
        try asking { try String.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) }
    }

    /// All rows, made into something by `build`.
    final func rows<Value>(_ sql: String, _ arguments: StatementArguments = [], build: (Row) throws -> Value) throws -> [Value] {
        try asking {
            var values: [Value] = []
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
            while let row = try rows.next() { values.append(try build(row)) }
            return values
        }
    }
}
