public import LoyaltyModel
import LoyaltyStorage

/// Which entries of the ledger, newest first.
public struct EntryQuery: Sendable, Hashable {
    /// Whose; nil for everybody's.
    public let member: MemberID?
    /// Those older than this one; nil for the newest.
    public let before: EntryID?
    /// At most so many.
    public let limit: Int

    /// Entries of a member or of everybody.
    public init(member: MemberID?, before: EntryID? = nil, limit: Int) {
        self.member = member
        self.before = before
        self.limit = limit
    }
}

/// Entries of the ledger, newest first, and where the next ones begin.
public struct EntryPage: Sendable, Hashable {
    /// The entries.
    public let entries: [Entry]
    /// What the next page comes before; nil when there is none. A page may be short, or empty, and still have a next one.
    public let next: EntryID?
}

extension Desk {
    /// Records looked through for one page of everybody's entries, so that a filter few pass does not hold the store up.
    private static let mostRecords = 5_000
    private static let batch = 200

    /// A page of entries that `passes` lets through.
    public func entries(_ query: EntryQuery, where passes: @escaping @Sendable (Entry) -> Bool = { _ in true }) async throws -> EntryPage {
        try await store.read { view in
            guard let member = query.member else { return try self.everybodysEntries(query, in: view, where: passes) }
            guard try view.member(member) != nil else { throw Trouble(.memberUnknown, field: "member") }
            let older = try view.entries(of: member).reversed().filter { entry in query.before.map { entry.id.isOlder(than: $0) } ?? true }
            return EntryPage(older.filter(passes), limit: query.limit)
        }
    }

    private func everybodysEntries(_ query: EntryQuery, in view: any StoreView, where passes: (Entry) -> Bool) throws -> EntryPage {
        guard var last = try query.before?.record ?? view.head()?.record.number else { return EntryPage(entries: [], next: nil) }
        let floor = max(1, last - Self.mostRecords)
        var found: [Entry] = []
        while last >= floor, found.count <= query.limit {
            let first = max(floor, last - Self.batch + 1)
            let records = try view.records(from: first, limit: last - first + 1)
            let older = records.flatMap(\.record.entries).reversed().filter { query.before.map($0.id.isOlder(than:)) ?? true }
            found += older.filter(passes)
            last = first - 1
        }
        if found.count > query.limit || last < 1 { return EntryPage(found, limit: query.limit) }
        return EntryPage(entries: found, next: EntryID(record: last + 1, position: 0))
    }
}

extension EntryPage {
    fileprivate init(_ found: [Entry], limit: Int) {
        entries = Array(found.prefix(limit))
        next = found.count > limit ? entries.last?.id : nil
    }
}

extension EntryID {
    /// The number of its record; nil for a name that is none of ours.
    fileprivate var record: Int? { place?.record }

    private var place: (record: Int, position: Int)? {
        let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let record = parts[0], let position = parts[1] else { return nil }
        return (record, position)
    }

    /// Whether it stands before another in the journal.
    fileprivate func isOlder(than other: EntryID) -> Bool {
        guard let own = place, let others = other.place else { return false }
        return own < others
    }
}
