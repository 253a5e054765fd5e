import LoyaltyModel
import Synchronization

/// What this process knows of callers, by the digest of what they showed, so that not every request has to ask the store or hash a secret.
final class CallerMemory: Sendable {
    /// A caller as the store had it a moment ago.
    struct Known: Sendable {
        let caller: Caller
        /// When the store was asked.
        let asked: Instant
        var session: StaffSession?
    }

    private struct State {
        var known: [String: Known] = [:]
        /// The kept hash that a token was found to match, by the token's digest.
        var proven: [String: String] = [:]
        /// Tokens whose hash is being made, by the token's digest: whoever brings the same meanwhile waits for the same.
        var proving: [String: Task<Bool, any Error>] = [:]
        /// When a use was noted last.
        var noted: [AccessID: Instant] = [:]
    }

    private static let room = 4096
    private let state = Mutex(State())

    /// A caller, if the store was asked at most `span` milliseconds ago.
    func known(_ digest: String, at instant: Instant, within span: Int) -> Known? {
        state.withLock { state in
            guard let known = state.known[digest] else { return nil }
            let age = instant.milliseconds - known.asked.milliseconds
            return (0..<span).contains(age) ? known : nil
        }
    }

    /// The use of a session as this process saw it last.
    func lastUse(of digest: String) -> Instant? { state.withLock { $0.known[digest]?.session?.used } }

    func keep(_ known: Known, _ digest: String) {
        state.withLock { state in
            if state.known.count >= Self.room { state.known.removeAll() }
            state.known[digest] = known
        }
    }

    func forget(_ digest: String) { state.withLock { _ = $0.known.removeValue(forKey: digest) } }

    /// Forgets everybody of an entry.
    func forget(_ access: AccessID) { state.withLock { state in state.known = state.known.filter { $0.value.caller.access != access } } }

    /// Whether a token matches the kept hash: known from before, or tried now, once for all who bring it at the same time.
    func proves(_ digest: String, _ hash: String, _ matches: @escaping @Sendable () async throws -> Bool) async throws -> Bool {
        let trial: Task<Bool, any Error>? = state.withLock { state in
            if state.proven[digest] == hash { return nil }
            if let running = state.proving[digest] { return running }
            let begun = Task { try await matches() }
            state.proving[digest] = begun
            return begun
        }
        guard let trial else { return true }
        let result = await trial.result
        state.withLock { state in
            state.proving[digest] = nil
            guard case .success(true) = result else { return }
            if state.proven.count >= Self.room { state.proven.removeAll() }
            state.proven[digest] = hash
        }
        return try result.get()
    }

    /// Whether a use is to be noted in the store: at most one in `span` milliseconds.
    func mayNote(useOf access: AccessID, at instant: Instant, every span: Int) -> Bool {
        state.withLock { state in
            if let last = state.noted[access], (0..<span).contains(instant.milliseconds - last.milliseconds) { return false }
            state.noted[access] = instant
            return true
        }
    }
}
