/// How often, and after which pause, something is tried that may be refused right after plugging in.
///
/// udev sets the rights of a new device node, and the kernel binds its drivers, within about half a second.
/// Source: libusb issue 1586.
public struct Patience: Sendable {
    /// Attempts in all, at least one is made.
    public var attempts: Int
    /// What passes between two attempts.
    public var pause: @Sendable () async throws -> Void

    /// `attempts` in all, with `pause` between them.
    public init(attempts: Int, pause: @escaping @Sendable () async throws -> Void) {
        self.attempts = attempts
        self.pause = pause
    }

    /// Six attempts in half a second.
    public static let afterPlugging = Patience(attempts: 6) { try await Task.sleep(for: .milliseconds(100)) }

    /// Tries until it works, fails for a reason that does not pass, the attempts are used up, or the task is cancelled.
    func attempt<T>(_ work: () async throws(LibUSBCode) -> T) async throws(LibUSBCode) -> T {
        for _ in 1..<max(attempts, 1) {
            do throws(LibUSBCode) {
                return try await work()
            } catch {
                guard error.mayPass, (try? await pause()) != nil else { throw error }
            }
        }
        return try await work()
    }
}
