import Logging
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ServiceLifecycle

/// Posts what falls due: at the start, where a new table has come into force, and whenever a new day begins in the club's zone (TI-10, RULES 10.15).
struct DuesKeeper: Service {
    let front: Front
    let logger: Logger
    let progress: @Sendable (_ seen: Int, _ all: Int) -> Void

    func run() async throws {
        guard front.desk.hasDues else { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown {
            await catchUp()
            // A new table comes with a start; from then on only the calendar calls for anything.
            while front.programme.inactivity != nil, !Task.isCancelled {
                // The calendar itself is waited for; a shutdown ends the wait, and no answer depends on it.
                try? await Task.sleep(for: .milliseconds(max(1, untilTomorrow)))
                if !Task.isCancelled { await catchUp() }
            }
        }
        try? await gracefulShutdown()
    }

    /// A store that is away now is asked again tomorrow; balances are right meanwhile, for dues count from their day, posted or not.
    private func catchUp() async {
        do { _ = try await front.desk.catchUp(at: front.clock(), progress: progress) } catch {
            logger.error("dues could not be posted: \(Refused(error).trouble.code.rawValue)")
        }
    }

    /// Milliseconds until the club's next midnight.
    private var untilTomorrow: Int {
        let now = front.clock()
        let calendar = front.programme.calendar
        return calendar.start(of: Day(serial: calendar.day(of: now).serial + 1)).milliseconds - now.milliseconds
    }
}
