import LoyaltyModel
import StorageContract
import Testing

@testable import SQLiteStorage

struct AccountCacheTests {
    private let cache = AccountCache(capacity: 10)

    @Test func `an account is kept for its own revision only`() {
        cache.keep(account("m1", sales: 2), at: 5)
        #expect(cache.account(of: "m1", at: 5)?.sales.count == 2)
        #expect(cache.account(of: "m1", at: 4) == nil)
        #expect(cache.account(of: "m1", at: 6) == nil)
        #expect(cache.account(of: "m2", at: 5) == nil)
    }

    @Test func `a reader of an older commit does not put its account over a newer one`() {
        cache.keep(account("m1", sales: 3), at: 6)
        cache.keep(account("m1", sales: 2), at: 5)
        #expect(cache.account(of: "m1", at: 6)?.sales.count == 3)
    }

    @Test func `an account kept again and again weighs once`() {
        cache.keep(account("m2", sales: 1), at: 1)
        for revision in 1...100 { cache.keep(account("m1", sales: 5), at: revision) }
        #expect(cache.account(of: "m2", at: 1) != nil)
        #expect(cache.account(of: "m1", at: 100) != nil)
    }

    @Test func `what is used stays and what is not goes`() {
        cache.keep(account("idle", sales: 0), at: 1)
        cache.keep(account("used", sales: 0), at: 1)
        for turn in 0..<40 {
            cache.keep(account(MemberID("m\(turn)"), sales: 1), at: 1)
            #expect(cache.account(of: "used", at: 1) != nil)
        }
        #expect(cache.account(of: "idle", at: 1) == nil)
    }

    private func account(_ id: MemberID, sales: Int) -> MemberAccount {
        MemberAccount(member: Samples.member(id), sales: (0..<sales).map { Samples.sale(TicketID("\($0)"), of: id) })
    }
}
