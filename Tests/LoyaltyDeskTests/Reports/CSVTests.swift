import LoyaltyModel
import Testing

@testable import LoyaltyDesk

@Suite("Figures for a spreadsheet")
struct CSVTests {
    private func csv(_ cells: [Report.Cell], currency: Currency = Currency(code: "CNY", minorDigits: 2)) -> String {
        let report = Report(
            name: .points, title: "T", note: nil, asOf: Instant(milliseconds: 0), table: ProgrammeVersion("x"), isExample: false, from: Day(serial: 0),
            through: Day(serial: 0), currency: currency, language: .english,
            columns: cells.map { if case .money = $0 { .init("k", "Paid", .money) } else { .init("k", "L", .text) } }, rows: [cells])
        return String(report.csv.split(separator: "\r\n")[1])
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
    func `a word that a spreadsheet would run stands behind an apostrophe`(text: String) {
        #expect(csv([.text(text)]) == "'" + text)
    }

    @Test func `a comma, a quotation mark and a line end stand in quotation marks`() {
        #expect(csv([.text("a,b"), .text("say \"hi\""), .text("two\nlines"), .text("=A,1")]) == #""a,b","say ""hi""","two"# + "\nlines\",\"'=A,1\"")
    }

    @Test func `money is written in whole units, negative numbers as numbers, and nothing as nothing`() {
        #expect(csv([.money(123_456), .money(-5), .count(-3), .share(125), .none, .day(Day(serial: 0))]) == "1234.56,-0.05,-3,12.5,,1970-01-01")
        #expect(csv([.money(1_000)], currency: Currency(code: "IRR", minorDigits: 0)) == "1000")
    }
}
