import CLibUSB
import Synchronization
import Testing
import USBContract

@testable import USBTransport

struct PatienceTests {
    @Test func `what is denied right after plugging in is tried again until it works`() async throws {
        let pauses = Counter()
        let tries = Counter()
        let patience = Patience(attempts: 6) { pauses.add() }
        let answer = try await patience.attempt { () throws(LibUSBCode) -> Int in
            if tries.add() < 4 { throw LibUSBCode(LIBUSB_ERROR_ACCESS.rawValue) }
            return 7
        }
        #expect(answer == 7 && tries.count == 4 && pauses.count == 3)
    }

    @Test(arguments: [LIBUSB_ERROR_ACCESS, LIBUSB_ERROR_BUSY])
    func `patience ends after its attempts`(code: libusb_error) async {
        let tries = Counter()
        await #expect(throws: LibUSBCode(code.rawValue)) {
            try await Patience(attempts: 3) {}.attempt { () throws(LibUSBCode) -> Int in
                tries.add()
                throw LibUSBCode(code.rawValue)
            }
        }
        #expect(tries.count == 3)
    }

    @Test func `what will not pass is tried once`() async {
        let tries = Counter()
        await #expect(throws: LibUSBCode(LIBUSB_ERROR_NO_DEVICE.rawValue)) {
            try await Patience(attempts: 3) {}.attempt { () throws(LibUSBCode) -> Int in
                tries.add()
                throw LibUSBCode(LIBUSB_ERROR_NO_DEVICE.rawValue)
            }
        }
        #expect(tries.count == 1)
    }

    @Test func `a cancelled wait ends with the reason for waiting`() async {
        await #expect(throws: LibUSBCode(LIBUSB_ERROR_BUSY.rawValue)) {
            try await Patience(attempts: 3) { throw CancellationError() }.attempt { () throws(LibUSBCode) -> Int in
                throw LibUSBCode(LIBUSB_ERROR_BUSY.rawValue)
            }
        }
    }
}

private final class Counter: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .acquiring) }

    @discardableResult func add() -> Int { number.add(1, ordering: .acquiringAndReleasing).newValue }
}
