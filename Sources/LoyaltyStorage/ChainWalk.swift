internal import LoyaltyModel
internal import LoyaltySeals

/// What a walk along the chain has seen so far.
struct ChainWalk: Sendable {
    private(set) var length = 0
    private(set) var seal = ChainSeal.origin
    /// What the entries come to, by member.
    private(set) var posted: [MemberID: [MoveKey: PostedMove]] = [:]

    /// Takes the next link; `StoreFault.brokenChain` when it is not the next, not as sealed, or holds an entry that does not belong there.
    mutating func take(_ link: SealedRecord) throws(StoreFault) {
        let number = length + 1
        guard link.record.number == number, link.seal == ChainSeal.seal(previous: seal, bytes: link.bytes),
            SealedRecord.firstMisplaced(link.record.entries, in: number) == nil
        else { throw .brokenChain(at: number) }
        for entry in link.record.entries { posted[entry.member, default: [:]].post(entry) }
        length = number
        seal = link.seal
    }
}
