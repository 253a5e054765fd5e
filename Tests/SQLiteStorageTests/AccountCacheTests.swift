import LoyaltyModel
import StorageContract
import Testing

@testable import SQLiteStorage

struct AccountCacheTests {
    private let cache = AccountCache<MemberAccount>(capacity: 10) { 1 + $0.sales.count }

    @Test func `an account is kept for its own revision only`() {
        keep("m1", sales: 2, at: 5)
        #expect(cache.value(of: "m1", at: 5)?.sales.count == 2)
        #expect(cache.value(of: "m1", at: 4) == nil)
        #expect(cache.value(of: "m1", at: 6) == nil)
        #expect(cache.value(of: "m2", at: 5) == nil)
    }

    @Test func `a reader of an older commit does not put its account over a newer one`() {
        keep("m1", sales: 3, at: 6)
        keep("m1", sales: 2, at: 5)
        #expect(cache.value(of: "m1", at: 6)?.sales.count == 3)
    }

    @Test func `an account kept again and again weighs once`() {
        keep("m2", sales: 1, at: 1)
        for revision in 1...100 { keep("m1", sales: 5, at: revision) }
        #expect(cache.value(of: "m2", at: 1) != nil)
        #expect(cache.value(of: "m1", at: 100) != nil)
    }

    @Test func `what is used stays and what is not goes`() {
        keep("idle", sales: 0, at: 1)
        keep("used", sales: 0, at: 1)
        for turn in 0..<40 {
            keep(MemberID("m\(turn)"), sales: 1, at: 1)
            #expect(cache.value(of: "used", at: 1) != nil)
        }
        #expect(cache.value(of: "idle", at: 1) == nil)
    }

    private func keep(_ id: MemberID, sales: Int, at revision: Int) { cache.keep(account(id, sales: sales), of: id, at: revision) }

    private func account(_ id: MemberID, sales: Int) -> MemberAccount {
        MemberAccount(member: Samples.member(id), sales: (0..<sales).map { Samples.sale(TicketID("\($0)"), of: id) })
    }
}
