internal import LoyaltyModel
internal import LoyaltyRules

extension TableReader {
    /// Who may join. The section may be absent: then anybody with a card.
    func readMembership() -> Membership {
        var membership = Membership()
        if let fields = choices.profileFields { membership.profile = fields }
        if choices.answer(.beforePurchase) == "waits" {
            membership.waitsForPurchase = choices.question(.beforePurchase)
        }
        guard let map = section("join") else { return membership }
        for row in rows(map) {
            let rule = published.row(row)
            let needsField = row.required("needs", "what joining takes: purchase, or phone")
            switch needsField?.word(of: ["purchase", "phone"]) {
            case "purchase":
                if membership.purchase != nil { needsField?.note(.duplicateID, belongs: "one row for it") }
                membership.purchase = rule
            case "phone":
                if membership.phone != nil { needsField?.note(.duplicateID, belongs: "one row for it") }
                membership.phone = rule
            default: break
            }
            row.finish()
        }
        map.finish()
        return membership
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
                let rateField = row.required("pays", "what is paid of a price that the deposit pays, such as 9折, or unknown")
                let expects = "what is paid of a price that the deposit pays, such as 8折"
                let rate = figure(rateField, key: "stored.rate", rule: rule, expects: expects) { $0.payRate() }
                published.add(rate) { .pays($0) }
                let currency = head.currency
                let limitField = row.required("most", "the most that may be deposited, such as 5000.00, or unknown")
                let limit = figure(limitField, key: "stored.max_balance", rule: rule, expects: "the most that may be deposited, such as 5000.00") {
                    $0.money(currency)
                }
                published.add(limit) { .money($0) }
                stored = rule.map { StoredValue(rule: $0, rate: rate, limit: limit) }
            }
            row.finish()
        }
        map.finish()
        return stored
    }
}
