import Foundation
public import LoyaltyModel

extension Instant {
    /// This moment, by the system's clock.
    @Sendable public static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000)
    }
}
