import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

struct StoredFormTests {
    @Test func `a record lies as JSON with sorted keys and plain slashes`() throws {
        let link = try SealedRecord.link(number: 1, after: nil, at: Samples.instant(), fact: .voided("T/1"), entries: [])
        #expect(
            String(decoding: link.bytes, as: UTF8.self)
                == #"{"at":"2017-01-01T00:00:00Z","entries":[],"fact":{"voided":{"_0":"T/1"}},"number":1}"#)
    }

    @Test func `bytes that are no value are a fault that does not quote them`() {
        #expect(throws: StoreFault.failed("a stored Member could not be read")) {
            _ = try StoredForm.value(Member.self, in: Array(#"{"name":"A. B."}"#.utf8))
        }
    }

    @Test(arguments: StoreFaultSamples.all)
    func `every fault says what is wrong and the way out`(fault: StoreFault) {
        #expect(fault.errorDescription?.isEmpty == false)
        #expect(fault.recoverySuggestion?.isEmpty == false)
    }
}

enum StoreFaultSamples {
    static let all: [StoreFault] = [
        .cannotOpen(what: "a", why: "b"), .newerSchema(found: 2, known: 1), .full, .busy, .brokenChain(at: 1), .balanceDiffers("m1"), .taken(.phone),
        .taken(.claimedTicket), .taken(.cardNumber), .taken(.answerKey), .taken(.programmeVersion), .entryRefused("1.0"), .failed("x"),
    ]
}
