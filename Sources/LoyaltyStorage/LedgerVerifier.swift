internal import LoyaltyModel

/// Walks a whole journal and says where it has been tampered with.
///
/// Held against the chain are: the numbers, without a gap; every seal; every entry's balance and place; and then, member by member, that what
/// the store keeps at hand is what the entries come to. The last links can be cut off without breaking a chain: whoever notes the answer of one walk
/// (`Chain`, printed with a backup) and gives it to a later one as `containing` finds that too.
public struct LedgerVerifier: Sendable {
    /// How far the walk is: first along the links, then from member to member.
    public struct Progress: Sendable, Hashable {
        /// Links checked so far.
        public let links: Int
        /// Links there were when the walk began, or more when some came in since.
        public let allLinks: Int
        /// Members whose accounts have been checked.
        public let members: Int
    }

    /// A chain that has been walked, by its end: to be noted and held against a later walk.
    public struct Chain: Sendable, Hashable {
        /// How many links it had; zero for an empty journal.
        public let length: Int
        /// The seal of the last link, 32 bytes.
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

    /// Walks the journal to its end, also what is appended meanwhile.
    ///
    /// Throws `StoreFault.brokenChain` at the first link that is missing, altered or misplaced, and `StoreFault.balanceDiffers` for the first
    /// member whose kept account is not what the journal comes to.
    public func verify(
        containing noted: Chain? = nil, progress: @Sendable (Progress) async -> Void = { _ in }
    ) async throws -> Chain {
        var walk = ChainWalk()
        let length = try await store.read { try $0.head()?.record.number ?? 0 }
        if let noted, noted.length > length { throw StoreFault.brokenChain(at: length + 1) }
        while walk.length < length {
            for link in try await links(from: walk.length + 1, upTo: length) {
                try walk.take(link)
                if let noted, noted.length == walk.length, noted.seal != walk.seal { throw StoreFault.brokenChain(at: walk.length) }
            }
            await progress(Progress(links: walk.length, allLinks: length, members: 0))
        }
        try await checkAccounts(against: &walk, progress: progress)
        return Chain(length: walk.length, seal: walk.seal)
    }

    private func links(from number: Int, upTo length: Int) async throws -> [SealedRecord] {
        let limit = min(batch, length - number + 1)
        let links = try await store.read { try $0.records(from: number, limit: limit) }
        if links.isEmpty { throw StoreFault.brokenChain(at: number) }
        return links
    }

    private func checkAccounts(against walk: inout ChainWalk, progress: @Sendable (Progress) async -> Void) async throws {
        var last: MemberID?
        var count = 0
        repeat {
            let (after, limit) = (last, batch)
            let step = try await store.read { [walk] in try AccountCheck(walk: walk, in: $0, after: after, limit: limit) }
            walk = step.walk
            last = step.last
            count += step.count
            await progress(Progress(links: walk.length, allLinks: walk.length, members: count))
        } while last != nil
    }
}

/// One transaction of the walk from member to member: first it takes the links that have come in since, then it compares.
private struct AccountCheck: Sendable {
    private(set) var walk: ChainWalk
    let count: Int
    /// The last member checked; nil when there was none left.
    let last: MemberID?

    init(walk: ChainWalk, in view: any StoreView, after: MemberID?, limit: Int) throws {
        self.walk = walk
        for link in try view.records(from: walk.length + 1, limit: .max) { try self.walk.take(link) }
        let members = try view.members(after: after, limit: limit)
        for member in members {
            guard try view.account(of: member)?.posted ?? [:] == self.walk.posted[member] ?? [:] else { throw StoreFault.balanceDiffers(member) }
        }
        count = members.count
        last = members.last
    }
}
