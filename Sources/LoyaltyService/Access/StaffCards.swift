import AccessControl
import LoyaltyModel
import Synchronization

/// Staff cards that a reader of this computer has just read, each under a name that says nothing of it and serves once.
final class StaffCards: Sendable {
    /// So long a name is good for signing in, milliseconds.
    static let lifetime = 30_000
    private static let capacity = 16

    private struct Card: Sendable {
        let name: String
        let access: AccessID
        let since: Instant

        func isFresh(at instant: Instant) -> Bool { (0..<StaffCards.lifetime).contains(instant.milliseconds - since.milliseconds) }
    }

    private struct State {
        var cards: [Card] = []
        var next = 0
        var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Keeps whose card was read, and offers its name to whoever waits to sign in at this computer.
    func offer(_ access: AccessID, at instant: Instant) {
        let name = (0..<4).map { _ in String(UInt32.random(in: 0...UInt32.max), radix: 36) }.joined(separator: "-")
        state.withLock { state in
            state.cards.removeAll { !$0.isFresh(at: instant) }
            if state.cards.count >= Self.capacity { state.cards.removeFirst() }
            state.cards.append(Card(name: name, access: access, since: instant))
            for listener in state.listeners.values { listener.yield(name) }
        }
    }

    /// Whose card stands behind a name, once.
    func take(_ name: String, at instant: Instant) -> AccessID? {
        state.withLock { state in
            guard let place = state.cards.firstIndex(where: { $0.name == name && $0.isFresh(at: instant) }) else { return nil }
            return state.cards.remove(at: place).access
        }
    }

    /// The names of cards that are read from now on.
    func names() -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in self?.forget(number) }
        return stream
    }

    private func forget(_ number: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: number) } }
}
