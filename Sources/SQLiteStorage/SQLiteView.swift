internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

/// What can be asked of the file inside a transaction.
class SQLiteView {
    let db: Database
    let accounts: AccountCache
    /// The first failure of the database itself; a body that goes on after one is not to be trusted with a commit.
    private(set) var fault: StoreFault?

    init(db: Database, accounts: AccountCache) {
        self.db = db
        self.accounts = accounts
    }

    /// The member's facts and what has been posted for them.
    func account(of id: MemberID) throws -> MemberAccount? {
        try asking {
            guard let revision = try Self.revision(of: id, in: db) else { return nil }
            if let account = accounts.account(of: id, at: revision) { return account }
            let account = try load(id)
            if let account { accounts.keep(account, at: revision) }
            return account
        }
    }

    /// The number of changes to the member's account; nil when there is no such member.
    static func revision(of id: MemberID, in db: Database) throws -> Int? {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT number FROM revision WHERE member = ?"), arguments: [id.rawValue])
    }

    /// The account as the tables have it.
    final func load(_ id: MemberID) throws -> MemberAccount? {
        guard let member = try one(Member.self, "SELECT body FROM member WHERE id = ?", [id.rawValue]) else { return nil }
        return MemberAccount(
            member: member,
            sales: try all(Sale.self, "SELECT body FROM sale WHERE member = ? ORDER BY sequence", [id.rawValue]),
            posted: try posted(for: id),
            requests: try all(BenefitRequest.self, "SELECT body FROM request WHERE member = ? ORDER BY sequence", [id.rawValue]),
            dealings: try all(Dealing.self, "SELECT body FROM dealing WHERE member = ? ORDER BY sequence", [id.rawValue]))
    }

    private func posted(for id: MemberID) throws -> [MoveKey: PostedMove] {
        let sql = "SELECT record, position, key, rule, points, correction, kind FROM entry WHERE member = ? ORDER BY record, position"
        var posted: [MoveKey: PostedMove] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [id.rawValue])
        while let row = try rows.next() {
            let entry = EntryID(record: row[0], position: row[1])
            let kind = MoveKind(rawValue: row[6]) ?? .earned
            posted.post(MoveKey(row[2] as String), amount: row[4], kind: kind, rule: RuleID(row[3] as String), entry: entry, isCorrection: row[5])
        }
        return posted
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
