internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

extension SQLiteView {
    func accessEntries() throws -> [AccessEntry] { try all(AccessEntry.self, "SELECT body FROM access ORDER BY sequence") }

    func accessEntry(_ id: AccessID) throws -> AccessEntry? { try one(AccessEntry.self, "SELECT body FROM access WHERE id = ?", [id.rawValue]) }

    func note(_ kind: PassingNote.Kind, _ key: String) throws -> PassingNote? {
        try notes("SELECT key, until, body FROM note WHERE kind = ? AND key = ?", [kind.rawValue, key], kind).first
    }

    func notes(_ kind: PassingNote.Kind) throws -> [PassingNote] {
        try notes("SELECT key, until, body FROM note WHERE kind = ? ORDER BY key", [kind.rawValue], kind)
    }

    private func notes(_ sql: String, _ arguments: StatementArguments, _ kind: PassingNote.Kind) throws -> [PassingNote] {
        try rows(sql, arguments) { row in
            PassingNote(kind: kind, key: row[0], until: Instant(milliseconds: row[1]), body: Array(row[2] as Data))
        }
    }
}

extension SQLiteTransaction {
    func keep(_ entry: AccessEntry) throws {
        try run(
            "INSERT INTO access (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            [entry.id.rawValue, Data(try StoredForm.bytes(of: entry))])
    }

    func keep(_ note: PassingNote) throws {
        try run(
            "INSERT INTO note (kind, key, until, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET until = excluded.until, body = excluded.body",
            [note.kind.rawValue, note.key, note.until.milliseconds, Data(note.body)])
    }

    func forget(_ kind: PassingNote.Kind, _ key: String) throws {
        try run("DELETE FROM note WHERE kind = ? AND key = ?", [kind.rawValue, key])
    }

    func forget(_ kind: PassingNote.Kind, endedBy instant: Instant) throws {
        try run("DELETE FROM note WHERE kind = ? AND until <= ?", [kind.rawValue, instant.milliseconds])
    }
}
