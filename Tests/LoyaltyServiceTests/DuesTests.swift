import Logging
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import Testing

@testable import LoyaltyService

@Suite("What falls due")
struct DuesTests {
    @Test func `KM-04: a new table is brought to every account as the service starts, also of who does not come back`() async throws {
        let store = MemoryStore()
        try await Till.open(store: store) { till, _ in
            for member in ["A", "B"] { try await till.join(member) }
        }
        try await DuesKeeper.start(on: store, under: ProgrammeBook.followed { $0.earning.joining?.points = Points(40) })
        let posted = try await store.read { view in
            try ["A", "B"].map { try view.account(of: MemberID($0))?.posted.values.reduce(0) { $0 + $1.amount } }
        }
        // 60 for the car, and 40 where there were 30 for joining.
        #expect(posted == [100, 100])
    }

    @Test func `a table that is the first has nothing to bring`() throws {
        #expect(!(try Desk.ofTest(MemoryStore()).hasDues))
    }
}

extension ProgrammeBook {
    /// The car club's table after a change, and the one before it.
    fileprivate static func followed(by change: (inout Programme) -> Void) throws -> ProgrammeBook {
        let old = try Desk.ofTest(MemoryStore()).programme
        var new = old
        new.version = ProgrammeVersion("\(old.version) new")
        change(&new)
        return ProgrammeBook(current: new, earlier: [old])
    }
}

extension DuesKeeper {
    /// Starts a service's keeper on a store and waits until it has seen all members.
    fileprivate static func start(on store: any LoyaltyStore, under book: ProgrammeBook) async throws {
        let (steps, told) = AsyncStream<Bool>.makeStream()
        let service = try LoyaltyService(
            desk: Desk(store: store, book: book, codes: nil, serials: RandomSerials()), doorkeeper: .ofTest(store),
            listen: ListenAddress(parsing: "127.0.0.1:0"))
        let keeper = DuesKeeper(front: service.front, logger: Logger(label: "test")) { seen, all in told.yield(seen >= all) }
        let work = Task { try await keeper.run() }
        for await isDone in steps where isDone { break }
        work.cancel()
        try await work.value
    }
}
