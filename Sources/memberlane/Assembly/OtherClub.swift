import Foundation
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// A database that belongs to another club.
struct OtherClub: LocalizedError {
    let kept: ProgrammeVersion
    let wanted: ProgrammeID

    var errorDescription: String? { "this database is another club's: it was opened with “\(kept)”, not with “\(wanted)”" }
    var recoverySuggestion: String? { "Name another file with --database, or the club's own table. Nothing was changed." }

    /// Throws when any table published in a database is another club's than `programme`.
    static func refuse(_ published: [PublishedProgramme], for programme: Programme) throws(OtherClub) {
        guard let other = published.first(where: { !$0.version.rawValue.hasPrefix("\(programme.id) ") }) else { return }
        throw OtherClub(kept: other.version, wanted: programme.id)
    }
}
