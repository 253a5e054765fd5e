import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct ChoiceTests {
    /// Balances with 30 for joining, by cars, in both readings of A-KM-1.
    @Test(arguments: [
        (1, 90, 90), (2, 210, 150), (3, 390, 210), (4, 430, 250), (5, 470, 290), (6, 510, 330), (10, 670, 490), (11, 690, 510), (20, 870, 690), (21, 870, 690),
    ])
    func `A-KM-1 read as increments or as running totals gives the vectors`(cars: Int, incremental: Int, cumulative: Int) throws {
        let asSteps = try balance(of: ProgramTables.load("km"), cars: cars)
        let asTotals = try balance(of: kmWith("earn.ordinal_mode: cumulative"), cars: cars)
        #expect(asSteps == incremental)
        #expect(asTotals == cumulative)
    }

    private func balance(of programme: Programme, cars: Int) throws -> Int {
        let ordinal = try #require(programme.earning.ordinal)
        return (1...cars).reduce(programme.earning.joining?.points.count ?? 0) { $0 + (ordinal.award(at: $1)?.points.count ?? 0) }
    }

    @Test func `A-KM-6 read as the whole invoice takes the discount off every line`() throws {
        #expect(try kmWith("discount.base: all_lines").discount?.categories == [])
    }

    @Test func `A-KM-14 takes any set of particulars`() throws {
        let km = try kmWith("profile.required_fields: [name, address]")
        #expect(km.membership.profile == [.name, .address])
        #expect(km.choices.first { $0.key == "profile.required_fields" }?.answer == "name, address")
    }

    @Test func `A-KM-16 read the other way credits joining points at once`() throws {
        #expect(try ProgramTables.load("km").membership.waitsForPurchase == "A-KM-16")
        #expect(try kmWith("earn.before_first_purchase: credited_at_once").membership.waitsForPurchase == nil)
    }

    @Test func `A-TI-10 read as Gregorian counts months so, and leaves the table's own dates alone`() throws {
        let km = try kmWith("calendar: gregorian")
        #expect(km.calendar.system == .gregorian)
        #expect(km.earning.ordinal?.from == Day("2011-03-21"))
    }

    @Test func `a choice shows the answer in force first and offers the rest, the table's own included`() throws {
        let choice = try #require(try kmWith("benefit.window: exactly_then").choices.first { $0.key == "benefit.window" })
        #expect(choice.question == "A-KM-8")
        #expect(choice.answer == "exactly_then")
        #expect(choice.alternatives == ["from_then_on", "not_later"])
    }

    @Test func `a reading that is not carried out cannot be chosen`() {
        #expect(throws: TableFaults.self) { try kmWith("return.mode: recompute") }
    }

    private func with(_ club: String, _ answer: String) throws -> Programme {
        let settings = TableText(name: "s.yaml", text: "settings: \(club)\nchoices: { \(answer) }\n")
        return try ProgramTables.load(TableText(club), settings: settings)
    }

    @Test func `A-KM-4, A-KM-11 and A-KM-13 are carried into the programme as they are set`() throws {
        let km = try ProgramTables.load("km")
        #expect(km.earning.ordinal?.rowMeaning == .positions && km.earning.ordinal?.reranksOnCancel == true && km.discount?.pricedBy == .beforeSale)
        #expect(try kmWith("earn.ordinal_rows: orders").earning.ordinal?.rowMeaning == .orders)
        #expect(try kmWith("earn.rerank_on_cancel: no").earning.ordinal?.reranksOnCancel == false)
        #expect(try kmWith("tier.at: after_sale").discount?.pricedBy == .afterSale)
    }

    @Test func `A-TI-6 and A-TI-12 are carried into the programme as they are set`() throws {
        #expect(try ProgramTables.load("ti").inactivity?.anchor == .joining)
        #expect(try with("ti", "decay.no_activity_anchor: none").inactivity?.anchor == InactivityLadder.Anchor.none)
        #expect(try ProgramTables.load("ti").card.benefitsFrom == .crossing)
        #expect(try with("ti", "tier.effective_from: exchange").card.benefitsFrom == .exchange)
    }

    @Test(arguments: [("2", 2), ("9", 9), ("all", 100_000)])
    func `A-SH-2 counts deeper generations when set, and warns of it`(answer: String, depth: Int) throws {
        let sh = try with("sh", "referral.depth: \(answer)")
        #expect(sh.recruiting?.depth == depth)
        #expect(ProgrammeSheet(sh).warnings == [.recruitsAndPurchase, .recruitsInDepth])
        #expect(try ProgramTables.load("sh").recruiting?.depth == 1)
        #expect(throws: TableFaults.self) { try with("sh", "referral.depth: 0") }
    }

    @Test func `A-SH-2 warns where recruits are rewarded and joining costs a fee`() throws {
        #expect(ProgrammeSheet(try WideTable.programme()).warnings == [.recruitsAndFee])
    }

    @Test func `A-SH-3, A-SH-4 and A-SH-7 are carried into the programme as they are set`() throws {
        #expect(try with("sh", "tier.recruits.count_from: tier_below").recruiting?.countFrom == .tierBelow)
        #expect(try with("sh", "milestone.repeat: each").recruiting?.repeatsGift == true)
        #expect(try with("sh", "referral.trigger: first_purchase").recruiting?.trigger == .firstPurchase)
        #expect(throws: TableFaults.self) { try with("sh", "referral.trigger: introduction") }
        #expect(throws: TableFaults.self) { try with("ti", "referral.trigger: joining") }
    }

    @Test(arguments: ExtraDiscount.Stacking.allCases)
    func `A-SH-5 stacks the extra as it is set`(stacking: ExtraDiscount.Stacking) throws {
        #expect(try with("sh", "discount.stacking: \(stacking.rawValue)").extra?.stacking == stacking)
    }

    @Test func `A-SA-4 counts purchases net of returns, or gross when set`() throws {
        #expect(try ProgramTables.load("sa").ladder.countsNetOfReturns)
        #expect(try with("sa", "tier.basis: gross").ladder.countsNetOfReturns == false)
    }
}
