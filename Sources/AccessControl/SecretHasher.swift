import Dispatch
import LoyaltyModel
import LoyaltySeals
import Synchronization

/// Makes hashes one after the other, away from the threads that serve: what one costs in time and memory is the most that they cost together.
final class SecretHasher: Sendable {
    /// More than so many do not wait.
    private static let room = 64

    private let queue = DispatchQueue(label: "memberlane.secrets", qos: .userInitiated)
    private let waiting = Mutex(0)

    /// The hash of a new secret.
    func hash(of secret: [UInt8], cost: SecretHash.Cost) async throws -> SecretHash {
        let hash = try await run { SecretHash(of: secret, salt: AccessToken.random(bytes: SecretHash.saltLength), cost: cost) }
        guard let hash else { throw Trouble(.unexpected, detail: "there is no memory for a hash") }
        return hash
    }

    /// Whether a kept hash is that of a secret.
    func matches(_ hash: SecretHash, _ secret: [UInt8]) async throws -> Bool { try await run { hash.matches(secret) } }

    private func run<Answer: Sendable>(_ body: @escaping @Sendable () -> Answer) async throws -> Answer {
        let mayWait = waiting.withLock { waiting in
            guard waiting < Self.room else { return false }
            waiting += 1
            return true
        }
        guard mayWait else { throw Trouble(.tooManyTries, ["seconds": .count(5)]) }
        return await withCheckedContinuation { continuation in
            queue.async {
                let answer = body()
                self.waiting.withLock { $0 -= 1 }
                continuation.resume(returning: answer)
            }
        }
    }
}
