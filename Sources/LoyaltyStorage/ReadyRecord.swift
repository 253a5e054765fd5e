public import LoyaltyModel

/// A record with the bytes that are sealed, made ready beside the writers for the place in the journal where it is expected to come.
public struct ReadyRecord: Sendable {
    /// The record at that place.
    public let record: Record
    /// The record as JSON with sorted keys.
    public let bytes: [UInt8]

    /// A record ready for its place. `StoreFault.entryRefused` for an entry that does not balance or whose id is not that of its place.
    public init(number: Int, at: Instant, fact: Fact, entries: [Entry]) throws(StoreFault) {
        record = Record(number: number, at: at, fact: fact, entries: entries)
        try record.checkEntries()
        bytes = try StoredForm.bytes(of: record)
    }

    /// The record's entries at another place.
    public func entries(inRecord number: Int) -> [Entry] {
        record.entries.enumerated().map { position, entry in
            Entry(
                id: EntryID(record: number, position: position), member: entry.member, key: entry.key, rule: entry.rule, programme: entry.programme,
                effective: entry.effective, ticket: entry.ticket, corrects: entry.corrects, text: entry.text, postings: entry.postings)
        }
    }
}
