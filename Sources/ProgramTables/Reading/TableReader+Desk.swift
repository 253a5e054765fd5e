internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// The rows that are words, or words with something for the desk to do: history, standards of the desk, notes.
extension TableReader {
    func readDesk() {
        for key in ["about", "desk", "notes"] {
            guard let map = section(key) else { continue }
            for row in rows(map) {
                readDeskRow(row, published.row(row))
                row.finish()
            }
            map.finish()
        }
    }

    private func readDeskRow(_ row: MapReader, _ rule: RuleID?) {
        readSpoken(row, rule)
        readIntake(row, rule)
        readDirectory(row, rule)
        readPriceRow(row, rule)
        readVisits(row, rule)
        if let field = row.optional("pickups"), field.isTrue { claim(&desk.pickups, rule, field) }
        if let field = row.optional("passes"), field.isTrue { claim(&desk.passes, rule, field) }
        if let field = row.optional("promotions"), field.isTrue { readPromotions(field, rule) }
        if let field = row.optional("benefit") {
            if let benefit = readBenefit(row, field, rule) { add(benefit, field) }
        }
        if let field = row.optional("earn") {
            if spend != nil { field.note(.duplicateID, belongs: "one row for money spent") }
            spend = readSpend(field, row, rule)
        }
        if let field = row.optional("redeem") { readRedemption(field, rule) }
    }

    /// What is said at a moment, and what is sent on an occasion; both in the words under `say`.
    private func readSpoken(_ row: MapReader, _ rule: RuleID?) {
        let when = row.optional("when")
        let notice = row.optional("notice")
        let moments = when?.words(of: Prompt.Moment.allCases.map(\.rawValue)).compactMap(Prompt.Moment.init(rawValue:)) ?? []
        let occasions = notice?.words(of: NoticeRule.Occasion.allCases.map(\.rawValue)).compactMap(NoticeRule.Occasion.init(rawValue:)) ?? []
        let say = when == nil ? row.optional("say") : row.required("say", "the words to say")
        let text = say?.wording(head.language)
        if let say, when == nil, notice == nil { say.note(.malformed, belongs: "when: or notice: beside it, for nobody says it otherwise") }
        guard let rule else { return }
        if let text { desk.prompts += moments.map { Prompt(rule: rule, moment: $0, text: text) } }
        desk.notices += occasions.map { NoticeRule(rule: rule, occasion: $0, text: text) }
    }

    private func readIntake(_ row: MapReader, _ rule: RuleID?) {
        let kinds = row.optional("takes")?.words(of: IntakeRule.Kind.allCases.map(\.rawValue)).compactMap(IntakeRule.Kind.init(rawValue:)) ?? []
        let gift = row.optional("gift").flatMap { $0.wording(head.language) }
        guard let rule else { return }
        desk.intake += kinds.map { IntakeRule(rule: rule, kind: $0, gift: gift) }
    }

    private func readVisits(_ row: MapReader, _ rule: RuleID?) {
        guard let field = row.optional("visits") else { return }
        let expects = "how many members one of the staff serves a day at least, such as 4"
        let minimum = figure(field, key: "visits.daily_minimum", rule: rule, expects: expects) { $0.number(in: 1...10_000, expects) }
        published.add(minimum) { .daily($0) }
        let hasSlip = row.optional("slip")?.isTrue ?? false
        if desk.visits != nil { field.note(.duplicateID, belongs: "one row for it") }
        desk.visits = rule.map { VisitLog(rule: $0, dailyMinimum: minimum, hasSlip: hasSlip) }
    }

    /// Whom to send a caller to; `directory: internal` on a row lets the owner add numbers under it.
    private func readDirectory(_ row: MapReader, _ rule: RuleID?) {
        if let field = row.optional("topic") {
            let topic = field.wording(head.language)
            let phone = row.required("phone", "the telephone number as it is published")?.text("a telephone number")
            let isInternal = row.required("audience", "public or internal")?.word(of: ["public", "internal"]) == "internal"
            published.add(phone.map(PublishedRow.Value.words))
            if let rule, let topic, let phone { desk.directory.append(DirectoryEntry(rule: rule, topic: topic, phone: phone, isInternal: isInternal)) }
        }
        guard let field = row.optional("directory"), let audience = field.word(of: ["public", "internal"]), let rule else { return }
        let entries = figures.added("directory") { list in
            list.list("a list of { topic, phone, audience }")?.compactMap { self.directoryEntry($0, rule, isInternal: audience == "internal") }
        }
        guard let entries, !entries.isEmpty else { return }
        published.add(.directory(entries))
        desk.directory += entries
    }

    private func directoryEntry(_ field: Field, _ rule: RuleID, isInternal: Bool) -> DirectoryEntry? {
        guard let map = field.map("{ topic, phone, audience }") else { return nil }
        let topic = map.required("topic", "what it is for")?.wording(head.language)
        let phone = map.required("phone", "the number")?.text("a telephone number")
        let audienceField = map.optional("audience")
        let audience = audienceField?.word(of: ["public", "internal"])
        map.finish()
        if isInternal, audience == "public" { audienceField?.note(.malformed, belongs: "internal: the table's row keeps these numbers inside (\(rule))") }
        guard let topic, let phone else { return nil }
        return DirectoryEntry(rule: rule, topic: topic, phone: phone, isInternal: audience.map { $0 == "internal" } ?? isInternal)
    }

    private func readPromotions(_ field: Field, _ rule: RuleID?) {
        claim(&desk.promotionRule, rule, field)
        let promotions = figures.added("promotions") { $0.list("a list of { text, from, through }")?.compactMap { self.promotion($0) } }
        published.add(promotions.map(PublishedRow.Value.promotions))
        if let promotions { desk.promotions = .known(promotions) }
    }

    private func promotion(_ field: Field) -> Promotion? {
        guard let map = field.map("{ text, from, through }") else { return nil }
        let text = map.required("text", "what is offered")?.wording(head.language)
        let from = map.optional("from")?.day(head.calendar)
        let throughField = map.optional("through")
        let through = throughField?.day(head.calendar)
        map.finish()
        if let from, let through, through < from { throughField?.note(.bandsOutOfOrder, belongs: "a last day that is not before the first") }
        return text.map { Promotion(text: $0, from: from, through: through) }
    }

    private func readRedemption(_ field: Field, _ rule: RuleID?) {
        let currency = head.currency
        let expects = "what one point pays, such as \(currency.example(1))"
        let value = figure(field, key: "redeem.value", rule: rule, expects: expects) { $0.money(currency) }
        published.add(value) { .money($0) }
        if redemption != nil { field.note(.duplicateID, belongs: "one row for what points pay") }
        redemption = rule.map {
            Redemption(
                rule: $0, value: value, categories: Set(choices.redeemCategories.map { CategoryID($0) }),
                earnsOnRedeemedPart: choices.answer(.onRedeemedPart) == "yes")
        }
    }
}

extension Field {
    /// `true`; anything but `true` and `false` is noted.
    var isTrue: Bool { word(of: ["true", "false"]) == "true" }

    /// One of a few words, or a list of them.
    func words(of words: [String]) -> [String] {
        guard case .list = node.content else { return word(of: words).map { [$0] } ?? [] }
        return list()?.compactMap { $0.word(of: words) } ?? []
    }
}
