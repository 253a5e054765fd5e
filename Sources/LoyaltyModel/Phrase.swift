/// A sentence without its language: which one, and what stands in its gaps. Catalogues turn it into words.
public struct Phrase: Sendable {
    /// Which sentence.
    public let key: PhraseKey
    private let filling: Filling

    /// A sentence with its gaps filled.
    public init(_ key: PhraseKey, _ values: PhraseValues = [:]) {
        self.key = key
        filling = .values(values)
    }

    private init(_ key: PhraseKey, _ figures: Figures) {
        self.key = key
        filling = .figures(figures)
    }

    /// What stands in its gaps, by the gap's name.
    public var values: PhraseValues {
        switch filling {
        case .values(let values): values
        case .figures(let figures): figures.values(for: key)
        }
    }

    /// What stands in one gap; nil where there is no such gap.
    public subscript(gap: String) -> PhraseValue? {
        switch filling {
        case .values(let values): values[gap]
        case .figures(let figures): figures.value(in: gap, for: key)
        }
    }

    /// Hands out those gaps that are not the same in `other`, a sentence of the same key, in the order of their names; nil for a gap that only `other` has.
    public func forEachGap(unlike other: Phrase?, _ body: (_ name: String, _ value: PhraseValue?) -> Void) {
        switch (filling, other?.filling) {
        case (.figures(let figures), nil): figures.forEachGap(of: key, body)
        case (.figures(let figures), .figures(let others)): figures.forEachGap(of: key, unlike: others, body)
        default: values.forEachGap(unlike: other?.values ?? [:], body)
        }
    }
}

extension Phrase {
    /// What a tier takes off a line's list price (KM-14).
    public static func tierTakesOff(_ amount: Money, of list: Money, at rate: OffRate, tier: Wording, in currency: Currency) -> Phrase {
        Phrase(.tierTakesOff, Figures(first: list.minor, second: amount.minor, rate: rate.millionths, step: 0, tier: tier, currency: currency))
    }

    /// What is paid of a line's list price in a tier (SH-08).
    public static func tierPays(_ price: Money, of list: Money, at rate: PayRate, tier: Wording, in currency: Currency) -> Phrase {
        Phrase(.tierPays, Figures(first: list.minor, second: price.minor, rate: rate.millionths, step: 0, tier: tier, currency: currency))
    }

    /// What the money paid for a line earns, at `step` points for each `per` of it (SH-10).
    public static func pointsForSpend(_ points: Points, for paid: Money, step: Points, per: Money, in currency: Currency) -> Phrase {
        Phrase(.pointsForSpend, Figures(first: paid.minor, second: points.count, rate: per.minor, step: step.count, tier: nil, currency: currency))
    }

    /// What a month without a service takes, of a stretch that began on `since`; `month` counts from 1 (TI-10).
    public static func pointsLapsed(_ points: Points, month: Int, since: Day) -> Phrase {
        Phrase(.pointsLapsed, Figures(first: month, second: points.count, rate: since.serial, step: 0, tier: nil, currency: nil))
    }

    /// The balance and the tier, as the cashier says them (CL-1, TI-03).
    public static func sayBalance(_ points: Points, tier: Wording) -> Phrase {
        Phrase(.sayBalance, Figures(first: points.count, second: 0, rate: 0, step: 0, tier: tier, currency: nil))
    }

    fileprivate enum Filling: Sendable, Hashable {
        case values(PhraseValues)
        case figures(Figures)
    }

