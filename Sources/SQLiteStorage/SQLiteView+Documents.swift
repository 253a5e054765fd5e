internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

extension SQLiteView {
    func document(_ reference: DocumentReference) throws -> StoredDocument? {
        try documents("SELECT id, owner, day, open, body FROM document WHERE kind = ? AND id = ?", [reference.kind.rawValue, reference.id], reference.kind)
            .first
    }

    func documents(_ query: DocumentQuery) throws -> [StoredDocument] {
        var sql = "SELECT id, owner, day, open, body FROM document WHERE kind = ?"
        var arguments: StatementArguments = [query.kind.rawValue]
        if let owner = query.owner {
            sql += " AND owner = ?"
            arguments += [owner.rawValue]
        }
        if query.onlyOpen { sql += " AND open = 1" }
        if let days = query.days {
            sql += " AND day BETWEEN ? AND ?"
            arguments += [days.lowerBound.serial, days.upperBound.serial]
        }
        return try documents(sql + " ORDER BY sequence LIMIT ?", arguments + [max(0, query.limit)], query.kind)
    }

    private func documents(_ sql: String, _ arguments: StatementArguments, _ kind: DocumentKind) throws -> [StoredDocument] {
        try rows(sql, arguments) { row in
            StoredDocument(
                reference: DocumentReference(kind: kind, id: row[0]), owner: (row[1] as String?).map { MemberID($0) }, day: Day(serial: row[2]),
                isOpen: row[3], body: Array(row[4] as Data))
        }
    }
}

extension SQLiteTransaction {
    func keep(_ document: StoredDocument) throws {
        let reference = document.reference
        if let before = try self.document(reference), before.owner != document.owner { throw StoreFault.taken(.document) }
        try run(
            """
            INSERT INTO document (kind, id, owner, day, open, body) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, id) DO UPDATE SET day = excluded.day, open = excluded.open, body = excluded.body
            """,
            [reference.kind.rawValue, reference.id, document.owner?.rawValue, document.day.serial, document.isOpen, Data(document.body)])
    }
}
