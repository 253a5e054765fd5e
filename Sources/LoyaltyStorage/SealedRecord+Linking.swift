public import LoyaltyModel
internal import LoyaltySeals

extension SealedRecord {
    /// The link numbered `number`, sealed on the link before it; `previous` is nil for the first.
    ///
    /// `StoreFault.entryRefused` for an entry that does not balance or whose id is not that of its place.
    public static func link(
        number: Int, after previous: [UInt8]?, at: Instant, by: Operator? = nil, fact: Fact, entries: [Entry]
    ) throws(StoreFault) -> SealedRecord {
        let record = Record(number: number, at: at, by: by, fact: fact, entries: entries)
        try record.checkEntries()
        return try SealedRecord(checked: record, after: previous)
    }

    /// The link of a record whose entries have been checked, sealed on the link before it.
    public init(checked record: Record, after previous: [UInt8]?) throws(StoreFault) {
        self.init(record, try StoredForm.bytes(of: record), after: previous)
    }

    /// The link of a record that was made ready, sealed on the link before it.
    public init(_ ready: ReadyRecord, after previous: [UInt8]?) { self.init(ready.record, ready.bytes, after: previous) }

    private init(_ record: Record, _ bytes: [UInt8], after previous: [UInt8]?) {
        self.init(record: record, bytes: bytes, seal: ChainSeal.seal(previous: previous ?? ChainSeal.origin, bytes: bytes))
    }

    /// The first entry that does not balance or does not stand at its place.
    static func firstMisplaced(_ entries: [Entry], in number: Int) -> EntryID? {
        for (position, entry) in entries.enumerated() where !entry.isBalanced || entry.id != EntryID(record: number, position: position) {
            return entry.id
        }
        return nil
    }
}

extension Record {
    /// `StoreFault.entryRefused` for an entry that does not balance or whose id is not that of its place.
    public func checkEntries() throws(StoreFault) {
        if let wrong = SealedRecord.firstMisplaced(entries, in: number) { throw .entryRefused(wrong) }
    }
}
