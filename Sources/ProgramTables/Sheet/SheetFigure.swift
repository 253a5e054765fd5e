internal import LoyaltyModel
internal import LoyaltyRules

/// A figure of a row in JSON: an object whose key says what it is.
struct SheetFigure: Encodable {
    let value: PublishedRow.Value

    private enum Key: String, CodingKey {
        case points, each, through, per, recruits, money, day, days, tiers, text, festivals, gifts, name, unknown
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
                try item.encode(festival.day, forKey: .day)
            }
        case .gifts(let gifts):
            var list = container.nestedUnkeyedContainer(forKey: .gifts)
            for gift in gifts {
                var item = list.nestedContainer(keyedBy: Key.self)
                try item.encode(gift.name, forKey: .name)
                try item.encode(gift.points, forKey: .points)
            }
        case .notOffered: try container.encode(true, forKey: .notOffered)
        case .unknown(let key): try container.encode(key, forKey: .unknown)
        }
    }
}