    /// The figures of a sentence that stands beside every line of every ticket or every month away: they become gaps only when somebody reads it.
    fileprivate struct Figures: Sendable, Hashable {
        let first: Int
        let second: Int
        let rate: Int
        let step: Int
        let tier: Wording?
        let currency: Currency?

        /// Hands out the gaps of a sentence that are not the same in `other`, in the order of their names.
        func forEachGap(of key: PhraseKey, unlike other: Figures? = nil, _ body: (_ name: String, _ value: PhraseValue) -> Void) {
            let isOther = { (amount: Int, others: Int?) in amount != others || currency != other?.currency }
            switch key {
            case .tierTakesOff:
                if isOther(second, other?.second) { body("amount", money(second)) }
                if isOther(first, other?.first) { body("list", money(first)) }
                if rate != other?.rate { body("rate", .reduction(OffRate(millionths: rate))) }
                if other == nil || tier != other?.tier { body("tier", words) }
            case .tierPays:
                if isOther(first, other?.first) { body("list", money(first)) }
                if isOther(second, other?.second) { body("price", money(second)) }
                if rate != other?.rate { body("rate", .payment(PayRate(millionths: rate))) }
                if other == nil || tier != other?.tier { body("tier", words) }
            case .pointsLapsed:
                if first != other?.first { body("month", .count(first)) }
                if second != other?.second { body("points", .points(Points(second))) }
                if rate != other?.rate { body("since", .day(Day(serial: rate))) }
            case .sayBalance:
                if first != other?.first { body("points", .points(Points(first))) }
                if other == nil || tier != other?.tier { body("tier", words) }
            default:
                if isOther(first, other?.first) { body("paid", money(first)) }
                if isOther(rate, other?.rate) { body("per", money(rate)) }
                if second != other?.second { body("points", .points(Points(second))) }
                if step != other?.step { body("step", .points(Points(step))) }
            }
        }

        func values(for key: PhraseKey) -> PhraseValues {
            var values: [(name: String, value: PhraseValue)] = []
            values.reserveCapacity(4)
            forEachGap(of: key) { values.append(($0, $1)) }
            return PhraseValues(sorted: values)
        }

        func value(in gap: String, for key: PhraseKey) -> PhraseValue? {
            switch (key, gap) {
            case (.tierTakesOff, "amount"), (.tierPays, "price"): money(second)
            case (.tierTakesOff, "list"), (.tierPays, "list"), (.pointsForSpend, "paid"): money(first)
            case (.tierTakesOff, "rate"): .reduction(OffRate(millionths: rate))
            case (.tierPays, "rate"): .payment(PayRate(millionths: rate))
            case (.tierTakesOff, "tier"), (.tierPays, "tier"), (.sayBalance, "tier"): words
            case (.sayBalance, "points"): .points(Points(first))
            case (.pointsLapsed, "month"): .count(first)
            case (.pointsLapsed, "points"): .points(Points(second))
            case (.pointsLapsed, "since"): .day(Day(serial: rate))
            case (.pointsForSpend, "per"): money(rate)
            case (.pointsForSpend, "points"): .points(Points(second))
            case (.pointsForSpend, "step"): .points(Points(step))
            default: nil
            }
        }

        private var words: PhraseValue { .words(tier ?? Wording([:])) }
        private func money(_ minor: Int) -> PhraseValue { .money(Money(minor: minor), currency ?? Currency(code: "", minorDigits: 0)) }
    }
}

extension Phrase: Hashable {
    /// Equal when they read the same.
    public static func == (left: Phrase, right: Phrase) -> Bool {
        guard left.key == right.key else { return false }
        if case .figures(let left) = left.filling, case .figures(let right) = right.filling { return left == right }
        return left.values == right.values
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(values)
    }
}

extension Phrase: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, values
    }

    /// Reads the sentence's key and what stands in its gaps.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try container.decode(PhraseKey.self, forKey: .key), try container.decode(PhraseValues.self, forKey: .values))
    }

    /// Writes both.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(values, forKey: .values)
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
    case needsApproval, approvalUndecided, approvalRefused, approvalForeign, approvalOther, approvalUnknown, approvalUsed, approvalUnneeded
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
    // The kiosk.
    case kioskPointsMissing, kioskRecruitsMissing, kioskPurchasesMissing, kioskDeduction, kioskTakesOff, kioskPays
    // The owner's page.
    case noteLiability, noteMembers, notePoints, noteDiscounts, noteCardJobs, noteGreetings, noteBusyCards, noteHouseCards, noteCashiersCards
    case noteCardEntries, notePaidBack, noteRehearsal
    // The front desk.
    case sayPass, sayPassOpenEnded, sayComplaintTaken, sayWordTaken, sayCallBack
    case priceExactly, priceBetween, priceUnknown, preparationUnknown, fastingHours, openingHours, hoursUnknown, itemPausedUntil, itemPaused, itemNotListed
    case suggestSpending, taskPickUp, taskPriority, directoryClub
    case slipMember, slipVisit, slipStaff, slipSignature
    case noticeTo, noticeBirthday, noticeFestival
}
