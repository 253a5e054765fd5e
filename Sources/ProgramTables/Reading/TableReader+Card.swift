internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// What the text says of the card, with the steps of `join` that concern it already in `terms`.
    func readCard(_ terms: inout CardTerms) {
        terms.benefitsFrom = choices.value(.effectiveFrom) ?? .crossing
        terms.isExchangedOnDemotion = choices.answer(.exchangeOnDemotion) == "yes"
        guard let map = section("card") else { return }
        for row in rows(map) {
            let rule = published.row(row)
            if let field = row.optional("card") {
                readCard(field.word(of: ["exchanged", "not_lent", "reissued"]), row, rule, field, &terms)
            }
            row.finish()
        }
        map.finish()
    }

    private func readCard(_ what: String?, _ row: MapReader, _ rule: RuleID?, _ field: Field, _ terms: inout CardTerms) {
        switch what {
        case "exchanged": claim(&terms.exchangeRule, rule, field)
        case "not_lent":
            claim(&terms.holderRule, rule, field)
            let minutes = figures.added("card.two_places_minutes") { $0.minutes() }
            published.add(minutes.map(PublishedRow.Value.minutes))
            if let minutes { terms.twoPlacesMinutes = .known(minutes) }
        case "reissued":
            claim(&terms.reissueRule, rule, field)
            let currency = head.currency
            let expects = "the cost of material of a new card, such as \(currency.example)"
            terms.reissueFee = figure(row.required("fee", "\(expects), or unknown"), key: "card.reissue_fee", rule: rule, expects: expects) {
                $0.money(currency)
            }
            published.add(terms.reissueFee) { .money($0) }
        default: break
        }
    }

    /// Puts a rule where only one row may stand.
    func claim(_ place: inout RuleID?, _ rule: RuleID?, _ field: Field) {
        if place != nil { field.note(.duplicateID, belongs: "one row for it") }
        place = rule
    }
}

extension Field {
    /// `30 minutes`.
    fileprivate func minutes() -> Int? {
        amount(of: ["minute", "minutes"], in: 1...10_080, "minutes within which the same card at two tills is remarked on, such as 30 minutes")
    }

    /// A number with its unit: `30 days`, `6 hours`.
    func amount(of units: [String], in range: ClosedRange<Int>, _ belongs: String) -> Int? {
        guard let text = text(belongs) else { return nil }
        let words = text.split(separator: " ")
        guard words.count == 2, units.contains(String(words[1])), case .value(let count) = ExactNumber(words[0], decimals: 0), range.contains(count) else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return count
    }
}
