import LoyaltyModel
import PointOfService
import Synchronization

@testable import LoyaltyService

/// A press that remembers which slips it was asked for.
final class FakeSlips: SlipPrinting {
    struct Printed: Sendable {
        let slip: DeskSlip
        let language: Language
        let place: DeviceRole
    }

    private let state = Mutex<[Printed]>([])

    /// The slips that came out.
    var printed: [Printed] { state.withLock { $0 } }

    func preview(_ slip: DeskSlip, in language: Language) async throws -> [UInt8] { [0x89, 0x50, 0x4E, 0x47] }

    func print(_ slip: DeskSlip, in language: Language, at place: DeviceRole) async throws -> PrintOutcome {
        state.withLock { $0.append(Printed(slip: slip, language: language, place: place)) }
        return .confirmed
    }
}
