internal import LoyaltyModel
internal import LoyaltySeals

/// What a walk along the chain has seen so far.
struct ChainWalk: Sendable {
    private(set) var length = 0
    private(set) var seal = ChainSeal.origin
    /// By member, a seal over all of the member's entries.
    private(set) var entries: [MemberID: [UInt8]] = [:]

    /// Takes the next link; `StoreFault.brokenChain` when it is not the next, not as sealed, or holds an entry that does not belong there.
    mutating func take(_ link: SealedRecord) throws(StoreFault) {
        let number = length + 1
        guard link.record.number == number, link.seal == ChainSeal.seal(previous: seal, bytes: link.bytes),
            let sealed = try? StoredForm.value(Record.self, in: link.bytes), sealed == link.record,
            SealedRecord.firstMisplaced(sealed.entries, in: number) == nil
        else { throw .brokenChain(at: number) }
        for entry in sealed.entries {
            var walked = EntrySeal(bytes: entries[entry.member] ?? ChainSeal.origin)
            try walked.take(entry)
            entries[entry.member] = walked.bytes
        }
        length = number
        seal = link.seal
    }
}

/// A running seal over one member's entries.
struct EntrySeal {
    private(set) var bytes: [UInt8]

    init(bytes: [UInt8] = ChainSeal.origin) { self.bytes = bytes }

    mutating func take(_ entry: Entry) throws(StoreFault) {
        bytes = ChainSeal.seal(previous: bytes, bytes: try StoredForm.bytes(of: entry))
    }
}

extension EntryID {
    /// The number of the record it stands in; nil for an id that was not made by `init(record:position:)`.
    var record: Int? { rawValue.split(separator: ".").first.flatMap { Int($0) } }
}
