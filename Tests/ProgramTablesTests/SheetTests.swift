import Foundation
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct SheetTests {
    @Test func `the sheet of km prints the rows in their order with rule, figure and words`() throws {
        let text = ProgrammeSheet.text(try ProgramTables.load("km"), .english)
        let earned = """
            3. How points are earned
              KM-04  30 points       membership of the club
              KM-05  30 points       completing the profile
              KM-06  60 points       buying the first car (since 90)
              KM-07  120 points      buying the second car (since 90)
              KM-08  180 points      buying the third car (since 90)
              KM-09  40 points each  buying cars 4 to 10 (since 90)
              KM-10  20 points each  buying cars 11 to 20 (since 90)

            """
        #expect(text.contains(earned))
        #expect(text.contains("  KM-02  1390/01/01 (21 March 2011)  all customers from the year 1390 onward\n"))
        #expect(text.contains("    earn.ordinal_mode: incremental (or: cumulative)\n"))
    }

    @Test func `a choice that is set otherwise is printed as set`() throws {
        #expect(ProgrammeSheet.text(try kmWith("earn.ordinal_mode: cumulative"), .english).contains("earn.ordinal_mode: cumulative (or: incremental)"))
    }

    @Test func `the club's own language prints the published words`() throws {
        #expect(ProgrammeSheet.text(try ProgramTables.load("km"), .persian).contains("گروه برنز (۳۰ تا ۲۱۰ امتیاز)"))
        let sh = ProgrammeSheet.text(try ProgramTables.load("sh"), .chinese)
        #expect(sh.contains("付9.5折"))
        #expect(sh.contains("普通会员9.5折优惠"))
    }

    @Test(arguments: Language.allCases)
    func `every language prints every rule`(language: Language) throws {
        for name in ProgramTables.shipped {
            let programme = try ProgramTables.load(name)
            let text = ProgrammeSheet.text(programme, language)
            for row in programme.published.flatMap(\.rows) { #expect(text.contains(row.rule.rawValue)) }
            for choice in programme.choices { #expect(text.contains("\(choice.key): \(choice.answer)")) }
        }
    }

    @Test func `missing figures are listed by key, and an example says so`() throws {
        let bare = ProgrammeSheet.text(try ProgramTables.load("sh"), .english)
        #expect(bare.contains("  SH-10  earn.spend.rate         points per money spent, such as 1 point / 10.00\n"))
        #expect(bare.contains("unknown (earn.spend.rate)"))
        let example = ProgrammeSheet.text(try ProgramTables.load("sh", settings: "sh.example"), .english)
        #expect(example.hasPrefix("*** example figures, not published by the club ***\n"))
        #expect(!example.contains("Missing"))
    }

    @Test(arguments: ["ti", "sh", "cl", "sa", "lb"])
    func `every figure that is the owner's and not the text's is named as theirs, once`(name: String) throws {
        let programme = try ProgramTables.load(name, settings: "\(name).example")
        let settings = try #require(TableText.shipped("\(name).example")).text
        let keys = settings.split(separator: "\n").filter { $0.first?.isLetter == true }.compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(programme.given.map(\.key).sorted() == Set(keys).subtracting(["settings", "example", "choices"]).sorted())
        let sheet = ProgrammeSheet.text(programme, .english)
        #expect(sheet.contains("Given by the owner: the text does not publish it\n"))
        for figure in programme.given { #expect(sheet.contains("  \(figure.key)\n")) }
        #expect(try ProgramTables.load(name).given.isEmpty)
        #expect(!ProgrammeSheet.text(try ProgramTables.load(name), .english).contains("Given by the owner"))
    }

    @Test func `A-SH-2 warns where recruits are rewarded and joining takes a purchase`() throws {
        #expect(ProgrammeSheet(try ProgramTables.load("sh")).warnings == [.recruitsAndPurchase])
        #expect(ProgrammeSheet(try ProgramTables.load("km")).warnings == [])
    }

    @Test func `the JSON sheet holds rows, choices and missing figures`() throws {
        let data = try JSONEncoder().encode(ProgrammeSheet(try ProgramTables.load("sh")))
        let sheet = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(sheet["programme"] as? String == "sh")
        #expect((sheet["missing"] as? [[String: Any]])?.first?["key"] as? String == "stored.rate")
        #expect((sheet["choices"] as? [[String: Any]])?.first?["question"] as? String == "A-SH-1")
        let rows = (sheet["sections"] as? [[String: Any]])?.flatMap { $0["rows"] as? [[String: Any]] ?? [] } ?? []
        let ordinary = rows.first { $0["rule"] as? String == "SH-08" }
        #expect((ordinary?["figures"] as? [[String: Int]]) == [["pays_millionths": 950_000]])
    }
}
