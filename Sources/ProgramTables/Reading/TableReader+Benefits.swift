internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// The rows of the benefit matrix that are not a price.
    func readBenefits() -> [Benefit] {
        guard let map = section("benefits") else { return [] }
        var benefits: [Benefit] = []
        for row in rows(map) {
            let rule = published.row(row)
            let field = row.required("benefit", "the benefit's name in requests, such as delivery_priority")
            let benefit = field.flatMap { readBenefit(row, $0, rule) }
            row.finish()
            guard let benefit else { continue }
            if let field { name(benefit.id, field) }
            benefits.append(benefit)
        }
        map.finish()
        return benefits
    }

    /// Takes the name of a benefit of the matrix, of the discount or of the owner's rewards: an approval of one would be one of its namesake.
    func name(_ id: BenefitID, _ field: Field) {
        if !benefitIDs.insert(id).inserted { field.note(.duplicateID, belongs: "each benefit once") }
    }

    /// A row of the matrix; `field` is its benefit.
    func readBenefit(_ row: MapReader, _ field: Field, _ rule: RuleID?) -> Benefit? {
        let id = field.name("the benefit's name in requests").map { BenefitID($0) }
        let name = row.required("name", "the benefit's name on screen and paper")?.wording(head.language)
        let tiers = row.required("tiers", "the tiers that have it, such as [gold, diamond], or members").flatMap { tierList($0) }
        let isRequested = row.optional("on_request")?.isTrue ?? false
        let isPriority = row.optional("priority")?.isTrue ?? false
        published.add(tiers.map { .tiers($0.filter { $0 != .none }) })
        guard let rule, let id, let name, let tiers else { return nil }
        return Benefit(id: id, name: name, rule: rule, tiers: Set(tiers), isRequested: isRequested, isPriority: isPriority)
    }

    /// Tiers by name, each of them in the ladder; `members` is every member, below the first tier too.
    func tierList(_ field: Field) -> [TierID]? {
        if field.node.text == "members" { return tierIDs + [.none] }
        return field.list("a list of tiers, such as [gold, diamond], or members")?.compactMap { tier($0) }
    }

    /// A tier of the ladder.
    func tier(_ field: Field) -> TierID? {
        let names = tierIDs.map(\.rawValue)
        let belongs = "a tier of this table: \(names.joined(separator: ", "))"
        guard let name = field.text(belongs) else { return nil }
        guard names.contains(name) else {
            field.note(.unknownName, belongs: belongs)
            return nil
        }
        return TierID(name)
    }

    /// Whom to call.
    func readContact() -> Contact? {
        guard let row = section("contact") else { return nil }
        let rule = published.row(row)
        let phone = row.required("phone", "the telephone number as it is published")?.text("a telephone number")
        row.finish()
        published.add(phone.map(PublishedRow.Value.words))
        guard let rule, let phone else { return nil }
        return Contact(rule: rule, phone: phone, audience: choices.answer(.visibility).flatMap(Contact.Audience.init(rawValue:)) ?? .dealers)
    }
}
