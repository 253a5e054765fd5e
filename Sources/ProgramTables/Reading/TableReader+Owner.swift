internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// What an owner's list gives a tier: words, a rate, or both.
extension TableReader {
    /// The values that tiers bring and no text names: `material` ones, which may be rates, and `non_material` ones (TI-01).
    func readRewards() {
        guard let row = section("rewards") else { return }
        let rule = published.row(row)
        let levels = ownersRates.count
        for kind in Benefit.Kind.allCases {
            let expects = "what the tiers bring, such as - { benefit: check_up, tiers: [\(tierIDs.last?.rawValue ?? "gold")], name: … }"
            let figure = figure(
                row.required(kind.rawValue, "a list of { benefit, tiers, name }, or unknown"), key: "rewards.\(kind.rawValue)", rule: rule, expects: expects
            ) { field in
                field.list("a list of { benefit, tiers, name }")?.compactMap { self.reward($0, rule, kind) }
            }
            published.add(figure) { .benefits($0) }
        }
        publish(Array(ownersRates.dropFirst(levels)))
        row.finish()
    }

    private func reward(_ field: Field, _ rule: RuleID?, _ kind: Benefit.Kind) -> Benefit? {
        guard let map = field.map("{ benefit, tiers, name }") else { return nil }
        let idField = map.required("benefit", "its name in requests, such as check_up")
        let id = idField?.name("its name in requests")
        let name = map.required("name", "its name on screen and paper")?.wording(head.language)
        let tiers = map.required("tiers", "the tiers that have it, such as [gold]").flatMap { tierList($0) }
        if kind == .material, let rate = ownersRate(map), let rule {
            for tier in tiers ?? [] where tier != .none { addRate(TierDiscount.Row(rule: rule, tier: tier, rate: rate), field) }
        }
        map.finish()
        guard let rule, let idField, let id, let name, let tiers else { return nil }
        let benefit = Benefit(id: BenefitID(id), name: name, rule: rule, tiers: Set(tiers), isRequested: false, kind: kind)
        add(benefit, idField)
        return benefit
    }

    /// Takes in a benefit that stands outside the matrix; `field` names it.
    func add(_ benefit: Benefit, _ field: Field) {
        name(benefit.id, field)
        otherBenefits.append(benefit)
    }

    private func addRate(_ row: TierDiscount.Row, _ field: Field) {
        if ownersRates.contains(where: { $0.tier == row.tier }) {
            field.note(.duplicateID, belongs: "one rate for each tier", found: "two rates for \(row.tier)")
        }
        ownersRates.append(row)
    }

    private func ownersRate(_ map: MapReader) -> TierDiscount.Rate? {
        switch (map.optional("off"), map.optional("pays")) {
        case (let off?, nil): return off.offRate().map(TierDiscount.Rate.off)
        case (nil, let pays?): return pays.payRate().map(TierDiscount.Rate.pays)
        case (let off?, _?):
            off.note(.malformed, belongs: "either what is taken off or what is paid, not both", found: "off beside pays")
            return nil
        case (nil, nil): return nil
        }
    }

    /// Tiers that the text says there are, by the purchases of a year, without naming them (SA-05).
    func readLevels(_ row: MapReader, _ field: Field, _ rule: RuleID?) -> [TierLadder.Tier] {
        let expects = "the levels by the purchases of a year, such as - { tier: gold, name: …, purchases: 50000.00 }"
        let levels = figure(field, key: "tier.levels", rule: rule, expects: expects) { field -> [TierLadder.Tier]? in
            var levels: [TierLadder.Tier] = []
            for item in field.list("a list of { tier, name, purchases }") ?? [] {
                guard let level = self.level(item, rule, after: levels.last) else { continue }
                levels.append(level)
            }
            return levels
        }
        published.add(levels) { .levels($0) }
        publish(ownersRates)
        let policies = otherBenefits.filter { benefit in levels.value?.contains { benefit.tiers == [$0.id] } ?? false }
        if !policies.isEmpty { published.add(.benefits(policies)) }
        return levels.value ?? []
    }

    private func publish(_ rates: [TierDiscount.Row]) {
        if !rates.isEmpty { published.add(.rates(rates)) }
    }

    private func level(_ field: Field, _ rule: RuleID?, after last: TierLadder.Tier?) -> TierLadder.Tier? {
        guard let map = field.map("{ tier, name, purchases }") else { return nil }
        let idField = map.required("tier", "its name in answers, such as gold")
        let id = tierID(idField)
        let name = map.required("name", "its name on card and screen")?.wording(head.language)
        let purchasesField = map.required("purchases", "the purchases of a year that it begins at, such as 50000.00")
        let purchases = purchasesField?.money(head.currency)
        if let purchases, let before = last?.purchases?.value, purchases <= before {
            purchasesField?.note(.bandsOutOfOrder, belongs: "levels stand lowest first: more than the one before")
        }
        let rate = ownersRate(map)
        let givesField = map.optional("gives")
        let gives = givesField?.wording(head.language)
        map.finish()
        guard let rule, let id, let name, let purchases else { return nil }
        if let rate { addRate(TierDiscount.Row(rule: rule, tier: id, rate: rate), field) }
        if let givesField, let gives {
            add(Benefit(id: BenefitID("\(id)_policy"), name: gives, rule: rule, tiers: [id], isRequested: false), givesField)
        }
        return TierLadder.Tier(id: id, name: name, rule: rule, points: .notOffered, purchases: .known(purchases))
    }

    /// A tier's name as its row gives it, taken in once.
    func tierID(_ field: Field?) -> TierID? {
        guard let field, let id = field.name("the tier's name in answers").map({ TierID($0) }) else { return nil }
        if tierIDs.contains(id) { field.note(.duplicateID, belongs: "each tier once") } else { tierIDs.append(id) }
        if id == .none { field.note(.malformed, belongs: "another name: none stands for the members below the first tier") }
        return id
    }
}
