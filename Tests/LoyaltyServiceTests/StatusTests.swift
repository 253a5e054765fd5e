import HTTPTypes
import LoyaltyModel
import LoyaltyStorage
import Testing

@testable import LoyaltyService

@Suite struct `Statuses` {
    @Test(arguments: TroubleCode.allCases)
    func `a fault is a 5xx or the reader's own, everything else a 4xx, and a wait for the printer a 503`(code: TroubleCode) {
        let status = code.status.code
        switch code {
        case .printerNotReady, .printUncertain: #expect(status == 503)
        case .encryptingReader: #expect(status == 422)
        default: #expect((code.kind == .fault) == (status >= 500))
        }
    }

    @Test(arguments: [
        (StoreFault.full, 503, "store_full"), (.busy, 503, "store_fault"), (.failed("disk I/O error"), 503, "store_fault"),
        (.newerSchema(found: 9, known: 1), 503, "store_newer"), (.taken(.phone), 409, "phone_taken"),
    ])
    func `a store that fails is told as such, and the till sells without loyalty`(fault: StoreFault, status: Int, code: String) async throws {
        try await Till.open(store: BrokenStore(fault: fault)) { till, _ in
            for answer in [try await till.sell("T1", member: nil), try await till.get("/v1/health")] {
                #expect(answer.status == status && answer.code == code)
            }
        }
    }

    @Test func `nothing of an unexpected error goes out`() {
        struct Odd: Error { let number = "9001000000000000" }
        let refused = Refused(Odd())
        #expect(refused.trouble == Trouble(.unexpected) && refused.status.code == 500)
    }
}

/// A store that fails at everything.
private struct BrokenStore: LoyaltyStore {
    let fault: StoreFault

    func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer { throw fault }
    func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer { throw fault }
}
