internal import LoyaltyModel
internal import LoyaltyRules

extension TableReader {
    /// The rows of the benefit matrix that are not a price.
    func readBenefits() -> [Benefit] {
        guard let map = section("benefits") else { return [] }
        var benefits: [Benefit] = []
        for row in rows(map) {
            let rule = published.row(row)
            let idField = row.required("benefit", "the benefit's name in requests, such as delivery_priority")
            let id = idField?.name("the benefit's name in requests").map { BenefitID($0) }
            let name = row.required("name", "the benefit's name on screen and paper")?.wording(head.language)
            let tiers = row.required("tiers", "the tiers that have it, such as [gold, diamond]").flatMap { tierList($0) }
            let isRequested = row.optional("on_request")?.word(of: ["true", "false"]) == "true"
            row.finish()
            published.add(tiers.map(PublishedRow.Value.tiers))
            if let id, benefits.contains(where: { $0.id == id }) { idField?.note(.duplicateID, belongs: "each benefit once") }
            guard let rule, let id, let name, let tiers else { continue }
            benefits.append(Benefit(id: id, name: name, rule: rule, tiers: Set(tiers), isRequested: isRequested))
        }
        map.finish()
        return benefits
    }

    /// Tiers by name, each of them in the ladder.
    func tierList(_ field: Field) -> [TierID]? {
        field.list("a list of tiers, such as [gold, diamond]")?.compactMap { tier($0) }
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

    /// Sections that are words only: history, aims, notes.
    func readWords() {
        for key in ["about", "notes"] {
            guard let map = section(key) else { continue }
            for row in rows(map) {
                _ = published.row(row)
                row.finish()
            }
            map.finish()
        }
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
