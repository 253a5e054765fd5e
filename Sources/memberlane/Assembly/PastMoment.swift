import Foundation
import LoyaltyModel

/// A moment at which a database already knows what came after.
struct PastMoment: LocalizedError {
    let wanted: Instant
    let known: Instant

    var errorDescription: String? { "the database knows what happened until \(known), and cannot be compared as it was at \(wanted)" }
    var recoverySuggestion: String? { "Name that moment or a later one with --at, or leave it out." }
}
