import Hummingbird
import LoyaltyModel
import LoyaltyRules

extension Front {
    /// The page of the front desk: what is looked up, written down and handed over there.
    func frontDeskPage(_ asking: Asking) async throws -> Response {
        try page(.frontDesk, asking) { FrontDeskScript(words: words(of: .frontDesk, in: $0), desk: FrontDeskScript.Areas(programme)) }
    }
}

/// What the front desk's script needs to know.
private struct FrontDeskScript: Encodable {
    /// The areas that the programme's table has.
    struct Areas: Encodable {
        let hasPrices: Bool
        let hasVisits: Bool
        let hasSlip: Bool
        let intakes: [Feedback.Kind]
        let hasPasses: Bool
        let hasPickUps: Bool
        let hasDirectory: Bool
        let hasQueue: Bool

        init(_ programme: Programme) {
            let desk = programme.desk
            hasPrices = desk.prices != nil
            hasVisits = desk.visits != nil
            hasSlip = desk.visits?.hasSlip == true
            intakes = Feedback.Kind.allCases.filter { desk.intake(of: $0) != nil }
            hasPasses = desk.passes != nil
            hasPickUps = desk.pickups != nil
            hasDirectory = !desk.directory.isEmpty || programme.contact != nil
            hasQueue = programme.benefits.contains { $0.isPriority && !$0.isRequested }
        }
    }

    let words: PageWords
    let desk: Areas
}
