import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// What a card is that was read where a certain one was asked for.
private enum ReadCard {
    /// The card that is being exchanged or made anew.
    case old
    /// The one that is being made.
    case new
    /// A print that was given up.
    case waste
    /// An earlier card of the member, given up for another.
    case retired(since: Instant)
    case lost(since: Instant)
    case anothers
    case unknown

    init(_ number: CardNumber, of job: CardJob, in view: any StoreView) throws {
        guard let card = try view.card(number) else {
            self = .unknown
            return
        }
        if card.member != job.member {
            self = .anothers
        } else if number == job.newCard {
            self = .new
        } else {
            self =
                switch card.state {
                case .unused: .waste
                case .lost: .lost(since: card.since)
                case .replaced: .retired(since: card.since)
                case .valid, .pending: .old
                }
        }
    }
}

extension Desk {
    /// What is wrong with a card that was read back; nil when it is the one printed last.
    func objection(toNewCard number: CardNumber, of job: CardJob, in view: any StoreView) throws -> Trouble? {
        switch try ReadCard(number, of: job, in: view) {
        case .new: nil
        case .old: Trouble(.wrongCardOld, field: "value")
        case let other: objection(to: other, unknown: .wrongCard)
        }
    }

    /// What is wrong with a card that was handed in; nil when it is the one to be exchanged.
    func objection(toOldCard number: CardNumber, of job: CardJob, in view: any StoreView) throws -> Trouble? {
        switch try ReadCard(number, of: job, in: view) {
        case .old: nil
        case .new: Trouble(.notTheOldCard, field: "value")
        case let other: objection(to: other, unknown: .notTheOldCard)
        }
    }

    private func objection(to card: ReadCard, unknown: TroubleCode) -> Trouble {
        switch card {
        case .waste: Trouble(.wrongCardSpoiled, field: "value")
        case .retired(let since): Trouble(.cardReplaced, ["day": .day(programme.calendar.day(of: since))], field: "value")
        case .lost(let since): Trouble(.cardLost, ["day": .day(programme.calendar.day(of: since))], field: "value")
        case .anothers: Trouble(.wrongCardAnothers, field: "value")
        case .unknown, .old, .new: Trouble(unknown, field: "value")
        }
    }
}
