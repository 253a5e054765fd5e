internal import LoyaltyModel
internal import LoyaltyRules

/// A figure of a row in JSON: an object whose key says what it is.
struct SheetFigure: Encodable {
    let value: PublishedRow.Value

    private enum Key: String, CodingKey {
        case points, each, through, per, recruits, money, day, days, tiers, text, festivals, gifts, name, unknown
        case months, hours, minutes, daily, least, most, tier, fee, phone, from, preparation, prices, levels, fees, benefits, promotions, directory, rates,
            within, every, monthly
        case takenBack = "taken_back_within"
        case offMillionths = "off_millionths"
        case paysMillionths = "pays_millionths"
        case notOffered = "not_offered"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch value {
        case .points(let points): try container.encode(points, forKey: .points)
        case .pointsEach(let points):
            try container.encode(points, forKey: .points)
            try container.encode(true, forKey: .each)
        case .pointsBand(let from, let through):
            try container.encode(from, forKey: .points)
            try container.encode(through, forKey: .through)
        case .spendRate(let rate):
            try container.encode(rate.points, forKey: .points)
            try container.encode(rate.per, forKey: .per)
        case .recruits(let count): try container.encode(count, forKey: .recruits)
        case .off(let rate): try container.encode(rate, forKey: .offMillionths)
        case .pays(let rate): try container.encode(rate, forKey: .paysMillionths)
        case .money(let amount): try container.encode(amount, forKey: .money)
        case .day(let day): try container.encode(day, forKey: .day)
        case .days(let count): try container.encode(count, forKey: .days)
        case .tiers(let tiers): try container.encode(tiers, forKey: .tiers)
        case .words(let text): try container.encode(text, forKey: .text)
        case .festivals(let festivals):
            var list = container.nestedUnkeyedContainer(forKey: .festivals)
            for festival in festivals {
                var item = list.nestedContainer(keyedBy: Key.self)
                try item.encode(festival.name, forKey: .name)
                switch festival.date {
                case .on(let day): try item.encode(day, forKey: .day)
                case .every(let date): try item.encode(date.description, forKey: .every)
                }
            }
        case .gifts(let gifts):
            var list = container.nestedUnkeyedContainer(forKey: .gifts)
            for gift in gifts {
                var item = list.nestedContainer(keyedBy: Key.self)
                try item.encode(gift.name, forKey: .name)
                try item.encode(gift.points, forKey: .points)
            }
        case .months(let months):
            try container.encode([months.lowerBound, months.upperBound], forKey: .months)
        case .atMost(let amount): try container.encode(amount, forKey: .most)
        case .pointsMonthly(let points):
            try container.encode(points, forKey: .points)
            try container.encode(true, forKey: .monthly)
        case .takenBackWithin(let count): try container.encode(count, forKey: .takenBack)
        case .withinMonths(let count): try container.encode(count, forKey: .within)
        case .hours(let count): try container.encode(count, forKey: .hours)
        case .minutes(let count): try container.encode(count, forKey: .minutes)
        case .daily(let count): try container.encode(count, forKey: .daily)
        case .price(.exactly(let amount)): try container.encode(amount, forKey: .money)
        case .price(.between(let least, let most)):
            try container.encode(least, forKey: .least)
            try container.encode(most, forKey: .most)
        case .priceList, .levels, .rates, .levelFees, .benefits, .promotions, .directory: try encodeList(to: &container)
        case .notOffered: try container.encode(true, forKey: .notOffered)
        case .unknown(let key): try container.encode(key, forKey: .unknown)
        }
    }

    /// The lists that an owner writes.
    private func encodeList(to container: inout KeyedEncodingContainer<Key>) throws {
        switch value {
        case .priceList(let items):
            try encode(items, .prices, to: &container) { item, one in
                try one.encode(item.name, forKey: .name)
                switch item.price {
                case .known(.exactly(let amount)): try one.encode(amount, forKey: .money)
                case .known(.between(let least, let most)):
                    try one.encode(least, forKey: .least)
                    try one.encode(most, forKey: .most)
                case .notOffered: try one.encode(true, forKey: .notOffered)
                case .unknown(let key): try one.encode(key, forKey: .unknown)
                }
                try one.encodeIfPresent(item.preparation, forKey: .preparation)
                try one.encodeIfPresent(item.fastingHours, forKey: .hours)
            }
        case .levels(let tiers):
            try encode(tiers, .levels, to: &container) { tier, one in
                try one.encode(tier.id, forKey: .tier)
                try one.encode(tier.name, forKey: .name)
                try one.encodeIfPresent(tier.purchases?.value, forKey: .money)
            }
        case .rates(let rows):
            try encode(rows, .rates, to: &container) { row, one in
                try one.encode(row.tier, forKey: .tier)
                switch row.rate {
                case .off(let off): try one.encode(off, forKey: .offMillionths)
                case .pays(let pays): try one.encode(pays, forKey: .paysMillionths)
                }
            }
        case .levelFees(let fees):
            try encode(fees.sorted { $0.key.rawValue < $1.key.rawValue }, .fees, to: &container) { fee, one in
                try one.encode(fee.key, forKey: .tier)
                try one.encode(fee.value, forKey: .money)
            }
        case .benefits(let benefits):
            try encode(benefits, .benefits, to: &container) { benefit, one in
                try one.encode(benefit.name, forKey: .name)
                try one.encode(benefit.tiers.sorted { $0.rawValue < $1.rawValue }, forKey: .tiers)
            }
        case .promotions(let promotions):
            try encode(promotions, .promotions, to: &container) { promotion, one in
                try one.encode(promotion.text, forKey: .name)
                try one.encodeIfPresent(promotion.from, forKey: .from)
                try one.encodeIfPresent(promotion.through, forKey: .through)
            }
        case .directory(let entries):
            try encode(entries, .directory, to: &container) { entry, one in
                try one.encode(entry.topic, forKey: .name)
                if !entry.isInternal { try one.encode(entry.phone, forKey: .phone) }
            }
        default: break
        }
    }

    private func encode<Item>(
        _ items: [Item], _ key: Key, to container: inout KeyedEncodingContainer<Key>, _ write: (Item, inout KeyedEncodingContainer<Key>) throws -> Void
    ) throws {
        var list = container.nestedUnkeyedContainer(forKey: key)
        for item in items {
            var one = list.nestedContainer(keyedBy: Key.self)
            try write(item, &one)
        }
    }
}
