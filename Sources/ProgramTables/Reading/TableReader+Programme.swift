internal import LoyaltyModel
internal import LoyaltyRules

extension TableReader {
    /// The programme as far as it can be read; nil only beside a fault.
    func programme(version: ProgrammeVersion) -> Programme? {
        let stored = readStoredValue()
        let tiers = readTiers()
        var card = CardTerms()
        let membership = readMembership(&card)
        readCard(&card)
        let scope = readScope()
        readDesk()
        var earning = readEarning(scope)
        if earning.spend == nil { earning.spend = spend }
        var benefits = readBenefits()
        readRewards()
        let discount = readDiscount()
        if let benefit = discount?.benefit { benefits.append(benefit) }
        benefits += otherBenefits
        readProcedure(for: &benefits)
        let inactivity = readInactivity()
        let referral = readReferral()
        let extra = readExtra()
        let gifts = readGifts()
        let recruiting = tiers.flatMap { readRecruiting(promotion: $0.promotion) }
        let costFloor = readCostFloor()
        let contact = readContact()
        desk.prices = prices?.list
        guard let tiers, let numbers = head.numbers else { return nil }
        let calendar = choices.answer(.calendar).flatMap(ClubCalendar.System.init(rawValue:)).map { ClubCalendar(system: $0, zone: head.calendar.zone) }
        return Programme(
            id: ProgrammeID(head.id), version: version, effective: head.effective, name: head.name, language: head.language, source: head.source,
            calendar: calendar ?? head.calendar, currency: head.currency, numbers: numbers, membership: membership, ladder: tiers.ladder, earning: earning,
            benefits: benefits, discount: withOwnersRates(discount?.discount), extra: extra, costFloor: costFloor,
            recruiting: recruiting, storedValue: stored, gifts: gifts, inactivity: inactivity, referral: referral, redemption: redemption,
            card: card, desk: desk, contact: contact, published: published.inOrder(), missing: figures.missing, given: figures.given,
            choices: choices.choices, isExample: settings.isExample)
    }

    /// The published rates with those of the owner's levels and rewards; a published one stands.
    private func withOwnersRates(_ discount: TierDiscount?) -> TierDiscount? {
        guard !ownersRates.isEmpty else { return discount }
        var discount = discount ?? TierDiscount(rows: [], pricedBy: choices.value(.tierAt) ?? .beforeSale)
        discount.rows += ownersRates.filter { discount[$0.tier] == nil }
        return discount
    }
}
