import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct SettingsTests {
    @Test(arguments: [
        ("settings: hc\ndiscount.extra: 9折\n", "hb.settings.yaml:1:11: settings of another club in settings: “hc”\nhint: settings: hb"),
        ("discount.extra: 9折\n", "hb.settings.yaml:1:1: key is missing: no settings\nhint: settings: the club they are for, such as sh"),
        (
            "settings: hb\nearn.spend.rate: 1 point / 1.00\n",
            """
            hb.settings.yaml:2:18: figure is published in earn.spend.rate: “1 point / 1.00”
            hint: nothing: the table publishes this figure, and settings fill only what is unknown there
            """
        ),
        ("settings: hb\ndiscount.extr: 9折\n", "hb.settings.yaml:2:1: unknown key: “discount.extr”\nhint: did you mean discount.extra?"),
        (
            "settings: hb\nchoices: { earn.ordinal_mode: both }\n",
            "hb.settings.yaml:2:31: answer not offered in choices.earn.ordinal_mode: “both”\nhint: one of incremental, cumulative"
        ),
        ("settings: hb\nchoices: { phase: 2 }\n", "hb.settings.yaml:2:12: unknown key in choices: “phase”\nhint: one of earn.ordinal_mode"),
        ("settings: hb\ndiscount.extra: 9\n", "hb.settings.yaml:2:17: malformed value in discount.extra: “9”\nhint: what is paid, such as 9.5折 or 95 %"),
        ("settings: hb\nexample: yes\n", "hb.settings.yaml:2:10: malformed value in example: “yes”\nhint: one of true, false"),
        (
            "settings: hb\nholidays: [{ day: 2026-02-29, name: x }]\n",
            "hb.settings.yaml:2:19: no such date in holidays[1].day: “2026-02-29”\nhint: a day that the Gregorian calendar has"
        ),
        ("- a\n", "hb.settings.yaml:1:1: wrong kind of value: a list of 1\nhint: settings: a club, then a line for each figure"),
    ])
    func `a mistake in the settings is told like one in the table`(settings: String, said: String) {
        #expect(SmallTable.faults(settings: settings) == said)
    }

    @Test func `none is an answer: the figure is not offered and no longer missing`() throws {
        let programme = try SmallTable.programme(settings: "settings: hb\ndiscount.extra: none\nholidays: none\n")
        #expect(programme.extra?.rate == .notOffered)
        #expect(programme.missing.isEmpty)
        #expect(!programme.isExample)
    }

    @Test func `settings that leave figures open leave them missing`() throws {
        let programme = try SmallTable.programme(settings: "settings: hb\ndiscount.extra: 9折\n")
        #expect(programme.missing.map(\.key) == ["holidays"])
    }

    @Test func `thresholds from settings stand in the order of the tiers`() {
        let settings = TableText(name: "s.yaml", text: "settings: sh\ntier.silver.points: 500\ntier.gold.points: 500\n")
        let fault = #expect(throws: TableFaults.self) { try ProgramTables.load(TableText("sh"), settings: settings) }
        #expect(fault?.description == "s.yaml:3:19: bands out of order in tier.gold.points: “500”\nhint: tiers stand lowest first: more than 500 points")
    }

    @Test func `a file that is not there is told by its path, with the names of the shipped ones`() {
        let fault = #expect(throws: TableFaults.self) { try ProgramTables.load("no/such.yaml") }
        #expect(
            fault?.description
                == "no/such.yaml:1:1: cannot be read: no file that can be read\nhint: a table file; or the name of a shipped one: ci, cl, gy, km, lb, sa, sh, ti"
        )
    }
}
