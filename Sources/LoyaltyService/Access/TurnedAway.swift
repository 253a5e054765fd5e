import AccessControl
import LoyaltyModel

/// A no to somebody who is known but may not: with who it is, so that a page can lead them to what is theirs.
struct TurnedAway: Error {
    let caller: Caller

    var trouble: Trouble { Trouble(.notAllowed, detail: "this is not open to the role \(caller.role.rawValue)") }
}
