import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@Suite struct CitationTests {
    /// Rules that a point of sale carries out, wholly or partly, by club.
    static let rules: [(club: String, rules: [String])] = [
        ("ti", numbered("TI", 1...15)),
        ("km", numbered("KM", 1...22)),
        ("cl", ["CL-1", "CL-3", "CL-7", "CL-10", "CL-12a", "CL-12b", "CL-12c", "CL-13", "CL-15"]),
        ("sh", numbered("SH", 1...17)),
        ("sa", numbered("SA", 1...6) + numbered("SA", 8...10)),
        ("ci", ["CI-01", "CI-02", "CI-03", "CI-06"]),
        ("lb", numbered("LB", 1...4) + numbered("LB", 6...10) + numbered("LB", 12...13)),
        ("gy", ["GY-9"]),
    ]

    /// Rules without a row of their own, with the reason.
    static let carriedByAll = [
        "TI-14": "says that TI-09 to TI-13 act on the one total, which is the only balance there is",
        "TI-15": "names the two posts; roles and their permissions are the service's, for every club",
        "KM-22": "follows from KM-02 and KM-06 to KM-10: earlier tickets are named at joining",
    ]

    private static func numbered(_ club: String, _ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { $0 < 10 ? "\(club)-0\($0)" : "\(club)-\($0)" }
    }

    @Test(arguments: Self.rules)
    func `every rule that a till carries out is cited by a row of its club's table`(club: String, rules: [String]) throws {
        let cited = Set(try ProgramTables.load(club).published.flatMap(\.rows).map(\.rule.rawValue))
        #expect(rules.filter { !cited.contains($0) && Self.carriedByAll[$0] == nil } == [])
        #expect(Self.carriedByAll.keys.filter(cited.contains) == [])
    }

    @Test(arguments: Self.rules)
    func `no row cites a rule that its club has not`(club: String, rules: [String]) throws {
        let cited = Set(try ProgramTables.load(club).published.flatMap(\.rows).map(\.rule.rawValue))
        #expect(cited.subtracting(rules) == [])
    }

    @Test func `every shipped table is listed here`() { #expect(Set(Self.rules.map(\.club)) == Set(ProgramTables.shipped)) }

    @Test func `every row has the published words and English ones`() throws {
        for club in ProgramTables.shipped {
            let programme = try ProgramTables.load(club)
            for row in programme.published.flatMap(\.rows) {
                #expect(row.words.texts[programme.language.rawValue] != nil)
                #expect(row.words.texts["en"] != nil)
            }
        }
    }

    @Test func `every name that a card or screen shows is there in four languages`() throws {
        for club in ProgramTables.shipped {
            let programme = try ProgramTables.load(club)
            let names = [programme.name, programme.ladder.belowFirst] + programme.ladder.tiers.map(\.name) + programme.benefits.map(\.name)
            for name in names + programme.desk.prompts.map(\.text) { #expect(Set(name.texts.keys) == ["en", "fa", "ru", "zh"]) }
        }
    }

    @Test func `card numbers tell the clubs apart`() throws {
        let prefixes = try ProgramTables.shipped.map { try ProgramTables.load($0).numbers.prefix }
        #expect(Set(prefixes) == Set((9001...9008).map(String.init)))
    }
}
