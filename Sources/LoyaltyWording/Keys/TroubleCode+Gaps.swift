public import LoyaltyModel

extension TroubleCode {
    /// The gaps of the sentence by name, the same in every language. `field` may be left to the trouble's own field.
    public var gaps: [String: PhraseGap] {
        switch self {
        case .fieldMissing, .fieldWrong: ["field": .name]
        // How many units can still come back.
        case .returnTooLarge: ["left": .count]
        // The lowest tier that has the benefit (KM-13: "needs gold").
        case .tierHasNotBenefit: ["benefit": .words, "tier": .words]
        // When the newer card began to count; when the loss was reported.
        case .cardReplaced, .cardLost: ["day": .day]
        // After how many seconds.
        case .kioskBusy: ["seconds": .count]
        case .storedValueShort: ["short": .money]
        case .depositLimit: ["limit": .money]
        case .pointsShort: ["usable": .points]
        case .redeemTooMuch: ["most": .points]
        case .feeAmountWrong: ["amount": .money]
        // What the ticket comes to now.
        case .priceChanged: ["amount": .money]
        case .notEligible: ["short": .money]
        case .requestTooEarly: ["day": .day]
        case .requestTooLate: ["day": .day]
        case .giftTooDear: ["limit": .money]
        case .passUsedUp: ["left": .count]
        case .passEnded: ["day": .day]
        case .tooManyTries: ["seconds": .count]
        default: [:]
        }
    }
}
