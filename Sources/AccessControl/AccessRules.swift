public import LoyaltySeals

/// How long somebody stays signed in, and what a wrong try costs. Times are milliseconds.
public struct AccessRules: Sendable {
    /// Without anything done by the person, a page locks after this.
    public var lockAfter = 10 * 60_000
    /// Whoever signs in has to do so again after this, whatever they do.
    public var signedInFor = 14 * 3_600_000
    /// A kiosk stays paired for this.
    public var pairedFor = 366 * 86_400_000
    /// What is known of a caller is asked of the store again after this: so long a revocation by another process takes at most.
    public var knownFor = 1000
    /// A use is noted at most once in this.
    public var noteUseEvery = 60_000
    /// What a guess at a PIN or token costs.
    public var cost = SecretHash.Cost.usual

    /// The usual rules.
    public init() {}

    /// A use of a session is noted this often: locking is as exact as that after a restart.
    var noteSessionEvery: Int { min(noteUseEvery, lockAfter / 10) }
}
