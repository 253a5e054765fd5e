internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

/// One event of a history. For as long as memory has every answer, its changes are only gathered, to be made in the file later; from the first question
/// on that only the file can answer, it goes on in a savepoint there.
final class HistoryTransaction {
    /// Takes what was told before and is still to be made in the file.
    private let before: () -> HistoryStack
    private let memory: HistoryMemory
    private let writer: HistoryWriter
    /// The event in the file, once memory was not enough.
    private var direct: SQLiteTransaction?
    /// What the event has added so far.
    private(set) var news: HistoryMemory.News
    /// The changes that are still to be made in the file.
    private(set) var changes: [HistoryChange] = []
    /// The last record of this event.
    private var told: LoyaltyModel.Record?

    init(memory: HistoryMemory, writer: HistoryWriter, before: @escaping () -> HistoryStack) {
        self.memory = memory
        self.writer = writer
        self.before = before
        news = HistoryMemory.News(records: memory.records)
    }

    // MARK: The file

    /// Asks the file, once it holds all that was told before.
    func asked<Answer>(_ question: (SQLiteTransaction) throws -> Answer) throws -> Answer {
        try writer.settled(after: direct == nil ? before() : HistoryStack()) { db in try question(opened(in: db)) }
    }

    private func opened(in db: Database) throws -> SQLiteTransaction {
        if let direct { return direct }
        let transaction = try writer.begun(in: db)
        try db.beginSavepointOfBody()
        direct = transaction
        for change in changes { try change.make(in: transaction) }
        changes = []
        return transaction
    }

    /// Makes a change now or later.
    func tell(_ change: HistoryChange) throws {
        if direct == nil { changes.append(change) } else { try asked { try change.make(in: $0) } }
    }

    /// Lets the event stand, as far as it was made in the file already.
    func stand(asEvents events: Int) throws {
        guard let direct else { return }
        try writer.settled { db in
            try db.endSavepointOfBody(.commit)
            try writer.take(direct, ofEvents: events, in: db)
        }
    }

    /// Undoes the event.
    func undo() throws {
        guard direct != nil else { return }
        try writer.settled { try $0.endSavepointOfBody(.rollback) }
    }

    // MARK: Memory

    func mayHave(_ thing: HistoryMemory.Thing) -> Bool { memory.mayHave(thing) || news.things.contains(thing.hashValue) }
    func note(_ thing: HistoryMemory.Thing) { news.things.append(thing.hashValue) }
    func recent(_ ticket: TicketID) -> HistoryMemory.Recent? { news.recent[ticket] ?? memory.recent(ticket) }
    func others(of member: MemberID) -> Int { news.others[member] ?? memory.others(of: member) }
    func knownOutline(of member: MemberID) -> AccountOutline? { news.outlines[member] ?? memory.outline(of: member) }
    func note(_ outline: AccountOutline) { news.outlines[outline.member.id] = outline }

    /// Forgets the outline of an account that changes.
    func touch(_ member: MemberID?) {
        if let member { news.outlines[member] = .some(nil) }
    }

    /// Notes a record: what the sale that it is about has come to, and of whom other moves were told.
    func note(_ record: LoyaltyModel.Record) {
        news.records = record.number
        told = record
        let ticket = record.fact.ticket
        var recent = ticket.flatMap { self.recent($0) }
        for entry in record.entries {
            touch(entry.member)
            if record.isOfItsSale(entry) || (recent?.sale.member == entry.member && recent?.posted[entry.key] != nil) {
                recent?.posted.post(entry)
            } else {
                news.others[entry.member] = others(of: entry.member) + 1
            }
        }
        if let ticket, let recent { news.recent[ticket] = recent }
    }

    /// Notes a sale; one that the last record tells of, with what it came to.
    func note(_ sale: Sale) {
        note(.ticket(sale.ticket))
        let before = recent(sale.ticket)
        touch(before?.sale.member)
        touch(sale.member)
        if var before, before.sale.member == sale.member {
            before.sale = sale
            news.recent[sale.ticket] = before
            return
        }
        var posted: [MoveKey: PostedMove] = [:]
        if let told, told.fact.ticket == sale.ticket { for entry in told.entries where told.isOfItsSale(entry) { posted.post(entry) } }
        news.recent[sale.ticket] = HistoryMemory.Recent(sale: sale, posted: posted, others: sale.member.map { others(of: $0) } ?? 0)
    }
}

extension LoyaltyModel.Record {
    /// Whether an entry makes a move of the very sale that the record tells of.
    fileprivate func isOfItsSale(_ entry: Entry) -> Bool {
        guard case .sold(let sale) = fact else { return false }
        return entry.ticket == sale.ticket && entry.corrects == nil && entry.member == sale.member
    }
}

extension Fact {
    /// The ticket it is about.
    fileprivate var ticket: TicketID? {
        switch self {
        case .sold(let sale): sale.ticket
        case .returned(let ticket, _), .voided(let ticket): ticket
        default: nil
        }
    }
}
