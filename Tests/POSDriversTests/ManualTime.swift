import POSDrivers
import Synchronization

/// A time that passes only when a test lets it.
final class ManualTime: Sendable {
    private struct Sleeper {
        let duration: Duration
        let due: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var last = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var awaited: [(duration: Duration, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var device: DeviceTime { DeviceTime(now: { self.state.withLock { $0.now } }, sleep: { try await self.sleep($0) }) }

    func sleep(_ duration: Duration) async throws {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let awaited = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
                    if state.cancelled.remove(number) != nil { return nil }
                    state.sleepers[number] = Sleeper(duration: duration, due: state.now + duration, continuation: continuation)
                    defer { state.awaited.removeAll { $0.duration == duration } }
                    return state.awaited.filter { $0.duration == duration }.map(\.continuation)
                }
                if awaited == nil { continuation.resume(throwing: CancellationError()) }
                for waiting in awaited ?? [] { waiting.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                if state.sleepers[number] == nil { state.cancelled.insert(number) }
                return state.sleepers.removeValue(forKey: number)
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Lets time pass at once, whoever waits or does not.
    func advance(_ duration: Duration) {
        let due = state.withLock { state -> [Sleeper] in
            state.now += duration
            let due = state.sleepers.filter { $0.value.due <= state.now }
            for number in due.keys { state.sleepers[number] = nil }
            return Array(due.values)
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Waits until somebody waits for exactly `duration`, then lets that much time pass.
    func pass(_ duration: Duration) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                let isThere = state.sleepers.values.contains { $0.duration == duration }
                if !isThere { state.awaited.append((duration, continuation)) }
                return isThere
            }
            if isThere { continuation.resume() }
        }
        advance(duration)
    }

    /// Lets the time come for which somebody waits next, of those who wait as long as `isWanted`; where nobody does, lets others go on.
    func passNext(_ isWanted: (Duration) -> Bool) async {
        let due = state.withLock { state -> [Sleeper] in
            guard let next = state.sleepers.values.filter({ isWanted($0.duration) }).map(\.due).min() else { return [] }
            state.now = max(state.now, next)
            let due = state.sleepers.filter { $0.value.due <= state.now && isWanted($0.value.duration) }
            for number in due.keys { state.sleepers[number] = nil }
            return Array(due.values)
        }
        for sleeper in due { sleeper.continuation.resume() }
        await Task.yield()
    }
}
