import Foundation
import LoyaltyModel

/// A database that belongs to another club.
struct OtherClub: LocalizedError {
    let kept: ProgrammeVersion
    let wanted: ProgrammeID

    var errorDescription: String? { "this database is another club's: it was opened with “\(kept)”, not with “\(wanted)”" }
    var recoverySuggestion: String? { "Name another file with --database, or the club's own table with --programme. Nothing was changed." }
}
