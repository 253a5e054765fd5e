public import LoyaltyModel

extension PhraseKey {
    /// The gaps of the sentence by name, the same in every language. The rules may pass more values than a sentence uses.
    public var gaps: [String: PhraseGap] {
        switch self {
        case .tierTakesOff: ["tier": .words, "rate": .reduction, "list": .money, "amount": .money]
        case .tierPays: ["tier": .words, "rate": .payment, "list": .money, "price": .money]
        case .extraOnBirthday: ["rate": .payment, "extra": .payment, "list": .money, "price": .money]
        case .extraOnFestival: ["festival": .words, "rate": .payment, "extra": .payment, "list": .money, "price": .money]
        case .extraInstead: ["extra": .payment, "list": .money, "price": .money]
        case .extraAdded: ["rate": .payment, "off": .reduction, "list": .money, "price": .money]
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
        case .clipped: ["points": .points, "intended": .points]
        case .pointsForReferral: ["points": .points]
        case .pointsForGift: ["gift": .words, "points": .points]
        case .pointsByHand: ["reason": .name, "points": .points]
        case .pointsLapsed: ["month": .count, "since": .day, "points": .points]
        case .deposited: ["amount": .money]
        case .paidFromDeposit: ["amount": .money]
        case .correctionOfMoney: ["amount": .money]
        case .storedRatePays: ["rate": .payment, "list": .money, "price": .money]
        case .pointsPay: ["points": .points, "value": .money, "amount": .money]
        case .membershipUnpaid: [:]
        case .sayEarnedLater: ["points": .points, "day": .day]
        case .sayDeposit: ["amount": .money]
        case .sayNextDeduction: ["points": .points, "day": .day]
        case .taskOfferMembership: [:]
        case .taskTierFallen: ["card": .words, "tier": .words]
        case .taskCheckHolder: ["name": .name]
        case .taskUsedElsewhere: ["register": .name, "minutes": .count]
        case .taskPayFee: ["fee": .words, "amount": .money]
        case .giftHandedOut: ["gift": .words]
        case .feePaid: ["fee": .words, "day": .day]
        case .reissueFee: ["amount": .money]
        }
    }
}
