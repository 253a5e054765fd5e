import LoyaltyRules
import ProgramTables
import TableReading

/// A ninth club, which there is not: its table uses every section that a text may have, and no Swift code knows of it.
enum WideTable {
    static let text = """
        club: lh
        name: { en: Lighthouse baths, fa: گرمابه فانوس, ru: Бани «Маяк», zh: 灯塔浴场 }
        language: en
        source: Lighthouse baths, house rules
        calendar: { dates: gregorian, zone: Europe/Riga }
        currency: { code: EUR, decimals: 2 }
        effective: 2025-01-01
        cards: { prefix: 9019, digits: 16 }
        about:
          heading: { en: About }
          rows:
            - { rule: LH-1, takes: [opinion, suggestion], gift: { en: a towel }, row: tell us }
        terms: { heading: { en: Terms }, rows: [{ rule: LH-2, row: keep quiet }] }
        kinds:
          rows:
            - { rule: LH-3, kind: stored, pays: 80 %, most: 500.00, row: money beforehand }
        join:
          rows:
            - { rule: LH-4, needs: phone, row: by telephone number }
            - { rule: LH-4, needs: amount, amount: 20.00, categories: [swim], row: after twenty euro }
            - { rule: LH-4, needs: fee, row: the fee is paid or waived }
            - { rule: LH-4, needs: card, row: the card is made }
            - { rule: LH-4, needs: hand_over, row: the card is handed over }
        fee:
          rows:
            - { rule: LH-5, fee: yearly, amount: 10.00, name: { en: Yearly fee }, row: ten euro a year }
        scope:
          category: swim
          from: { rule: LH-6, day: 2020-01-01, row: since 2020 }
          phases: [{ rule: LH-6, phase: 1, flags: [lane], row: in a lane }]
        earn:
          rows:
            - { rule: LH-7, for: joining, points: 10, row: ten for joining }
            - { rule: LH-7, for: profile, points: 5, row: five for the profile }
            - { rule: LH-7, for: swim 1, points: 20, row: twenty for the first swim }
            - { rule: LH-7, for: spend, rate: unknown, categories: [food], row: points for food }
        tiers:
          below: { en: guest }
          rows:
            - { rule: LH-8, row: three ranks }
            - { rule: LH-8, tier: wave, from: joining, name: { en: Wave }, row: wave }
            - { rule: LH-8, promotion: points_or_recruits, row: points or friends }
            - { rule: LH-8, tier: tide, points: 100 and up, recruits: 3, name: { en: Tide }, row: tide }
            - { rule: LH-8, levels: unknown, row: and by purchases }
        card:
          rows:
            - { rule: LH-9, card: exchanged, row: old card in }
            - { rule: LH-9, card: not_lent, row: not lent }
            - { rule: LH-9, card: reissued, fee: 2.00, row: two euro for a new one }
        benefits:
          rows:
            - { rule: LH-10, benefit: lane, tiers: [tide], on_request: true, name: { en: Own lane }, row: own lane }
            - { rule: LH-10, benefit: door, tiers: members, priority: true, name: { en: Side door }, row: side door }
        rewards: { rule: LH-11, material: unknown, non_material: none, row: values }
        discount:
          benefit: lane_price
          name: { en: Lane price }
          category: swim
          rows:
            - { rule: LH-12, tier: tide, pays: 9折, row: nine tenths }
          except: { rule: LH-12, flag: night }
        procedure:
          rows:
            - { rule: LH-13, benefit: lane, needs: 2 months before due, row: two months before }
        extra: { rule: LH-14, pays: 95 %, holidays: [{ every: 06-23, name: { en: Midsummer } }], row: on midsummer }
        gifts: { rule: LH-15, gifts: [{ gift: soap, name: { en: Soap }, points: 50, stock: 9, cost: 1.00 }], row: soap for fifty }
        recruiting:
          gift: { rule: LH-16, recruits: 2, most: 5.00, name: { en: Brush }, row: a brush for two friends }
          taken_back_within: 10 days
        keep: { rule: LH-17, months: 3, row: three months }
        referral: { rule: LH-18, points: 7, categories: [swim], row: seven for a friend }
        decay:
          categories: [swim]
          rows:
            - { rule: LH-19, months: 1-3, points: 1 each, row: one a month }
            - { rule: LH-19, months: 4-12, points: 2 each, row: two a month }
        cost: { rule: LH-20, row: never under cost }
        desk:
          heading: { en: At the desk }
          rows:
            - { rule: LH-21, when: [arrival, first_visit], say: { en: Mind the step }, row: mind the step }
            - { rule: LH-21, passes: true, promotions: true, row: passes and offers }
            - { rule: LH-22, redeem: unknown, row: points pay }
            - { rule: LH-23, visits: 6, slip: true, row: six a day }
            - { rule: LH-24, pickups: true, row: booked towels }
            - { rule: LH-25, sku: sauna, name: { en: Sauna }, price: 9.00-12.00, fasting: 2 hours, preparation: { en: eat early }, row: nine to twelve }
            - { rule: LH-25, prices: owner, hours: { en: 7 to 21 }, next_step: { en: Shall I book }, row: other prices }
            - { rule: LH-26, topic: { en: Lost things }, phone: "555", audience: public, directory: internal, row: lost things }
        notes:
          rows:
            - { rule: LH-27, notice: [birthday, news], say: { en: Come again }, row: greetings }
        contact: { rule: LH-28, phone: "556", row: call us }
        choices:
          - { question: A-LH-1, key: decay.floor, answer: zero, or: [negative], asks: below nothing }
          - { question: A-LH-2, key: fee.by_level, answer: same, or: [own], asks: a fee for each }
          - { question: A-LH-3, key: redeem.categories, answer: [food], asks: for what }
          - { question: A-LH-4, key: earn.pending_days, answer: 2, asks: from when }

        """

    static let settings = """
        settings: lh
        earn.spend.rate: 2 points / 1.00
        redeem.value: 0.05
        rewards.material: [{ benefit: sauna_rate, tiers: [wave], off: 3 %, name: { en: Sauna rate } }]
        tier.levels: [{ tier: flood, name: { en: Flood }, purchases: 900.00, pays: 85 %, gives: { en: a robe } }]
        card.two_places_minutes: 15 minutes
        promotions: [{ text: { en: Cold week }, from: 2026-01-05, through: 2026-01-11 }]
        prices: [{ sku: steam, name: { en: Steam }, price: 4.00, pause: { reason: { en: repair }, back: 2026-05-01 } }]
        directory: [{ topic: { en: Boiler }, phone: "557" }]

        """

    /// The programme of the table and the settings, each with one piece exchanged.
    static func programme(_ old: String = "", _ new: String = "") throws -> Programme {
        try ProgramTables.load(
            TableText(name: "lh.yaml", text: text.replacing(old, with: new, maxReplacements: 1)),
            settings: TableText(name: "lh.settings.yaml", text: settings.replacing(old, with: new, maxReplacements: 1)))
    }

    /// The faults, each without its place in the file but with its line, as they are printed.
    static func faults(_ old: String, _ new: String) -> String {
        do {
            _ = try programme(old, new)
            return "no fault"
        } catch {
            return "\(error)"
        }
    }
}
