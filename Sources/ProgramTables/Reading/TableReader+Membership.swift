internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    private static let joiningNeeds = ["purchase", "phone", "amount", "fee", "card", "hand_over"]

    /// Who may join. The section may be absent: then anybody with a card.
    func readMembership(_ card: inout CardTerms) -> Membership {
        var membership = Membership()
        if let fields = choices.profileFields { membership.profile = fields }
        if choices.answer(.beforePurchase) == "waits" {
            membership.waitsForPurchase = choices.question(.beforePurchase)
        }
        membership.terms = readTerms()
        var condition: RuleID?
        if let map = section("join") {
            for row in rows(map) {
                let rule = published.row(row)
                if let field = row.optional("needs") {
                    switch field.word(of: Self.joiningNeeds) {
                    case "purchase": claim(&membership.purchase, rule, field)
                    case "phone": claim(&membership.phone, rule, field)
                    case "amount":
                        if membership.eligibility != nil { field.note(.duplicateID, belongs: "one row for it") }
                        membership.eligibility = readEligibility(row, rule)
                    case "fee": claim(&condition, rule, field)
                    case "card": claim(&card.makingRule, rule, field)
                    case "hand_over": claim(&card.handOverRule, rule, field)
                    default: break
                    }
                }
                row.finish()
            }
            map.finish()
        }
        membership.fee = readFee(condition)
        return membership
    }

    /// The rows that who joins agrees to.
    private func readTerms() -> RuleID? {
        guard let map = section("terms") else { return nil }
        let rules = rows(map).map { row in
            let rule = published.row(row)
            row.finish()
            return rule
        }
        map.finish()
        return rules.first ?? nil
    }

    private func readEligibility(_ row: MapReader, _ rule: RuleID?) -> Eligibility? {
        let currency = head.currency
        let expects = "what a customer has to have bought to be told of the club, such as \(currency.example); 0 for anybody"
        let amount = figure(row.required("amount", "\(expects), or unknown"), key: "eligibility.amount", rule: rule, expects: expects) { $0.money(currency) }
        published.add(amount) { .money($0) }
        let categories = categorySet(row)
        return rule.map { Eligibility(rule: $0, amount: amount, categories: categories) }
    }

    /// The fee; rows without one are duties in words.
    private func readFee(_ condition: RuleID?) -> MembershipFee? {
        guard let map = section("fee") else { return nil }
        var fee: MembershipFee?
        for row in rows(map) {
            let rule = published.row(row)
            if let field = row.optional("fee"), let id = field.name("the fee's name in requests, such as annual") {
                if fee != nil { field.note(.duplicateID, belongs: "one fee") }
                let name = row.required("name", "its name on the receipt")?.wording(head.language)
                let currency = head.currency
                let expects = "the fee, such as \(currency.example)"
                let amount = figure(row.required("amount", "\(expects), or unknown"), key: "fee.\(id)", rule: rule, expects: expects) { $0.money(currency) }
                published.add(amount) { .money($0) }
                if let rule, let name {
                    fee = MembershipFee(
                        id: FeeID(id), rule: rule, name: name, amount: amount, byLevel: levelFees(rule, field.node.mark),
                        period: choices.value(.feePeriod) ?? .agreementYear, conditionRule: condition)
                }
            }
            row.finish()
        }
        map.finish()
        return fee
    }

    /// What single levels pay, where the owner has chosen so (A-SA-1).
    private func levelFees(_ rule: RuleID, _ mark: Mark) -> [TierID: Money] {
        guard choices.answer(.feeByLevel) == "own" else { return [:] }
        let currency = head.currency
        let expects = "the fee of each level that pays another, such as { \(tierIDs.last?.rawValue ?? "gold"): \(currency.example) }"
        let asked = Field(node: TableNode(mark: mark, content: .text("unknown")), path: "", log: log)
        let fees: Figure<[TierID: Money]> = figure(asked, key: "fee.levels", rule: rule, expects: expects) { field in
            guard let map = field.map(expects) else { return nil }
            var fees: [TierID: Money] = [:]
            for tier in tierIDs { fees[tier] = map.optional(tier.rawValue)?.money(currency) }
            map.finish()
            return fees
        }
        published.add(fees) { .levelFees($0) }
        return fees.value ?? [:]
    }

    /// Money deposited beforehand.
    func readStoredValue() -> StoredValue? {
        guard let map = section("kinds") else { return nil }
        var stored: StoredValue?
        for row in rows(map) {
            let rule = published.row(row)
            let kindField = row.required("kind", "instant or stored")
            if kindField?.word(of: ["instant", "stored"]) == "stored" {
                if stored != nil { kindField?.note(.duplicateID, belongs: "one row for it") }
                stored = readStoredValue(row, rule)
            }
            row.finish()
        }
        map.finish()
        return stored
    }

    private func readStoredValue(_ row: MapReader, _ rule: RuleID?) -> StoredValue? {
        let rateField = row.required("pays", "what is paid of a price that the deposit pays, such as 9折, or unknown")
        let expects = "what is paid of a price that the deposit pays, such as 8折"
        let rate = figure(rateField, key: "stored.rate", rule: rule, expects: expects) { $0.payRate() }
        published.add(rate) { .pays($0) }
        let currency = head.currency
        let limitField = row.required("most", "the most that may be deposited, such as 5000.00, or unknown")
        let limit = figure(limitField, key: "stored.max_balance", rule: rule, expects: "the most that may be deposited, such as 5000.00") {
            $0.money(currency)
        }
        published.add(limit) { .atMost($0) }
        return rule.map { StoredValue(rule: $0, rate: rate, limit: limit) }
    }
}
