import LoyaltyModel

/// What a table says of prices in one tier: looked up once for each table, held once for all tickets.
final class TierTerms: Sendable {
    /// The tier's figure with its row; nil where the tier pays the list price.
    let rate: TierDiscount.Rate?
    let rule: RuleID
    let categories: Set<CategoryID>
    let exclusionRule: RuleID?
    let excludedFlags: Set<FlagID>
    let needsApproval: Bool
    let name: Wording
    let currency: Currency
    let costFloor: RuleID?
    /// The row of the deposit's rate.
    let storedRule: RuleID?
    /// The row of the day's extra, and how it meets the tier's rate.
    let extra: (rule: RuleID, stacking: ExtraDiscount.Stacking)?

    init(_ tier: TierID, discount: TierDiscount?, ladder: TierLadder, currency: Currency, costFloor: RuleID?, extra: ExtraDiscount?, storedValue: StoredValue?)
    {
        let row = discount?[tier]
        rate = row?.rate
        rule = row?.rule ?? ""
        categories = discount?.categories ?? []
        exclusionRule = discount?.exclusionRule
        excludedFlags = discount?.excludedFlags ?? []
        needsApproval = discount?.approval != nil
        name = ladder.name(of: tier)
        self.currency = currency
        self.costFloor = costFloor
        storedRule = storedValue?.rule
        self.extra = extra.map { ($0.rule, $0.stacking) }
    }
}

/// Prices one line under a tier: the tier's figure, the extra, then the cost floor.
struct LinePricing {
    private let terms: TierTerms
    /// Whether the discount needs an approval that is not there.
    private let isWithheld: Bool
    /// The day's extra; nil on ordinary days.
    private let extra: Extra?
    /// What is paid of a price that is paid from the deposit; nil for every other tender.
    private let storedRate: PayRate?

    private struct Extra {
        let rule: RuleID
        let stacking: ExtraDiscount.Stacking
        let rate: PayRate
        /// The words for its reason.
        let reason: PhraseKey
        let festival: Wording?
    }

    init(
        programme: Programme, tier: TierID, approval: Approval, extra: (rate: PayRate, reason: PhraseKey, festival: Wording?)?, storedRate: PayRate? = nil
    ) {
        let terms = programme.terms(of: tier)
        self.terms = terms
        isWithheld = terms.needsApproval && approval != .granted
        self.storedRate = storedRate
        self.extra = extra.flatMap { extra in
            terms.extra.map { Extra(rule: $0.rule, stacking: $0.stacking, rate: extra.rate, reason: extra.reason, festival: extra.festival) }
        }
    }

    /// What a line comes to.
    struct Result {
        var adjustments: [Adjustment] = []
        var rounding = SoldLine.Rounding.price
        var notes: [Note] = []
        /// What an approval would take off.
        var awaiting = Money.zero
    }

    func price(_ line: TicketLine) -> Result {
        var result = Result()
        guard let rate = terms.rate, terms.categories.isEmpty || terms.categories.contains(line.category) else {
            payFromDeposit(line, into: &result)
            keepAboveCost(line, into: &result)
            return result
        }
        if let exclusionRule = terms.exclusionRule, !line.flags.isEmpty, !line.flags.isDisjoint(with: terms.excludedFlags) {
            result.notes.append(Note(rule: exclusionRule, line: line.id, text: Phrase(.specialExcluded)))
            return result
        }
        switch rate {
        case .off(let rate): takeOff(rate, line: line, into: &result)
        case .pays(let rate): pay(rate, line: line, into: &result)
        }
        keepAboveCost(line, into: &result)
        return result
    }

    private func takeOff(_ rate: OffRate, line: TicketLine, into result: inout Result) {
        let amount = rate.reduction(of: line.list)
        guard !isWithheld else {
            result.awaiting = amount
            return
        }
        result.rounding = .reduction
        result.append(
            Adjustment(
                rule: terms.rule, amount: -amount, text: .tierTakesOff(amount, of: line.list, at: rate, tier: terms.name, in: terms.currency)))
    }

    private func pay(_ tierRate: PayRate, line: TicketLine, into result: inout Result) {
        let rate = min(tierRate, storedRate ?? .full)
        let tierPrice = rate.price(of: line.list)
        if rate < tierRate {
            payFromDeposit(line, into: &result)
        } else {
            result.append(
                Adjustment(
                    rule: terms.rule, amount: tierPrice - line.list,
                    text: .tierPays(tierPrice, of: line.list, at: rate, tier: terms.name, in: terms.currency)))
        }
        guard let extra else { return }
        let price = extra.stacking.price(of: line.list, rate: rate, extra: extra.rate)
        var values: PhraseValues = ["extra": .payment(extra.rate), "list": money(line.list), "price": money(price), "rate": .payment(rate)]
        values = values.with("off", .reduction(OffRate(millionths: PayRate.full.millionths - extra.rate.millionths)))
        if let festival = extra.festival { values = values.with("festival", .words(festival)) }
        let words = extra.stacking.words ?? extra.reason
        result.append(Adjustment(rule: extra.rule, amount: price - tierPrice, text: Phrase(words, values)))
    }

    /// The rate of the deposit, which takes the place of the tier's where it is better and never multiplies it (RULES 10.14).
    private func payFromDeposit(_ line: TicketLine, into result: inout Result) {
        guard let storedRate, let rule = terms.storedRule else { return }
        let price = storedRate.price(of: line.list)
        result.append(
            Adjustment(
                rule: rule, amount: price - line.list,
                text: Phrase(.storedRatePays, ["rate": .payment(storedRate), "list": money(line.list), "price": money(price)])))
    }

    /// SH-13: no line is sold under its cost through combined benefits; what is trimmed stands as a row of its own.
    private func keepAboveCost(_ line: TicketLine, into result: inout Result) {
        guard let rule = terms.costFloor, !result.adjustments.isEmpty else { return }
        guard let cost = line.cost?.times(line.quantity) else {
            result.notes.append(Note(rule: rule, line: line.id, text: Phrase(.costUnknown)))
            return
        }
        let floor = min(cost, line.list)
        let price = result.adjustments.reduce(line.list) { $0 + $1.amount }
        guard price < floor else { return }
        result.append(
            Adjustment(
                rule: rule, amount: floor - price,
                text: Phrase(.costFloorTrimmed, ["price": money(price), "floor": money(floor), "amount": money(floor - price)])))
    }

    private func money(_ amount: Money) -> PhraseValue { .money(amount, terms.currency) }
}

extension LinePricing.Result {
    fileprivate mutating func append(_ adjustment: Adjustment) {
        if adjustment.amount != .zero { adjustments.append(adjustment) }
    }
}

extension ExtraDiscount.Stacking {
    /// The sentence whose arithmetic it is; nil for that of the day's own sentence.
    fileprivate var words: PhraseKey? {
        switch self {
        case .multiplyAfterTier: nil
        case .addPercent: .extraAdded
        case .replace, .bestForMember: .extraInstead
        }
    }

    /// What is paid for `list`, rounded once (RULES 10.14).
    fileprivate func price(of list: Money, rate: PayRate, extra: PayRate) -> Money {
        switch self {
        case .multiplyAfterTier: rate.price(of: list, extra: extra)
        case .addPercent: PayRate(millionths: rate.millionths + extra.millionths - PayRate.full.millionths).price(of: list)
        case .replace: extra.price(of: list)
        case .bestForMember: min(rate, extra).price(of: list)
        }
    }
}
