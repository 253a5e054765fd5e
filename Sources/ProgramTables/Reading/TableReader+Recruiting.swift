internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// What recruiting brings, beside the tiers that recruits lead to.
    func readRecruiting(promotion: RuleID?) -> Recruiting? {
        guard let map = section("recruiting") else { return nil }
        let reversalField = map.required("taken_back_within", "days within which a recruit is taken back, such as 30 days, or unknown")
        let reversal = figure(
            reversalField, key: "referral.reversal_days", rule: promotion,
            expects: "days within which a returned first purchase takes the recruit back, such as 30 days"
        ) { $0.days() }
        var gift: Recruiting.Gift?
        if let row = map.optional("gift")?.map("{ rule, recruits, name, most, row }") {
            let rule = published.row(row)
            let recruits = row.required("recruits", "a number of recruits, such as 9")?.number(in: 1...1_000_000, "a number of recruits, such as 9")
            published.add(recruits.map(PublishedRow.Value.recruits))
            let name = row.required("name", "what the gift is")?.wording(head.language)
            let currency = head.currency
            let limit = figure(
                row.required("most", "the most it may cost, or unknown"), key: "gift.max_price", rule: rule,
                expects: "the most that the gift may cost, such as \(currency.example)"
            ) { $0.money(currency) }
            published.add(limit) { .atMost($0) }
            row.finish()
            if let rule, let recruits, let name { gift = .init(rule: rule, recruits: recruits, name: name, limit: limit) }
        }
        published.add(reversal) { .takenBackWithin($0) }
        map.finish()
        guard let promotion else {
            log.note(
                .missingKey, at: map.mark, path: map.path, found: "recruiting without a promotion",
                belongs: "a row { rule, promotion: points_or_recruits, row } in the section tiers")
            return nil
        }
        choices.refuse(.recruitTrigger, except: Recruiting.Trigger.allCases.map(\.rawValue), why: "recruits count")
        return Recruiting(
            rule: promotion, gift: gift, reversalDays: reversal, trigger: choices.value(.recruitTrigger) ?? .joining,
            countFrom: choices.value(.countFrom) ?? .inAll, depth: choices.recruitDepth, repeatsGift: choices.answer(.giftRepeat) == "each")
    }

    /// The gifts that points are exchanged for.
    func readGifts() -> GiftCatalogue? {
        guard let row = section("gifts") else { return nil }
        let rule = published.row(row)
        let giftsField = row.required("gifts", "a list of { gift, name, points }, or unknown")
        let gifts = figure(
            giftsField, key: "gifts", rule: rule, expects: "a list of gifts with their points, such as - { gift: umbrella, name: 雨伞, points: 500 }"
        ) { field in
            var gifts: [GiftCatalogue.Gift] = []
            for one in field.list("a list of { gift, name, points }") ?? [] {
                guard let gift = self.gift(one) else { continue }
                if gifts.contains(where: { $0.id == gift.id }) { one.note(.duplicateID, belongs: "each gift once", found: "two gifts named \(gift.id)") }
                gifts.append(gift)
            }
            return gifts
        }
        published.add(gifts) { .gifts($0) }
        row.finish()
        return rule.map { GiftCatalogue(rule: $0, gifts: gifts) }
    }

    private func gift(_ field: Field) -> GiftCatalogue.Gift? {
        guard let map = field.map("{ gift, name, points }") else { return nil }
        let id = map.required("gift", "its name in requests, such as umbrella")?.name("a name such as umbrella")
        let name = map.required("name", "what it is")?.wording(head.language)
        let points = map.required("points", "its price in points")?.points("its price in points, such as 500")
        let stock = map.optional("stock")?.number(in: 0...1_000_000, "how many there are to give in all, such as 20")
        let currency = head.currency
        let cost = map.optional("cost")?.money(currency)
        map.finish()
        guard let id, let name, let points else { return nil }
        return GiftCatalogue.Gift(id: GiftID(id), name: name, points: points, stock: stock, cost: cost)
    }

    /// The rule that nothing is sold under cost.
    func readCostFloor() -> RuleID? {
        guard let row = section("cost") else { return nil }
        let rule = published.row(row)
        row.finish()
        return rule
    }
}

extension Field {
    /// `30 days`; 0 is the day itself.
    fileprivate func days() -> Int? {
        let belongs = "a number of days, such as 30 days"
        guard let text = text(belongs) else { return nil }
        let words = text.split(separator: " ")
        guard words.count == 2, ["day", "days"].contains(words[1]), case .value(let days) = ExactNumber(words[0], decimals: 0), days <= 36_500 else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return days
    }
}
