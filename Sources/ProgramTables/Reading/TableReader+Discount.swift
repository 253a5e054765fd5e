internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// What the tiers take off the price, and the benefit that stands for it where it has to be approved.
    func readDiscount() -> (discount: TierDiscount, benefit: Benefit?)? {
        guard let map = section("discount") else { return nil }
        let benefitField = map.optional("benefit")
        let benefitID = benefitField.flatMap { $0.name("the benefit's name in requests, such as purchase_discount") }.map { BenefitID($0) }
        if let benefitField, let benefitID { self.name(benefitID, benefitField) }
        let name = map.optional("name").flatMap { $0.wording(head.language) }
        let category = map.optional("category").flatMap { $0.name("a category, such as vehicle") }
        var discount = TierDiscount(rows: rows(map).compactMap { readRate($0) }, pricedBy: choices.value(.tierAt) ?? .beforeSale)
        checkTiers(discount.rows, map)
        if let category, choices.answer(.discountBase) != "all_lines" { discount.categories = [CategoryID(category)] }
        readExclusion(map, into: &discount)
        if let row = map.optional("approval")?.map("{ rule, row }") {
            let rule = published.row(row)
            row.finish()
            if benefitID == nil || name == nil {
                log.note(
                    .missingKey, at: map.mark, path: map.path, found: "an approval without benefit and name",
                    belongs: "benefit: purchase_discount, and its name")
            }
            if choices.answer(.approval) != "automatic" {
                discount.approval = benefitID
                discount.approvalRule = rule
            }
        }
        map.finish()
        guard let benefitID, let name, let rule = discount.rows.first?.rule else { return (discount, nil) }
        let tiers = Set(discount.rows.map(\.tier))
        return (discount, Benefit(id: benefitID, name: name, rule: rule, tiers: tiers, isRequested: discount.approval != nil))
    }

    private func readRate(_ row: MapReader) -> TierDiscount.Row? {
        let rule = published.row(row)
        let tier = row.required("tier", "a tier of this table").flatMap { self.tier($0) }
        let rate: TierDiscount.Rate?
        switch (row.optional("off"), row.optional("pays")) {
        case (let off?, nil): rate = off.offRate().map(TierDiscount.Rate.off)
        case (nil, let pays?): rate = pays.payRate().map(TierDiscount.Rate.pays)
        case (let off?, _?):
            off.note(.malformed, belongs: "either what is taken off or what is paid, not both", found: "off beside pays")
            rate = nil
        case (nil, nil):
            log.note(
                .missingKey, at: row.mark, path: row.path, found: "no off and no pays",
                belongs: "off: 1 % for what is taken off, or pays: 9.5折 for what is paid")
            rate = nil
        }
        row.finish()
        switch rate {
        case .off(let off): published.add(.off(off))
        case .pays(let pays): published.add(.pays(pays))
        case nil: break
        }
        guard let rule, let tier, let rate else { return nil }
        return TierDiscount.Row(rule: rule, tier: tier, rate: rate)
    }

    private func checkTiers(_ rows: [TierDiscount.Row], _ map: MapReader) {
        for (index, row) in rows.enumerated() where rows[..<index].contains(where: { $0.tier == row.tier }) {
            log.note(.duplicateID, at: map.mark, path: map.path, found: "two rates for \(row.tier)", belongs: "one rate for each tier")
        }
    }

    private func readExclusion(_ map: MapReader, into discount: inout TierDiscount) {
        guard let except = map.optional("except")?.map("{ rule, flag }") else { return }
        let rule = except.required("rule", "the rule of the exclusion")?.rule()
        let flag = except.required("flag", "the flag that excludes a line, such as special")?.name("a flag, such as special")
        except.finish()
        guard let rule, let flag, choices.answer(.excludedFlags) != "none" else { return }
        discount.excludedFlags = [FlagID(flag)]
        discount.exclusionRule = rule
    }

    /// The extra on birthdays and festivals.
    func readExtra() -> ExtraDiscount? {
        guard let row = section("extra") else { return nil }
        let rule = published.row(row)
        let paysField = row.required("pays", "what is paid of the tier's price on such a day, such as 9折, or unknown")
        let pays = figure(paysField, key: "discount.extra", rule: rule, expects: "what is paid of the tier's price on such a day, such as 9折") {
            $0.payRate()
        }
        published.add(pays) { .pays($0) }
        let holidaysField = row.required("holidays", "a list of { day, name } or { every, name }, or unknown")
        let holidays = figure(holidaysField, key: "holidays", rule: rule, expects: "a list of festivals by date, such as - { every: chinese 01-01, name: 春节 }")
        {
            self.festivals($0)
        }
        published.add(holidays) { .festivals($0) }
        row.finish()
        guard let rule else { return nil }
        var extra = ExtraDiscount(rule: rule, rate: pays, festivals: holidays, birthday: choices.value(.birthday) ?? .gregorian)
        extra.stacking = choices.value(.stacking) ?? .multiplyAfterTier
        return extra
    }

    private func festivals(_ field: Field) -> [ExtraDiscount.Festival]? {
        field.list("a list of { day, name } or { every, name }")?.compactMap { item in
            guard let map = item.map("{ day, name } or { every, name }") else { return nil }
            let date = festivalDate(map)
            let name = map.required("name", "its name")?.wording(head.language)
            map.finish()
            guard let date, let name else { return nil }
            return ExtraDiscount.Festival(name: name, date: date)
        }
    }

    private func festivalDate(_ map: MapReader) -> ExtraDiscount.Festival.Date? {
        switch (map.optional("day"), map.optional("every")) {
        case (let day?, nil): return day.day(head.calendar).map(ExtraDiscount.Festival.Date.on)
        case (nil, let every?): return every.yearlyDate().map(ExtraDiscount.Festival.Date.every)
        case (let day?, _?): day.note(.malformed, belongs: "either the day of one year or the date of every year, not both", found: "day beside every")
        case (nil, nil):
            log.note(
                .missingKey, at: map.mark, path: map.path, found: "no day and no every",
                belongs: "day: 2026-10-01 for one year, or every: chinese 01-01 for all")
        }
        return nil
    }
}
