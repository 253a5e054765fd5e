public import LoyaltyModel

extension PhraseKey {
    /// The gaps of the sentence by name, the same in every language. The rules may pass more values than a sentence uses.
    public var gaps: [String: PhraseGap] {
        switch self {
        case .tierTakesOff: ["tier": .words, "rate": .reduction, "list": .money, "amount": .money]
        case .tierPays: ["tier": .words, "rate": .payment, "list": .money, "price": .money]
        case .extraOnBirthday: ["rate": .payment, "extra": .payment, "list": .money, "price": .money]
        case .extraOnFestival: ["festival": .words, "rate": .payment, "extra": .payment, "list": .money, "price": .money]
        case .costFloorTrimmed: ["floor": .money, "amount": .money]
        case .pointsForJoining, .pointsForProfile, .pointsWaiting, .correction: ["points": .points]
        case .pointsForOrdinal: ["ordinal": .count, "points": .points]
        case .pointsForSpend: ["paid": .money, "points": .points, "step": .points, "per": .money]
        case .needsApproval, .taskAskApproval: ["amount": .money]
        case .sayWelcome, .sayThanks: ["name": .name]
        case .sayBalance: ["points": .points, "tier": .words]
        case .sayBalanceWaiting, .sayEarned, .sayNewBalance: ["points": .points]
        case .sayTierReached, .taskFirstCard: ["tier": .words]
        case .taskExchangeCard: ["from": .words, "tier": .words]
        case .taskGift: ["gift": .words]
        case .roundedToMinorUnit, .pointsNotEarned, .noPointsBeyondTable, .approvalUndecided, .approvalRefused, .approvalForeign, .approvalUnknown,
            .approvalUsed, .tierHasNotBenefit, .specialExcluded, .costUnknown, .figureUnknown, .sayNoTier, .sayVisitor:
            [:]
        }
    }
}
