import Synchronization
import Testing

@testable import USBTransport

struct PatienceTests {
    // Source: `enum libusb_error`.
    private static let denied = LibUSBCode(-3)
    private static let gone = LibUSBCode(-4)
    private static let busy = LibUSBCode(-6)

    @Test func `what is denied right after plugging in is tried again until it works`() async throws {
        let pauses = Counter()
        let tries = Counter()
        let patience = Patience(attempts: 6) { pauses.add() }
        let answer = try await patience.attempt { () throws(LibUSBCode) -> Int in
            if tries.add() < 4 { throw Self.denied }
            return 7
        }
        #expect(answer == 7 && tries.count == 4 && pauses.count == 3)
    }

    @Test(arguments: [denied, busy])
    func `patience ends after its attempts`(code: LibUSBCode) async {
        let tries = Counter()
        await #expect(throws: code) {
            try await Patience(attempts: 3) {}.attempt { () throws(LibUSBCode) -> Int in
                tries.add()
                throw code
            }
        }
        #expect(tries.count == 3)
    }

    @Test func `what will not pass is tried once`() async {
        let tries = Counter()
        await #expect(throws: Self.gone) {
            try await Patience(attempts: 3) {}.attempt { () throws(LibUSBCode) -> Int in
                tries.add()
                throw Self.gone
            }
        }
        #expect(tries.count == 1)
    }

    @Test func `a cancelled wait ends with the reason for waiting`() async {
        await #expect(throws: Self.busy) {
            try await Patience(attempts: 3) { throw CancellationError() }.attempt { () throws(LibUSBCode) -> Int in
                throw Self.busy
            }
        }
    }
}

private final class Counter: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .acquiring) }

    @discardableResult func add() -> Int { number.add(1, ordering: .acquiringAndReleasing).newValue }
}
