import LoyaltyModel
import Synchronization

/// A clock that a test sets.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_784_000_000_000))

    var now: Instant { time.withLock { $0 } }

    func advance(seconds: Int) { time.withLock { $0 = Instant(milliseconds: $0.milliseconds + seconds * 1000) } }
}
