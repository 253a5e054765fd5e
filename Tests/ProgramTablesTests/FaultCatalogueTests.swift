import Testing

/// A piece of a table, what stands there instead, and every fault that is said.
struct Mistake: CustomTestStringConvertible {
    let piece: String
    let instead: String
    let said: String

    init(_ piece: String, _ instead: String, _ said: String...) {
        self.piece = piece
        self.instead = instead
        self.said = said.joined(separator: "\n\n")
    }

    var testDescription: String { instead }
}

@Suite struct FaultCatalogueTests {
    @Test func `the small table itself has no fault`() { #expect(SmallTable.faults() == "no fault") }

    @Test(arguments: Self.keys + Self.values + Self.bands + Self.rates + Self.names + Self.cards)
    func `a mistake is told with its place, what stands there and what belongs there`(mistake: Mistake) {
        #expect(SmallTable.text.contains(mistake.piece))
        #expect(SmallTable.faults(mistake.piece, mistake.instead) == mistake.said)
    }

    static let keys = [
        Mistake("effective:", "efective:", "hb.yaml:7:1: unknown key: “efective”\nhint: did you mean effective?"),
        Mistake(
            "cards: { prefix: 9009, digits: 16 }\n", "", "hb.yaml:1:1: key is missing: no cards\nhint: cards: { prefix: 9…, digits: 16 }"),
        Mistake("row: joining", "rw: joining", "hb.yaml:16:47: unknown key in earn.rows[1]: “rw”\nhint: did you mean row?"),
        Mistake(", row: joining", "", "hb.yaml:16:7: key is missing in earn.rows[1]: no row\nhint: row: the published words"),
        Mistake("{ rule: HB-3, ", "{ ", "hb.yaml:16:7: key is missing in earn.rows[1]: no rule\nhint: rule: the rule this row is, such as KM-11"),
        Mistake(
            "on_request: true", "on_request: yes", "hb.yaml:28:66: malformed value in benefits.rows[1].on_request: “yes”\nhint: one of true, false"),
        Mistake(
            "{ en: Pearl }", "{ en: Pearl, de: Perle }",
            "hb.yaml:23:69: unknown key in tiers.rows[1].name: “de”\nhint: one of en, fa, zh, ru"),
        Mistake("club: hb", "club: hb\nclub: hc", "hb.yaml:2:1: key stands twice: “club”, first given at line 1, column 1\nhint: give each key once"),
        Mistake(
            "{ rule: HB-3, for: joining,", "{ rule: HB-3, for: joining, rule: HB-3,",
            "hb.yaml:16:35: key stands twice: “rule”, first given at line 16, column 9\nhint: give each key once"),
    ]

    static let values = [
        Mistake("club: hb", "club: [hb]", "hb.yaml:1:7: wrong kind of value in club: a list of 1\nhint: the club's short name"),
        Mistake(
            "club: hb", "club: Harbour", "hb.yaml:1:7: malformed value in club: “Harbour”\nhint: the club's short name: lower-case Latin letters, digits and _"),
        Mistake("points: 30,", "points: thirty,", "hb.yaml:16:43: malformed value in earn.rows[1].points: “thirty”\nhint: whole points, such as 30"),
        Mistake("points: 30,", "points: 30.5,", "hb.yaml:16:43: malformed value in earn.rows[1].points: “30.5”\nhint: whole points, such as 30"),
        Mistake("points: 30,", "points: -30,", "hb.yaml:16:43: malformed value in earn.rows[1].points: “-30”\nhint: whole points, such as 30"),
        Mistake(
            "points: 30,", "points: 99999999999999999999,",
            "hb.yaml:16:43: malformed value in earn.rows[1].points: “99999999999999999999”\nhint: whole points, such as 30"),
        Mistake("2026-03-02", "2026-02-30", "hb.yaml:7:12: no such date in effective: “2026-02-30”\nhint: a day that the Gregorian calendar has"),
        Mistake("2026-03-02", "1390/01/01", "hb.yaml:7:12: malformed value in effective: “1390/01/01”\nhint: a date, such as 2016-06-08"),
        Mistake(
            "Europe/Helsinki", "Europe/Helsinky",
            "hb.yaml:5:37: malformed value in calendar.zone: “Europe/Helsinky”\nhint: a time zone of the tz database, such as Asia/Tehran"),
        Mistake(
            "code: EUR", "code: Euro", "hb.yaml:6:19: malformed value in currency.code: “Euro”\nhint: an ISO 4217 code of three capital letters, such as IRR"),
        Mistake(
            "currency: { code: EUR, decimals: 2 }", "currency: EUR", "hb.yaml:6:11: wrong kind of value in currency: “EUR”\nhint: { code: IRR, decimals: 0 }"),
        Mistake("language: en", "language: eng", "hb.yaml:3:11: malformed value in language: “eng”\nhint: did you mean en?"),
        Mistake(
            "1 point / 10.00", "1 point / 10.005",
            "hb.yaml:19:39: malformed value in earn.rows[4].rate: “1 point / 10.005”\nhint: points per money spent, such as 1 point / 10.00"),
        Mistake(
            "1 point / 10.00", "1 point / 0",
            "hb.yaml:19:39: malformed value in earn.rows[4].rate: “1 point / 0”\nhint: points per money spent, such as 1 point / 10.00"),
        Mistake(
            "name: { en: Harbour Club }", "name: { en: Harbour Club",
            "hb.yaml:3:9: not YAML: while parsing a flow mapping, did not find expected ',' or '}'\nhint: close quotes and brackets, and indent with blanks"),
        Mistake(
            "earn:", "\tearn:",
            "hb.yaml:14:1: not YAML: while scanning for the next token, found character that cannot start any token\nhint: close quotes and brackets, and indent with blanks"
        ),
    ]

    static let bands = [
        Mistake(
            "211 and up", "210 and up",
            "hb.yaml:25:43: bands overlap in tiers.rows[3].points: “210 and up”\nhint: a band that begins at 211: the one before ends at 210"),
        Mistake(
            "211 and up", "215 and up",
            "hb.yaml:25:43: bands leave a gap in tiers.rows[3].points: “215 and up”\nhint: a band that begins at 211: the one before ends at 210"),
        Mistake(
            "211 and up", "211-500",
            "hb.yaml:25:43: bands leave a gap in tiers.rows[3].points: “211-500”\nhint: a highest tier without an end, 211 and up: nothing stands above 500"),
        Mistake(
            "211 and up", "20 and up",
            "hb.yaml:25:43: bands out of order in tiers.rows[3].points: “20 and up”\nhint: tiers stand lowest first: more than 30 points"),
        Mistake("30-210", "210-30", "hb.yaml:23:42: bands out of order in tiers.rows[1].points: “210-30”\nhint: the lower number first: 30-210"),
        Mistake("30-210", "30 to 210", "hb.yaml:23:42: malformed value in tiers.rows[1].points: “30 to 210”\nhint: a band such as 30-210 or 501 and up"),
        Mistake(
            "boat 2-9", "boat 3-9", "hb.yaml:18:26: bands leave a gap in earn.rows[3].for: “boat 3-9”\nhint: a row that begins at 2: no row counts purchase 2"),
        Mistake(
            "boat 2-9", "boat 1-9", "hb.yaml:18:26: bands overlap in earn.rows[3].for: “boat 1-9”\nhint: a row that begins at 2: purchase 1 has its row already"
        ),
        Mistake("40 each", "40", "hb.yaml:18:44: malformed value in earn.rows[3].points: “40”\nhint: points for each of them, such as 40 each"),
        Mistake("points: 60,", "points: 60 each,", "hb.yaml:17:42: malformed value in earn.rows[2].points: “60 each”\nhint: points for it, such as 60"),
    ]

    static let rates = [
        Mistake("off: 1 %", "off: 101 %", "hb.yaml:32:39: over 100 % in discount.rows[1].off: “101 %”\nhint: at most 100 %"),
        Mistake("off: 1 %", "off: 1", "hb.yaml:32:39: malformed value in discount.rows[1].off: “1”\nhint: what is taken off, such as 1 %"),
        Mistake(
            "off: 1 %", "off: 9.5折",
            "hb.yaml:32:39: malformed value in discount.rows[1].off: “9.5折”\nhint: what is taken off, in per cent; 折 says what is paid and belongs under pays:"),
        Mistake(
            "off: 1 %", "off: 0.00001 %",
            "hb.yaml:32:39: malformed value in discount.rows[1].off: “0.00001 %”\nhint: what is taken off, such as 1 %, no finer than a millionth of the price"),
        Mistake("pays: 95 %", "pays: 95折", "hb.yaml:33:41: over 100 % in discount.rows[2].pays: “95折”\nhint: at most 10折, the whole price; 95 % paid is 9.5折"),
        Mistake(
            "pays: 95 %", "pays: 0 %",
            "hb.yaml:33:41: malformed value in discount.rows[2].pays: “0 %”\nhint: more than nothing: a price of 0 is a gift, not a rate"),
        Mistake(
            "off: 1 %", "off: 1 %, pays: 99 %",
            "hb.yaml:32:39: malformed value in discount.rows[1].off: off beside pays\nhint: either what is taken off or what is paid, not both"),
        Mistake(
            "off: 1 %, ", "",
            "hb.yaml:32:7: key is missing in discount.rows[1]: no off and no pays\nhint: off: 1 % for what is taken off, or pays: 9.5折 for what is paid"),
    ]

    static let names = [
        Mistake(
            "[anchor]", "[ancor]", "hb.yaml:28:45: name not in this table in benefits.rows[1].tiers[1]: “ancor”\nhint: a tier of this table: pearl, anchor"),
        Mistake(
            "tiers: [anchor]", "tiers: anchor",
            "hb.yaml:28:44: wrong kind of value in benefits.rows[1].tiers: “anchor”\nhint: a list of tiers, such as [gold, diamond], or members"),
        Mistake(
            "tier: pearl, off", "tier: perl, off",
            "hb.yaml:32:27: name not in this table in discount.rows[1].tier: “perl”\nhint: a tier of this table: pearl, anchor"),
        Mistake(
            "for: spend, rate: 1 point / 10.00", "for: joining, points: 1",
            "hb.yaml:19:26: name stands twice in earn.rows[4].for: “joining”\nhint: one row for it"),
        Mistake("boat 1,", "ship 1,", "hb.yaml:17:26: name not in this table in earn.rows[2].for: “ship 1”\nhint: boat, the category of the scope"),
        Mistake(
            "rule: HB-9, tier: pearl", "rule: 9, tier: pearl",
            "hb.yaml:32:15: malformed value in discount.rows[1].rule: “9”\nhint: the number of a rule, such as KM-11"),
        Mistake("answer: incremental", "answer: both", "hb.yaml:36:57: answer not offered in choices[1].answer: “both”\nhint: one of incremental, cumulative"),
        Mistake(
            "earn.ordinal_mode", "earn.ordinal_mod",
            "hb.yaml:36:30: malformed value in choices[1].key: “earn.ordinal_mod”\nhint: did you mean earn.ordinal_mode?"),
    ]

    static let cards = [
        Mistake(
            "prefix: 9009", "prefix: 4009",
            "hb.yaml:8:18: card numbers not possible in cards.prefix: Numbers from 4009 belong to Visa: they are bank cards.\nhint: a prefix beginning with 9, which ISO/IEC 7812 leaves to national use"
        ),
        Mistake(
            "prefix: 9009", "prefix: 7009",
            "hb.yaml:8:18: card numbers not possible in cards.prefix: “7009”\nhint: a prefix beginning with 9 that leaves six digits and more for the serial, before the check digit"
        ),
        Mistake(
            "prefix: 9009", "prefix: 9009000000",
            "hb.yaml:8:18: card numbers not possible in cards.prefix: “9009000000”\nhint: a prefix beginning with 9 that leaves six digits and more for the serial, before the check digit"
        ),
        Mistake("digits: 16", "digits: 20", "hb.yaml:8:32: malformed value in cards.digits: “20”\nhint: all digits of a number, 12 to 19"),
    ]

    @Test func `several faults are told together, in the order of the lines`() {
        let said = SmallTable.faults("off: 1 %, row: one per cent }", "off: 1, rw: one per cent }", settings: "settings: hb\ndiscount.extra: 9\n")
        #expect(
            said == """
                hb.yaml:32:39: malformed value in discount.rows[1].off: “1”
                hint: what is taken off, such as 1 %

                hb.yaml:32:42: unknown key in discount.rows[1]: “rw”
                hint: did you mean row?

                hb.settings.yaml:2:17: malformed value in discount.extra: “9”
                hint: what is paid, such as 9.5折 or 95 %
                """)
    }
}
