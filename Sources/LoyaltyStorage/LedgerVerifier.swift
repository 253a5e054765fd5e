internal import LoyaltyModel

/// Walks a whole journal and says where it has been tampered with.
///
/// Held against the chain are: the numbers, without a gap; every seal; every entry's balance and place; and then, member by member, that what
/// the store keeps at hand is what the entries come to. The last links can be cut off without breaking a chain: whoever notes the answer of one walk
/// (`Chain`, printed with a backup) and gives it to a later one as `containing` finds that too.
public struct LedgerVerifier: Sendable {
    /// How far the walk is.
    public struct Progress: Sendable, Hashable {
        /// Links and members checked so far.
        public let checked: Int
        /// Links and members there are; the members are added once the links are done.
        public let total: Int
    }

    /// A chain that has been walked, by its end: to be noted and held against a later walk.
    public struct Chain: Sendable, Hashable {
        /// How many links it had; zero for an empty journal.
        public let length: Int
        /// The seal of the last link.
        public let seal: [UInt8]

        /// A chain by its end.
        public init(length: Int, seal: [UInt8]) {
            self.length = length
            self.seal = seal
        }
    }

    private let store: any LoyaltyStore
    private let batch: Int

    /// A walk over `store`, `batch` links or members to a transaction, so that tills are not kept waiting.
    public init(_ store: any LoyaltyStore, batch: Int = 500) {
        self.store = store
        self.batch = max(1, batch)
    }

    /// Walks the journal up to the link that was last when the walk began.
    ///
    /// Throws `StoreFault.brokenChain` at the first link that is missing, altered or misplaced, and `StoreFault.balanceDiffers` for the first
    /// member whose kept account is not what the journal comes to.
    public func verify(
        containing noted: Chain? = nil, progress: @Sendable (Progress) async -> Void = { _ in }
    ) async throws -> Chain {
        let length = try await store.read { try $0.head()?.record.number ?? 0 }
        if let noted, noted.length > length { throw StoreFault.brokenChain(at: length + 1) }
        var walk = ChainWalk()
        while walk.length < length {
            let from = walk.length + 1
            let limit = min(batch, length - walk.length)
            let links = try await store.read { try $0.records(from: from, limit: limit) }
            for link in links {
                try walk.take(link)
                if let noted, noted.length == walk.length, noted.seal != walk.seal { throw StoreFault.brokenChain(at: walk.length) }
            }
            if links.isEmpty { throw StoreFault.brokenChain(at: from) }
            await progress(Progress(checked: walk.length, total: length))
        }
        try await checkAccounts(against: walk, progress: progress)
        return Chain(length: walk.length, seal: walk.seal)
    }

    private func checkAccounts(against walk: ChainWalk, progress: @Sendable (Progress) async -> Void) async throws {
        let members = walk.entries.keys.sorted()
        for start in stride(from: 0, to: members.count, by: batch) {
            let group = members[start..<min(start + batch, members.count)]
            let length = walk.length
            try await store.read { view in
                for member in group { try Self.checkAccount(of: member, upTo: length, seal: walk.entries[member], in: view) }
            }
            await progress(Progress(checked: walk.length + group.endIndex, total: walk.length + members.count))
        }
    }

    /// The store's own lists may have grown since the walk: entries of later links count for the balance, not for the seal.
    private static func checkAccount(of member: MemberID, upTo length: Int, seal: [UInt8]?, in view: any StoreView) throws {
        let entries = try view.entries(of: member)
        var walked = EntrySeal()
        var posted: [MoveKey: PostedMove] = [:]
        for entry in entries {
            if let record = entry.id.record, record <= length { try walked.take(entry) }
            posted.post(entry)
        }
        guard walked.bytes == seal else { throw StoreFault.balanceDiffers(member) }
        if let account = try view.account(of: member), account.posted != posted { throw StoreFault.balanceDiffers(member) }
    }
}
