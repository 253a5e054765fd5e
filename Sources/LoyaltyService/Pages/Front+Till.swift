import AccessControl
import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension Front {
    /// The page of the till.
    func tillPage(_ asking: Asking) async throws -> Response {
        try page(.till, asking) {
            TillScript(words: words(of: .till, in: $0), club: TillClub(programme, $0, on: programme.calendar.day(of: clock())), mayDecide: mayDecide(asking))
        }
    }

    /// Whether the reader may decide on benefit requests; the answer to a decision is what counts, this only spares them the button.
    func mayDecide(_ asking: Asking) -> Bool { asking.caller?.role == .manager }
}

/// What the till's script needs to know.
private struct TillScript: Encodable {
    let words: PageWords
    let club: TillClub
    let mayDecide: Bool
}
