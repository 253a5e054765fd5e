import LoyaltyModel
import Synchronization

@testable import LoyaltyService

/// A stripe writer that writes as a test says.
final class FakeStripeWriter: StripeWriting {
    private struct State {
        var readsBackEqual = true
        var written: [[Int: String]] = []
    }

    private let state = Mutex(State())

    /// Whether the next card reads back as it was written.
    var readsBackEqual: Bool {
        get { state.withLock { $0.readsBackEqual } }
        set { state.withLock { $0.readsBackEqual = newValue } }
    }
    /// The stripes of the cards that left the writer.
    var written: [[Int: String]] { state.withLock { $0.written } }

    var isReady: Bool { get async { true } }

    func write(_ tracks: [Int: String]) async throws {
        try state.withLock { state in
            guard state.readsBackEqual else { throw Trouble(.stripeNotWritten) }
            state.written.append(tracks)
        }
    }
}
