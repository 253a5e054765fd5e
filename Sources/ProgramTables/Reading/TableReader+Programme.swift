internal import LoyaltyModel
internal import LoyaltyRules

extension TableReader {
    /// The programme as far as it can be read; nil only beside a fault.
    func programme(version: ProgrammeVersion) -> Programme? {
        readWords()
        let stored = readStoredValue()
        let membership = readMembership()
        let scope = readScope()
        let tiers = readTiers()
        let earning = readEarning(scope)
        var benefits = readBenefits()
        let discount = readDiscount()
        if let benefit = discount?.benefit { benefits.append(benefit) }
        readProcedure(for: &benefits)
        let extra = readExtra()
        let gifts = readGifts()
        let recruiting = tiers.flatMap { readRecruiting(promotion: $0.promotion) }
        let costFloor = readCostFloor()
        let contact = readContact()
        guard let tiers, let numbers = head.numbers else { return nil }
        let calendar = choices.answer(.calendar).flatMap(ClubCalendar.System.init(rawValue:)).map { ClubCalendar(system: $0, zone: head.calendar.zone) }
        return Programme(
            id: ProgrammeID(head.id), version: version, effective: head.effective, name: head.name, language: head.language, source: head.source,
            calendar: calendar ?? head.calendar, currency: head.currency, numbers: numbers, membership: membership, ladder: tiers.ladder, earning: earning,
            benefits: benefits, discount: discount?.discount, extra: extra, costFloor: costFloor,
            recruiting: recruiting, storedValue: stored, gifts: gifts, contact: contact, published: published.inOrder(), missing: missing,
            choices: choices.choices, isExample: settings.isExample)
    }
}
