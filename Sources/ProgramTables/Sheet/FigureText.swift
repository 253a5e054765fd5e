internal import LoyaltyModel
internal import LoyaltyRules
internal import LoyaltyWording

/// Writes the figures of a row the reader's way.
struct FigureText {
    private let programme: Programme
    private let language: Language
    private let catalogue: Catalogue
    private let words: SheetWords

    init(_ programme: Programme, _ language: Language) {
        self.programme = programme
        self.language = language
        catalogue = Catalogue(language)
        words = SheetWords(language)
    }

    func text(_ value: PublishedRow.Value) -> String {
        switch value {
        case .points(let points): catalogue.format(points)
        case .pointsEach(let points): words.each(catalogue.format(points))
        case .pointsBand(let from, let through?): words.band(catalogue.format(from.count), catalogue.format(through))
        case .pointsBand(let from, nil): words.andUp(catalogue.format(from))
        case .spendRate(let rate): "\(catalogue.format(rate.points)) / \(money(rate.per))"
        case .recruits(let count): words.recruits(catalogue.format(count))
        case .off(let rate): words.off(catalogue.format(rate))
        case .pays(let rate): words.pays(catalogue.format(rate))
        case .money(let amount): money(amount)
        case .day(let day): self.day(day)
        case .days(let count): words.days(catalogue.format(count))
        case .tiers(let tiers): tiers.map { programme.ladder.name(of: $0).text(in: language) }.joined(separator: words.comma)
        case .words(let text): text
        case .festivals(let festivals): festivals.map { "\($0.name.text(in: language)) \(date($0.date))" }.joined(separator: words.comma)
        case .gifts(let gifts): gifts.map { "\($0.name.text(in: language)) \(catalogue.format($0.points))" }.joined(separator: words.comma)
        case .months(let months): words.months(catalogue.format(months.lowerBound), catalogue.format(months.upperBound))
        case .atMost(let amount): words.atMost(money(amount))
        case .pointsMonthly(let points): words.monthly(catalogue.format(points))
        case .takenBackWithin(let days): words.takenBack(catalogue.format(days))
        case .withinMonths(let count): words.withinMonths(catalogue.format(count))
        case .hours(let count): words.hours(catalogue.format(count))
        case .minutes(let count): words.minutes(catalogue.format(count))
        case .daily(let count): words.daily(catalogue.format(count))
        case .price(let price): self.price(price)
        case .priceList(let items): items.map(item).joined(separator: words.semicolon)
        case .levels(let tiers): tiers.map(level).joined(separator: words.semicolon)
        case .rates(let rows): rows.map(rate).joined(separator: words.semicolon)
        case .levelFees(let fees): levelFees(fees)
        case .benefits(let benefits): benefits.map(benefit).joined(separator: words.semicolon)
        case .promotions(let promotions): promotions.map(promotion).joined(separator: words.semicolon)
        case .directory(let entries): entries.map(directoryEntry).joined(separator: words.semicolon)
        case .notOffered: words.notOffered
        case .unknown(let key): "\(words.unknown) (\(key))"
        }
    }

    /// A day in the club's calendar, and in the reader's where that is another.
    func day(_ day: Day) -> String {
        let readers = catalogue.format(day)
        guard programme.calendar.system == .iranian, language != .persian else { return readers }
        return "\(IranianDate(day)) (\(readers))"
    }

    private func date(_ date: ExtraDiscount.Festival.Date) -> String {
        switch date {
        case .on(let only): day(only)
        case .every(let date): words.every(date.calendar, catalogue.format(date.month), catalogue.format(date.day))
        }
    }

    private func price(_ price: PriceList.Price) -> String {
        switch price {
        case .exactly(let amount): money(amount)
        case .between(let least, let most): words.band(money(least), money(most))
        }
    }

    private func item(_ item: PriceList.Item) -> String {
        let price = item.price.value.map { " " + self.price($0) } ?? ""
        let pause = item.pause.map { pause in " (\(pause.reason.text(in: language))\(pause.back.map { words.comma + day($0) } ?? ""))" } ?? ""
        return item.name.text(in: language) + price + pause
    }

    private func level(_ tier: TierLadder.Tier) -> String {
        let purchases = tier.purchases?.value.map { " " + words.andUp(money($0)) } ?? ""
        return tier.name.text(in: language) + purchases
    }

    private func rate(_ row: TierDiscount.Row) -> String {
        let name = programme.ladder.name(of: row.tier).text(in: language)
        return switch row.rate {
        case .off(let off): "\(name) \(words.off(catalogue.format(off)))"
        case .pays(let pays): "\(name) \(words.pays(catalogue.format(pays)))"
        }
    }

    private func levelFees(_ fees: [TierID: Money]) -> String {
        programme.ladder.tiers.compactMap { tier in fees[tier.id].map { "\(tier.name.text(in: language)) \(money($0))" } }.joined(separator: words.semicolon)
    }

    private func benefit(_ benefit: Benefit) -> String {
        let tiers = programme.ladder.tiers.filter { benefit.tiers.contains($0.id) }.map { $0.name.text(in: language) }
        return "\(benefit.name.text(in: language)) (\(tiers.joined(separator: words.comma)))"
    }

    /// An internal number stays off the sheet, which may hang on a wall (KM-19).
    private func directoryEntry(_ entry: DirectoryEntry) -> String {
        "\(entry.topic.text(in: language)) \(entry.isInternal ? "(\(words.internalNumber))" : entry.phone)"
    }

    private func promotion(_ promotion: Promotion) -> String {
        let days = [promotion.from, promotion.through].compactMap(\.self).map(day)
        return days.isEmpty ? promotion.text.text(in: language) : "\(promotion.text.text(in: language)) (\(days.joined(separator: " – ")))"
    }

    private func money(_ amount: Money) -> String { catalogue.format(amount, programme.currency) }
}
