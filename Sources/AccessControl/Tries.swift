import LoyaltyModel
import LoyaltyStorage

/// Wrong tries to sign in, as one person or from one address. They are in the store, so that a restart does not forget them.
///
/// A try counts as wrong until it turns out right, so that many at once are not more than many after each other.
struct Tries: Codable, Sendable {
    /// So many are free; after each further one there is a wait, from half a minute on, doubled each time up to an hour.
    enum Allowance: Int {
        case person = 5
        case address = 20
    }

    private static let firstWait = 30_000
    private static let longestWait = 3_600_000
    private static let remembered = 24 * 3_600_000

    private(set) var wrong = 0
    /// From when on the next try is taken.
    private(set) var next = Instant(milliseconds: 0)

    /// Counts a try; `too_many_tries` with the seconds to wait when it is too early.
    static func count(_ key: String, _ allowance: Allowance, at instant: Instant, in transaction: any StoreTransaction) throws {
        var tries = try kept(key, at: instant, in: transaction)
        guard instant >= tries.next else {
            throw Trouble(.tooManyTries, ["seconds": .count((tries.next.milliseconds - instant.milliseconds + 999) / 1000)])
        }
        tries.wrong += 1
        let beyond = tries.wrong - allowance.rawValue
        if beyond >= 0 { tries.next = Instant(milliseconds: instant.milliseconds + min(longestWait, firstWait << min(beyond, 10))) }
        try transaction.keep(PassingNote(.tries, key, until: Instant(milliseconds: instant.milliseconds + remembered), tries))
    }

    /// A try was right: the person starts anew, and the address has one less.
    static func wasRight(person: String, address: String, at instant: Instant, in transaction: any StoreTransaction) throws {
        try transaction.forget(.tries, person)
        var tries = try kept(address, at: instant, in: transaction)
        tries.wrong = max(0, tries.wrong - 1)
        tries.next = instant
        try transaction.keep(PassingNote(.tries, address, until: Instant(milliseconds: instant.milliseconds + remembered), tries))
        try transaction.forget(.tries, endedBy: instant)
    }

    private static func kept(_ key: String, at instant: Instant, in view: any StoreView) throws -> Tries {
        guard let note = try view.note(.tries, key), note.until > instant else { return Tries() }
        return try note.value()
    }
}
