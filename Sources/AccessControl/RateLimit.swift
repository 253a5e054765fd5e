public import LoyaltyModel
import Synchronization

/// So many of something in so much time, for each key: who asks more often waits.
///
/// A bucket that fills evenly: `most` at once, then one every `interval / most`. It holds a number of keys; when there are more, those that have waited
/// longest are full again anyway and make room. It is in memory: several services count apart.
public final class RateLimit: Sendable {
    private struct Bucket {
        /// The moment from which the bucket is full again, milliseconds.
        var full: Int
    }

    private let most: Int
    private let interval: Int
    private let room: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// At most `most` in `interval` milliseconds, for each of at most `room` keys.
    public init(most: Int, interval: Int, room: Int = 10_000) {
        self.most = max(1, most)
        self.interval = max(1, interval)
        self.room = max(1, room)
    }

    /// Takes one. Nil when there was one to take, else the milliseconds after which there is.
    public func take(_ key: String, at instant: Instant) -> Int? {
        let now = instant.milliseconds
        let each = max(1, interval / most)
        return buckets.withLock { buckets in
            // A clock that was set back makes nobody wait longer than an empty bucket does.
            let full = min(max(buckets[key]?.full ?? now, now), now + each * most)
            let wait = full + each - (now + each * most)
            guard wait <= 0 else { return wait }
            if buckets[key] == nil, buckets.count >= room { Self.makeRoom(in: &buckets, now) }
            buckets[key] = Bucket(full: full + each)
            return nil
        }
    }

    /// As `take`, refusing with a no that tells the seconds to wait.
    public func demand(_ key: String, at instant: Instant, refusing code: TroubleCode = .tooManyTries) throws(Trouble) {
        if let wait = take(key, at: instant) { throw Trouble(code, ["seconds": .count((wait + 999) / 1000)]) }
    }

    private static func makeRoom(in buckets: inout [String: Bucket], _ now: Int) {
        buckets = buckets.filter { $0.value.full > now }
        // All are being used up at the same time: the fullest half starts anew, which is those who asked least.
        guard let middle = buckets.values.map(\.full).sorted().dropFirst(buckets.count / 2).first else { return }
        buckets = buckets.filter { $0.value.full > middle }
    }
}
