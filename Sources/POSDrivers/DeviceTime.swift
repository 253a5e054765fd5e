/// The time that drivers go by: a clock that never goes back, and a way to wait.
public struct DeviceTime: Sendable {
    /// How long ago some fixed moment was.
    public var now: @Sendable () -> Duration
    /// Waits; ends early, with an error, when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void

    /// A time made of a clock and a wait that belong together.
    public init(now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The computer's time, as it passes while the computer is awake.
    public static var system: DeviceTime {
        let clock = SuspendingClock()
        let start = clock.now
        return DeviceTime(now: { start.duration(to: clock.now) }, sleep: { try await clock.sleep(for: $0) })
    }
}
