public import LoyaltyModel

/// Somebody who is signed in, as the store keeps it under the digest of the cookie.
struct StaffSession: Codable, Sendable {
    let access: AccessID
    let began: Instant
    /// When the person did something last.
    var used: Instant
    /// When it is over, whatever the person does.
    let ends: Instant
    /// Whether it locks when nothing is done; a kiosk's does not.
    let locks: Bool
}

/// What stands behind a cookie.
public enum SessionState: Sendable {
    /// Somebody who is signed in.
    case signedIn(Caller)
    /// Somebody who was, and has done nothing for too long: who, to be asked for the PIN.
    case locked(AccessID)
    /// Nobody, or nobody any more.
    case none
}
