import Testing

/// The faults of the sections that the small table has not: a piece of the wide table or its settings, what stands there instead, and what is said.
@Suite struct WideFaultTests {
    @Test func `the wide table itself has no fault`() { #expect(WideTable.faults("", "") == "no fault") }

    @Test(arguments: Self.head + Self.joining + Self.tiers + Self.absence + Self.desk + Self.others)
    func `a mistake in any section is told with its place, what stands there and what belongs there`(mistake: Mistake) {
        #expect((WideTable.text + WideTable.settings).contains(mistake.piece))
        #expect(WideTable.faults(mistake.piece, mistake.instead) == mistake.said)
    }

    static let head = [
        Mistake(
            "zone: Europe/Riga", "zone: unknown",
            "lh.yaml:5:11: key is missing in calendar: no rule\nhint: rule: the rule or question that asks for what is unknown here, such as A-X-1"),
        Mistake(
            "code: EUR, decimals: 2", "code: unknown",
            "lh.yaml:6:11: key is missing in currency: no rule\nhint: rule: the rule or question that asks for what is unknown here, such as A-X-1"),
        Mistake(
            "effective: 2025-01-01", "effective: 2025-02-29",
            "lh.yaml:7:12: no such date in effective: “2025-02-29”\nhint: a day that the Gregorian calendar has"),
        Mistake("dates: gregorian", "dates: lunar", "lh.yaml:5:20: malformed value in calendar.dates: “lunar”\nhint: one of gregorian, iranian"),
    ]

    static let joining = [
        Mistake("needs: hand_over", "needs: hand_out", "lh.yaml:23:28: malformed value in join.rows[5].needs: “hand_out”\nhint: did you mean hand_over?"),
        Mistake(
            "needs: card, row: the card is made", "needs: fee, row: the card is made",
            "lh.yaml:22:28: name stands twice in join.rows[4].needs: “fee”\nhint: one row for it"),
        Mistake(
            "amount: 20.00", "amount: 20.005",
            "lh.yaml:20:44: malformed value in join.rows[2].amount: “20.005”\nhint: an amount in EUR with at most 2 decimals, such as 10.00"),
        Mistake(
            "amount: 20.00, ", "",
            "lh.yaml:20:7: key is missing in join.rows[2]: no amount\nhint: amount: what a customer has to have bought to be told of the club, such as 10.00; 0 for anybody, or unknown"
        ),
        Mistake(
            "fee: yearly, amount: 10.00", "fee: yearly, amount: ten",
            "lh.yaml:26:42: malformed value in fee.rows[1].amount: “ten”\nhint: an amount in EUR with at most 2 decimals, such as 10.00"),
        Mistake("name: { en: Yearly fee }, ", "", "lh.yaml:26:7: key is missing in fee.rows[1]: no name\nhint: name: its name on the receipt"),
        Mistake(
            "rows: [{ rule: LH-2, row: keep quiet }]", "rows: [{ rule: LH-2, row: keep quiet, needs: card }]",
            "lh.yaml:13:72: unknown key in terms.rows[1]: “needs”\nhint: one of rule, row, en"),
        Mistake(
            "card: not_lent", "card: lent", "lh.yaml:48:27: malformed value in card.rows[2].card: “lent”\nhint: one of exchanged, not_lent, reissued",
            "lh.settings.yaml:6:1: unknown key: “card.two_places_minutes”\nhint: one of settings, example, choices, tier.levels, promotions, redeem.value, prices, directory, earn.spend.rate, rewards.material"
        ),
        Mistake(
            "card: not_lent", "card: exchanged", "lh.yaml:48:27: name stands twice in card.rows[2].card: “exchanged”\nhint: one row for it",
            "lh.settings.yaml:6:1: unknown key: “card.two_places_minutes”\nhint: one of settings, example, choices, tier.levels, promotions, redeem.value, prices, directory, earn.spend.rate, rewards.material"
        ),
        Mistake(
            "fee: 2.00, row: two euro", "row: two euro",
            "lh.yaml:49:7: key is missing in card.rows[3]: no fee\nhint: fee: the cost of material of a new card, such as 10.00, or unknown"),
        Mistake(
            "15 minutes", "15",
            "lh.settings.yaml:6:26: malformed value in card.two_places_minutes: “15”\nhint: minutes within which the same card at two tills is remarked on, such as 30 minutes"
        ),
    ]

    static let tiers = [
        Mistake(
            "tier: tide, points: 100 and up", "tier: wave, points: 100 and up",
            "lh.yaml:43:27: name stands twice in tiers.rows[4].tier: “wave”\nhint: each tier once",
            "lh.yaml:52:45: name not in this table in benefits.rows[1].tiers[1]: “tide”\nhint: a tier of this table: wave, flood",
            "lh.yaml:60:28: name not in this table in discount.rows[1].tier: “tide”\nhint: a tier of this table: wave, flood"),
        Mistake(
            "tier: tide, points: 100 and up", "tier: none, points: 100 and up",
            "lh.yaml:43:27: malformed value in tiers.rows[4].tier: “none”\nhint: another name: none stands for the members below the first tier",
            "lh.yaml:52:45: name not in this table in benefits.rows[1].tiers[1]: “tide”\nhint: a tier of this table: wave, none, flood",
            "lh.yaml:60:28: name not in this table in discount.rows[1].tier: “tide”\nhint: a tier of this table: wave, none, flood"),
        Mistake(
            "from: joining, name: { en: Wave }", "from: birth, name: { en: Wave }",
            "lh.yaml:41:39: malformed value in tiers.rows[2].from: “birth”\nhint: joining"),
        Mistake(
            "purchases: 900.00", "purchases: many",
            "lh.settings.yaml:5:62: malformed value in tier.levels[1].purchases: “many”\nhint: an amount in EUR with at most 2 decimals, such as 10.00"),
        Mistake(
            "purchases: 900.00, pays: 85 %, gives: { en: a robe } }", "purchases: 900.00 }, { tier: ebb, name: { en: Ebb }, purchases: 900.00 }",
            "lh.settings.yaml:5:115: bands out of order in tier.levels[2].purchases: “900.00”\nhint: levels stand lowest first: more than the one before"),
        Mistake("tier: flood, name", "tier: tide, name", "lh.settings.yaml:5:23: name stands twice in tier.levels[1].tier: “tide”\nhint: each tier once"),
        Mistake(
            "pays: 85 %, gives", "pays: 85 %, off: 15 %, gives",
            "lh.settings.yaml:5:87: malformed value in tier.levels[1].off: off beside pays\nhint: either what is taken off or what is paid, not both"),
        Mistake(
            "benefit: lane, tiers: [tide]", "benefit: lane, tiers: [flod]",
            "lh.yaml:52:45: name not in this table in benefits.rows[1].tiers[1]: “flod”\nhint: a tier of this table: wave, tide, flood"),
        Mistake(
            "benefit: door, tiers: members", "benefit: door, tiers: member",
            "lh.yaml:53:44: wrong kind of value in benefits.rows[2].tiers: “member”\nhint: a list of tiers, such as [gold, diamond], or members"),
        Mistake(
            "benefit: door, tiers", "benefit: lane, tiers", "lh.yaml:53:31: name stands twice in benefits.rows[2].benefit: “lane”\nhint: each benefit once"),
        Mistake("priority: true", "priority: first", "lh.yaml:53:63: malformed value in benefits.rows[2].priority: “first”\nhint: one of true, false"),
        Mistake(
            "tiers: [wave], off: 3 %", "tiers: [wave], off: 300 %", "lh.settings.yaml:4:63: over 100 % in rewards.material[1].off: “300 %”\nhint: at most 100 %"
        ),
        Mistake(
            "tiers: [wave], off: 3 %", "tiers: [wives], off: 3 %",
            "lh.settings.yaml:4:51: name not in this table in rewards.material[1].tiers[1]: “wives”\nhint: a tier of this table: wave, tide, flood"),
        Mistake(
            "benefit: sauna_rate", "benefit: flood_policy",
            "lh.settings.yaml:4:31: name stands twice in rewards.material[1].benefit: “flood_policy”\nhint: each benefit once"),
        Mistake(
            "non_material: none", "non_material: silence",
            "lh.yaml:54:58: wrong kind of value in rewards.non_material: “silence”\nhint: a list of { benefit, tiers, name }"),
        Mistake(
            "material: unknown", "material: [{ benefit: robe }]",
            "lh.yaml:54:36: key is missing in rewards.material[1]: no name\nhint: name: its name on screen and paper",
            "lh.yaml:54:36: key is missing in rewards.material[1]: no tiers\nhint: tiers: the tiers that have it, such as [gold]",
            "lh.settings.yaml:4:19: figure is published in rewards.material: a list of 1\nhint: nothing: the table publishes this figure, and settings fill only what is unknown there"
        ),
    ]

    static let absence = [
        Mistake(
            "months: 4-12", "months: 3-12",
            "lh.yaml:76:30: bands overlap in decay.rows[2].months: “3-12”\nhint: a block that begins at 4: month 3 has its block already"),
        Mistake(
            "months: 4-12", "months: 5-12",
            "lh.yaml:76:30: bands leave a gap in decay.rows[2].months: “5-12”\nhint: a block that begins at 4: no block counts month 4"),
        Mistake("months: 4-12", "months: 12-4", "lh.yaml:76:30: bands out of order in decay.rows[2].months: “12-4”\nhint: the lower month first: 4-12"),
        Mistake(
            "months: 1-3, points: 1 each", "months: 4-6, points: 1 each",
            "lh.yaml:75:30: bands leave a gap in decay.rows[1].months: “4-6”\nhint: a block that begins at 1: no block counts month 1",
            "lh.yaml:76:30: bands overlap in decay.rows[2].months: “4-12”\nhint: a block that begins at 7: month 6 has its block already"),
        Mistake("months: 4-12", "months: four", "lh.yaml:76:30: malformed value in decay.rows[2].months: “four”\nhint: months of the ladder, such as 1-6"),
        Mistake(
            "months: 1-3, points: 1 each, row: one a month }\n    - { rule: LH-19, months: 4-12, points: 2 each, row: two a month }",
            "months: 7-12, points: 2 each, row: two a month }\n    - { rule: LH-19, months: 1-6, points: 1 each, row: one a month }",
            "lh.yaml:75:30: bands leave a gap in decay.rows[1].months: “7-12”\nhint: a block that begins at 1: no block counts month 1",
            "lh.yaml:76:30: bands out of order in decay.rows[2].months: “1-6”\nhint: blocks stand in the order of their months: one that begins at 13"),
        Mistake("points: 2 each", "points: 2", "lh.yaml:76:44: malformed value in decay.rows[2].points: “2”\nhint: points for each month, such as 25 each"),
        Mistake(
            "points: 2 each", "points: -2 each",
            "lh.yaml:76:44: malformed value in decay.rows[2].points: “-2 each”\nhint: points for each month, such as 25 each"),
        Mistake(
            "keep: { rule: LH-17, months: 3, row: three months }\n", "",
            "lh.yaml:72:3: key is missing in decay: decay without the months that keep the points\nhint: a section keep: { rule, months: 6, row }"),
        Mistake("months: 3, row: three", "months: 0, row: three", "lh.yaml:70:30: malformed value in keep.months: “0”\nhint: a number of months, such as 6"),
        Mistake(
            "points: 7, categories", "points: seven, categories",
            "lh.yaml:71:34: malformed value in referral.points: “seven”\nhint: points for each person introduced, such as 50"),
        Mistake(
            "categories: [swim]\n  rows:\n    - { rule: LH-19", "categories: swim\n  rows:\n    - { rule: LH-19",
            "lh.yaml:73:15: wrong kind of value in decay.categories: “swim”\nhint: a list of categories, such as [service]"),
    ]

    static let desk = [
        Mistake(
            "when: [arrival, first_visit]", "when: [arival]", "lh.yaml:81:29: malformed value in desk.rows[1].when[1]: “arival”\nhint: did you mean arrival?"),
        Mistake(
            "when: [arrival, first_visit], say: { en: Mind the step }", "when: arrival",
            "lh.yaml:81:7: key is missing in desk.rows[1]: no say\nhint: say: the words to say"),
        Mistake(
            "when: [arrival, first_visit], say", "say",
            "lh.yaml:81:27: malformed value in desk.rows[1].say: a block with en\nhint: when: or notice: beside it, for nobody says it otherwise"),
        Mistake(
            "takes: [opinion, suggestion]", "takes: gossip",
            "lh.yaml:12:28: malformed value in about.rows[1].takes: “gossip”\nhint: one of opinion, suggestion, complaint, call_back"),
        Mistake(
            "notice: [birthday, news]", "notice: weekly",
            "lh.yaml:91:30: malformed value in notes.rows[1].notice: “weekly”\nhint: one of birthday, festival, news"),
        Mistake(
            "visits: 6", "visits: 0",
            "lh.yaml:84:30: malformed value in desk.rows[4].visits: “0”\nhint: how many members one of the staff serves a day at least, such as 4"),
        Mistake("slip: true", "slip: yes", "lh.yaml:84:39: malformed value in desk.rows[4].slip: “yes”\nhint: one of true, false"),
        Mistake(
            "redeem: unknown", "redeem: a lot",
            "lh.yaml:83:30: malformed value in desk.rows[3].redeem: “a lot”\nhint: an amount in EUR with at most 2 decimals, such as 10.00",
            "lh.settings.yaml:3:15: figure is published in redeem.value: “0.05”\nhint: nothing: the table publishes this figure, and settings fill only what is unknown there"
        ),
        Mistake(
            "rule: LH-24, pickups: true", "rule: LH-24, passes: true", "lh.yaml:85:30: name stands twice in desk.rows[5].passes: “true”\nhint: one row for it"),
        Mistake("price: 9.00-12.00", "price: 12.00-9.00", "lh.yaml:86:62: bands out of order in desk.rows[6].price: “12.00-9.00”\nhint: the lower price first"),
        Mistake(
            "price: 9.00-12.00", "price: 9.00-",
            "lh.yaml:86:62: malformed value in desk.rows[6].price: “9.00-”\nhint: from the least to the most, such as 10.00-20.00"),
        Mistake("fasting: 2 hours", "fasting: 2", "lh.yaml:86:83: malformed value in desk.rows[6].fasting: “2”\nhint: hours without food, such as 6 hours"),
        Mistake(
            "prices: owner", "prices: none", "lh.yaml:87:30: malformed value in desk.rows[7].prices: “none”\nhint: owner",
            "lh.settings.yaml:8:1: unknown key: “prices”\nhint: one of settings, example, choices, tier.levels, card.two_places_minutes, promotions, redeem.value, directory, earn.spend.rate, rewards.material"
        ),
        Mistake("sku: steam", "sku: sauna", "lh.settings.yaml:8:17: name stands twice in prices[1].sku: “sauna”\nhint: each service once"),
        Mistake(
            "sku: steam, name: { en: Steam }, price: 4.00", "sku: steam, name: { en: Steam }",
            "lh.settings.yaml:8:10: key is missing in prices[1]: no price\nhint: price: a price such as 10.00, or from the least to the most, such as 10.00-20.00, or unknown"
        ),
        Mistake(
            "back: 2026-05-01", "back: 2026-05-32",
            "lh.settings.yaml:8:97: no such date in prices[1].pause.back: “2026-05-32”\nhint: a day that the Gregorian calendar has"),
        Mistake(
            "audience: public", "audience: everybody", "lh.yaml:88:74: malformed value in desk.rows[8].audience: “everybody”\nhint: one of public, internal"),
        Mistake("phone: \"555\", ", "", "lh.yaml:88:7: key is missing in desk.rows[8]: no phone\nhint: phone: the telephone number as it is published"),
        Mistake(
            "topic: { en: Boiler }, phone: \"557\"", "topic: { en: Boiler }",
            "lh.settings.yaml:9:13: key is missing in directory[1]: no phone\nhint: phone: the number"),
        Mistake(
            "from: 2026-01-05, through: 2026-01-11", "from: 2026-01-11, through: 2026-01-05",
            "lh.settings.yaml:7:68: bands out of order in promotions[1].through: “2026-01-05”\nhint: a last day that is not before the first"),
        Mistake(
            "through: 2026-01-11", "through: 2026-13-11",
            "lh.settings.yaml:7:68: no such date in promotions[1].through: “2026-13-11”\nhint: a day that the Gregorian calendar has"),
        Mistake("promotions: [{", "promotion: [{", "lh.settings.yaml:7:1: unknown key: “promotion”\nhint: did you mean promotions?"),
    ]

    static let others = [
        Mistake("benefit: lane_price", "benefit: lane", "lh.yaml:56:12: name stands twice in discount.benefit: “lane”\nhint: each benefit once"),
        Mistake(
            "points: 50, stock: 9", "points: 60 }, { gift: soap, name: { en: Soap }, points: 50, stock: 9",
            "lh.yaml:66:79: name stands twice in gifts.gifts[2]: two gifts named soap\nhint: each gift once"),
        Mistake(
            "decay:\n  categories: [swim]\n", "decay:\n",
            "lh.yaml:73:3: key is missing in decay: no categories\nhint: categories: the categories that keep a member active, such as [service]"),
        Mistake(
            "phone: \"557\"", "phone: \"557\", audience: public",
            "lh.settings.yaml:9:62: malformed value in directory[1].audience: “public”\nhint: internal: the table's row keeps these numbers inside (LH-26)"),
        Mistake(
            "code: EUR, decimals: 2", "code: QQQ, decimals: 2",
            "lh.yaml:6:19: malformed value in currency.code: “QQQ”\nhint: an ISO 4217 code of three capital letters, such as IRR"),
        Mistake("every: 06-23", "every: 02-30", "lh.yaml:65:55: no such date in extra.holidays[1].every: “02-30”\nhint: a month and day that its calendar has"),
        Mistake(
            "every: 06-23", "every: chinese 13-01",
            "lh.yaml:65:55: no such date in extra.holidays[1].every: “chinese 13-01”\nhint: a month and day that its calendar has"),
        Mistake(
            "every: 06-23", "every: midsummer",
            "lh.yaml:65:55: malformed value in extra.holidays[1].every: “midsummer”\nhint: month and day of every year, such as 10-01, iranian 01-01 or chinese 01-01"
        ),
        Mistake(
            "every: 06-23", "every: 06-23, day: 2026-06-23",
            "lh.yaml:65:67: malformed value in extra.holidays[1].day: day beside every\nhint: either the day of one year or the date of every year, not both"),
        Mistake(
            "every: 06-23, ", "",
            "lh.yaml:65:46: key is missing in extra.holidays[1]: no day and no every\nhint: day: 2026-10-01 for one year, or every: chinese 01-01 for all"),
        Mistake("10 days", "10", "lh.yaml:69:22: malformed value in recruiting.taken_back_within: “10”\nhint: a number of days, such as 30 days"),
        Mistake(
            "points: 50, stock", "points: fifty, stock",
            "lh.yaml:66:73: malformed value in gifts.gifts[1].points: “fifty”\nhint: its price in points, such as 500"),
        Mistake(
            "2 months before due", "soon",
            "lh.yaml:64:44: malformed value in procedure.rows[1].needs: “soon”\nhint: paid_in_full, announced_time, scheme_capacity, or a time such as 1 month before due"
        ),
        Mistake(
            "benefit: lane, needs", "benefit: door, needs",
            "lh.yaml:64:31: name not in this table in procedure.rows[1].benefit: “door”\nhint: a benefit on request: lane"),
        Mistake("answer: zero", "answer: nil", "lh.yaml:94:51: answer not offered in choices[1].answer: “nil”\nhint: one of zero, negative"),
        Mistake(
            "answer: [food]", "answer: []",
            "lh.yaml:96:57: malformed value in choices[3].answer: a list of 0\nhint: all, or a list of categories, such as [cosmetics]"),
        Mistake(
            "answer: [food]", "answer: food",
            "lh.yaml:96:57: wrong kind of value in choices[3].answer: “food”\nhint: all, or a list of categories, such as [cosmetics]"),
        Mistake("answer: 2,", "answer: two,", "lh.yaml:97:57: malformed value in choices[4].answer: “two”\nhint: a number of days, such as 14"),
        Mistake(
            "redeem.value: 0.05", "redeem.value: 0.05\ndecay.floor: negative",
            "lh.settings.yaml:4:14: unknown key in decay.floor: “decay.floor” among the figures\nhint: the line under choices:, for it answers a question"),
        Mistake(
            "redeem.value: 0.05", "redeem.value: 0.05\nchoices: { fee.by_level: own }\nfee.levels: { flod: 1.00 }",
            "lh.settings.yaml:5:15: unknown key in fee.levels: “flod”\nhint: did you mean flood?"),
        Mistake(
            "redeem.value: 0.05", "redeem.value: 0.05\nreferral.points: 9",
            "lh.settings.yaml:4:18: figure is published in referral.points: “9”\nhint: nothing: the table publishes this figure, and settings fill only what is unknown there"
        ),
    ]
}
