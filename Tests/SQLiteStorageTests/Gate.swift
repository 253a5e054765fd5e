import Foundation
import Synchronization

/// Holds a body on the writer's thread until the test lets it go.
final class Gate: Sendable {
    private let isEntered = Mutex(false)
    private let semaphore = DispatchSemaphore(value: 0)

    /// Called by the body: waits until the gate is opened.
    func enter() {
        isEntered.withLock { $0 = true }
        semaphore.wait()
    }

    func untilEntered() async {
        while !isEntered.withLock({ $0 }) { await Task.yield() }
    }

    func open() { semaphore.signal() }
}
