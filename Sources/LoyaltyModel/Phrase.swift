/// A sentence without its language: which one, and what stands in its gaps. Catalogues turn it into words.
public struct Phrase: Sendable, Hashable, Codable {
    /// Which sentence.
    public let key: PhraseKey
    /// What stands in its gaps, by the gap's name.
    public let values: [String: PhraseValue]

    /// A sentence with its gaps filled.
    public init(_ key: PhraseKey, _ values: [String: PhraseValue] = [:]) {
        self.key = key
        self.values = values
    }
}

/// What may stand in a gap of a sentence; each kind is written the reader's way.
public enum PhraseValue: Sendable, Hashable, Codable {
    case points(Points)
    case money(Money, Currency)
    case count(Int)
    case day(Day)
    /// What is taken off a price, as per cent.
    case reduction(OffRate)
    /// What is paid of a price; 折 in Chinese, per cent elsewhere.
    case payment(PayRate)
    /// The table's own words.
    case words(Wording)
    /// Somebody's name or a till's identifier: isolated, never translated.
    case name(String)
}

/// The sentences of the product. Gaps are named in the catalogues; a test holds every language to the same gaps.
public enum PhraseKey: String, Sendable, Hashable, Codable, CaseIterable {
    // Why an amount is what it is.
    case tierTakesOff, tierPays, extraOnBirthday, extraOnFestival, extraInstead, extraAdded, costFloorTrimmed
    case pointsForJoining, pointsForProfile, pointsForOrdinal, pointsForSpend
    case correction
    // What stands beside a line.
    case needsApproval, approvalUndecided, approvalRefused, approvalForeign, approvalUnknown, approvalUsed
    case specialExcluded, costUnknown
    // What the cashier says.
    case sayWelcome, sayBalance, sayBalanceWaiting, sayTier, sayEarned, sayNewBalance, sayTierReached, sayThanks, sayVisitor
    // What to do next.
    case taskExchangeCard, taskFirstCard, taskAskApproval, taskGift
    // Deposits, gifts, fees, referrals, inactivity.
    case clipped, pointsForReferral, pointsForGift, pointsByHand, pointsLapsed, deposited, paidFromDeposit, correctionOfMoney, storedRatePays, pointsPay
    case membershipUnpaid, sayEarnedLater, sayDeposit, taskOfferMembership, taskTierFallen, taskCheckHolder, taskUsedElsewhere
    case taskPayFee, giftHandedOut, feePaid, reissueFee
    // The card desk.
    case taskReissueCard, jobTakeOldCard, jobPrint, jobPrintAgain, jobWait, jobLookForCard, jobThrowAway, jobReadBack, jobReadBackFirst
    case jobHandOver, jobDestroyOldCard, jobGiveBack, jobNoCardMade
    // The front desk.
    case sayPass, sayPassOpenEnded, sayComplaintTaken, sayWordTaken, sayCallBack
    case priceExactly, priceBetween, priceUnknown, preparationUnknown, fastingHours, openingHours, hoursUnknown, itemPausedUntil, itemPaused, itemNotListed
    case suggestSpending, taskPickUp, taskPriority, directoryClub
    case slipMember, slipVisit, slipStaff, slipSignature
    case noticeTo, noticeBirthday, noticeFestival
}
