internal import GRDB

/// The tables, as the steps that make them. A step that has shipped is never edited: a later one follows it.
///
/// Bodies are `StoredForm` bytes. `sequence` keeps the order in which things were entered. `account_revision` counts the changes of a member's account,
/// so that every process notices every other's.
enum Schema {
    /// What the file says it is, `PRAGMA application_id`: "MLne".
    static let application = 0x4d4c_6e65
    /// The newest schema this code knows, `PRAGMA user_version`.
    static let version = steps.count

    private static let steps = [first, second, third, fourth, fifth, sixth, seventh]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, sql) in steps.enumerated() {
            migrator.registerMigration("schema \(index + 1)") { db in
                try db.execute(sql: sql)
                try db.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }

    /// The triggers that refuse what would break the journal and change nothing themselves.
    static func guards(in db: Database) throws -> [(name: String, sql: String)] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%' ORDER BY name")
        return rows.map { (name: $0[0], sql: $0[1]) }
    }

    private static let first = """
        CREATE TABLE record (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, bytes BLOB NOT NULL, seal BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER record_follows BEFORE INSERT ON record
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM record)
            BEGIN SELECT RAISE(ABORT, 'a record follows the last one'); END;
        CREATE TRIGGER record_stays BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
        CREATE TRIGGER record_remains BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

        CREATE TABLE entry (
            member TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record (number), position INTEGER NOT NULL,
            key TEXT NOT NULL, rule TEXT NOT NULL, points INTEGER NOT NULL, correction INTEGER NOT NULL,
            PRIMARY KEY (member, record, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER entry_follows BEFORE INSERT ON entry
            WHEN NEW.record <> (SELECT max(number) FROM record)
            BEGIN SELECT RAISE(ABORT, 'an entry stands in the last record'); END;
        CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
        CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

        CREATE TABLE member (id TEXT PRIMARY KEY, phone TEXT UNIQUE, body BLOB NOT NULL) STRICT;
        CREATE TABLE claim (ticket TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member (id)) STRICT, WITHOUT ROWID;
        CREATE TABLE card (
            sequence INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, member TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX card_by_member ON card (member);
        CREATE TABLE sale (
            sequence INTEGER PRIMARY KEY, ticket TEXT NOT NULL UNIQUE, member TEXT, approval TEXT, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX sale_by_member ON sale (member) WHERE member IS NOT NULL;
        CREATE INDEX sale_by_approval ON sale (approval) WHERE approval IS NOT NULL;
        CREATE TABLE request (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, member TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX request_by_member ON request (member);
        CREATE TABLE card_job (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, member TEXT NOT NULL, open INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX card_job_open ON card_job (sequence) WHERE open = 1;
        CREATE TABLE answer (key TEXT PRIMARY KEY, digest TEXT NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE TABLE programme (
            sequence INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, "table" TEXT NOT NULL, settings TEXT
        ) STRICT;

        CREATE TABLE revision (member TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TRIGGER member_new AFTER INSERT ON member
            BEGIN INSERT INTO revision (member, number) VALUES (NEW.id, 1); END;
        CREATE TRIGGER member_changed AFTER UPDATE ON member
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.id; END;
        CREATE TRIGGER entry_new AFTER INSERT ON entry
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;
        CREATE TRIGGER sale_new AFTER INSERT ON sale
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;
        CREATE TRIGGER sale_changed AFTER UPDATE ON sale
            BEGIN UPDATE revision SET number = number + 1 WHERE member IN (OLD.member, NEW.member); END;
        CREATE TRIGGER request_new AFTER INSERT ON request
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;
        CREATE TRIGGER request_changed AFTER UPDATE ON request
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;
        """

    /// Dealings, customers without a card, introductions, and entries that move money: `points` holds minor units where `kind` counts money.
    private static let second = """
        ALTER TABLE entry ADD COLUMN kind TEXT NOT NULL DEFAULT 'earned';
        ALTER TABLE sale ADD COLUMN visitor TEXT;
        CREATE INDEX sale_by_visitor ON sale (visitor) WHERE visitor IS NOT NULL;
        UPDATE member SET body = CAST(json_set(CAST(body AS TEXT), '$.introductions', json('[]')) AS BLOB);
        CREATE TABLE visitor (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE dealing (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, member TEXT NOT NULL, gift TEXT, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX dealing_by_member ON dealing (member);
        CREATE INDEX dealing_by_gift ON dealing (gift) WHERE gift IS NOT NULL;
        CREATE TRIGGER dealing_new AFTER INSERT ON dealing
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;
        CREATE TRIGGER dealing_stays BEFORE UPDATE ON dealing BEGIN SELECT RAISE(ABORT, 'a dealing is never edited'); END;
        CREATE TRIGGER dealing_remains BEFORE DELETE ON dealing BEGIN SELECT RAISE(ABORT, 'a dealing is never removed'); END;
        """

    /// One row for all entries of a member in a record (`KeptMoves`), and sales that are as their record tells them: an empty body, and the record's
    /// number. Cards are of the account too.
    private static let fourth = """
        DROP TRIGGER entry_follows;
        DROP TRIGGER entry_stays;
        DROP TRIGGER entry_remains;
        DROP TRIGGER entry_new;
        ALTER TABLE entry RENAME TO entry_by_position;
        CREATE TABLE entry (
            member TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record (number), moves TEXT NOT NULL, PRIMARY KEY (member, record)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO entry (member, record, moves)
            SELECT member, record, json_group_array(json_array(position, key, rule, kind, points, correction))
            FROM (SELECT * FROM entry_by_position ORDER BY member, record, position) GROUP BY member, record;
        DROP TABLE entry_by_position;
        CREATE TRIGGER entry_follows BEFORE INSERT ON entry
            WHEN NEW.record <> (SELECT max(number) FROM record)
            BEGIN SELECT RAISE(ABORT, 'an entry stands in the last record'); END;
        CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
        CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
        CREATE TRIGGER entry_new AFTER INSERT ON entry
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;

        ALTER TABLE sale ADD COLUMN record INTEGER;
        CREATE TRIGGER card_new AFTER INSERT ON card
            BEGIN UPDATE revision SET number = number + 1 WHERE member = NEW.member; END;
        CREATE TRIGGER card_changed AFTER UPDATE ON card
            BEGIN UPDATE revision SET number = number + 1 WHERE member IN (OLD.member, NEW.member); END;
        """

    /// What the desk writes down, all kinds in one table. `day` is counted from 1970-01-01.
    private static let third = """
        CREATE TABLE document (
            sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT, day INTEGER NOT NULL, open INTEGER NOT NULL,
            body BLOB NOT NULL, UNIQUE (kind, id)
        ) STRICT;
        CREATE INDEX document_by_owner ON document (owner, kind) WHERE owner IS NOT NULL;
        CREATE INDEX document_by_day ON document (kind, day);
        CREATE INDEX document_open ON document (kind) WHERE open = 1;
        """

    /// Who has access, and what is kept for a while. `until` is milliseconds since 1970.
    private static let fifth = """
        CREATE TABLE access (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL) STRICT;
        CREATE TRIGGER access_remains BEFORE DELETE ON access BEGIN SELECT RAISE(ABORT, 'an access is never removed'); END;
        CREATE TABLE note (
            kind TEXT NOT NULL, key TEXT NOT NULL, until INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;
        """

    /// Where a benefit request stands, for the desk's lists.
    private static let sixth = """
        ALTER TABLE request ADD COLUMN stage TEXT NOT NULL DEFAULT 'requested';
        UPDATE request SET stage = CASE json_extract(CAST(body AS TEXT), '$.state')
            WHEN 'requested' THEN 'requested' WHEN 'under_review' THEN 'under_review'
            ELSE CASE WHEN json_extract(CAST(body AS TEXT), '$.toldAt') IS NULL THEN 'to_tell' ELSE 'told' END END;
        CREATE INDEX request_by_stage ON request (stage, sequence);
        """

    /// Records say once what is repeated in them, which no earlier MemberLane reads; and whoever changes an account counts it once for all that they do.
    /// The new name stops an earlier MemberLane that still runs on the file: it would change accounts and count nothing.
    private static let seventh = """
        DROP TRIGGER member_changed;
        DROP TRIGGER entry_new;
        DROP TRIGGER sale_new;
        DROP TRIGGER sale_changed;
        DROP TRIGGER request_new;
        DROP TRIGGER request_changed;
        DROP TRIGGER dealing_new;
        DROP TRIGGER card_new;
        DROP TRIGGER card_changed;
        ALTER TABLE revision RENAME TO account_revision;
        """
}
