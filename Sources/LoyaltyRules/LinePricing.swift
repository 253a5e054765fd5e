import LoyaltyModel

/// Prices one line under a tier: the tier's figure, the extra, then the cost floor.
struct LinePricing {
    let programme: Programme
    let tier: TierID
    let approval: Approval
    /// The day's extra with the words for its reason; nil on ordinary days.
    let extra: (rate: PayRate, reason: PhraseKey, festival: Wording?)?
    /// What is paid of a price that is paid from the deposit; nil for every other tender.
    var storedRate: PayRate?

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
        guard let discount = programme.discount, let row = discount[tier], discount.applies(to: line) else {
            payFromDeposit(line, into: &result)
            keepAboveCost(line, into: &result)
            return result
        }
        if let rule = discount.exclusionRule, !line.flags.isDisjoint(with: discount.excludedFlags) {
            result.notes.append(Note(rule: rule, line: line.id, text: Phrase(.specialExcluded)))
            return result
        }
        switch row.rate {
        case .off(let rate): takeOff(rate, row: row, discount: discount, line: line, into: &result)
        case .pays(let rate): pay(rate, row: row, line: line, into: &result)
        }
        keepAboveCost(line, into: &result)
        return result
    }

    private func takeOff(_ rate: OffRate, row: TierDiscount.Row, discount: TierDiscount, line: TicketLine, into result: inout Result) {
        let amount = rate.reduction(of: line.list)
        guard discount.approval == nil || approval == .granted else {
            result.awaiting = amount
            return
        }
        result.rounding = .reduction
        result.append(
            Adjustment(
                rule: row.rule, amount: -amount,
                text: Phrase(
                    .tierTakesOff,
                    ["tier": .words(programme.ladder.name(of: tier)), "rate": .reduction(rate), "list": money(line.list), "amount": money(amount)])))
    }

    private func pay(_ tierRate: PayRate, row: TierDiscount.Row, line: TicketLine, into result: inout Result) {
        let rate = min(tierRate, storedRate ?? .full)
        let tierPrice = rate.price(of: line.list)
        if rate < tierRate {
            payFromDeposit(line, into: &result)
        } else {
            result.append(
                Adjustment(
                    rule: row.rule, amount: tierPrice - line.list,
                    text: Phrase(
                        .tierPays,
                        ["tier": .words(programme.ladder.name(of: tier)), "rate": .payment(rate), "list": money(line.list), "price": money(tierPrice)])))
        }
        guard let extra, let terms = programme.extra else { return }
        let rule = terms.rule
        let price = terms.stacking.price(of: line.list, rate: rate, extra: extra.rate)
        var values: [String: PhraseValue] = ["rate": .payment(rate), "extra": .payment(extra.rate), "list": money(line.list), "price": money(price)]
        values["off"] = .reduction(OffRate(millionths: PayRate.full.millionths - extra.rate.millionths))
        if let festival = extra.festival { values["festival"] = .words(festival) }
        let words = terms.stacking.words ?? extra.reason
        result.append(Adjustment(rule: rule, amount: price - tierPrice, text: Phrase(words, values)))
    }

    /// The rate of the deposit, which takes the place of the tier's where it is better and never multiplies it (RULES 10.14).
    private func payFromDeposit(_ line: TicketLine, into result: inout Result) {
        guard let storedRate, let rule = programme.storedValue?.rule else { return }
        let price = storedRate.price(of: line.list)
        result.append(
            Adjustment(
                rule: rule, amount: price - line.list,
                text: Phrase(.storedRatePays, ["rate": .payment(storedRate), "list": money(line.list), "price": money(price)])))
    }

    /// SH-13: no line is sold under its cost through combined benefits; what is trimmed stands as a row of its own.
    private func keepAboveCost(_ line: TicketLine, into result: inout Result) {
        guard let rule = programme.costFloor, !result.adjustments.isEmpty else { return }
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

    private func money(_ amount: Money) -> PhraseValue { .money(amount, programme.currency) }
}

extension LinePricing.Result {
    fileprivate mutating func append(_ adjustment: Adjustment) {
        if adjustment.amount != .zero { adjustments.append(adjustment) }
    }
}

extension TierDiscount {
    fileprivate func applies(to line: TicketLine) -> Bool { categories.isEmpty || categories.contains(line.category) }
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
