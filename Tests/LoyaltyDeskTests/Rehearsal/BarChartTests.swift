import Foundation
import FoundationXML
import LoyaltyModel
import Testing

@testable import LoyaltyDesk

@Suite("Charts")
struct BarChartTests {
    private func chart(_ language: Language, name: String = "Gold", values: [Int] = [1, 2]) -> String {
        BarChart(title: "T", axis: "Members", series: ["Before", "After"], groups: [.init(name: name, values: values)], language: language).svg
    }

    @Test func `text is escaped, and what XML cannot hold is left out`() throws {
        let svg = chart(.english, name: "<b>&\"'\u{0}\u{FFFF}")
        #expect(svg.contains("&lt;b&gt;&amp;&quot;&#39;</text>") && !svg.contains("<b>"))
        let parser = XMLParser(data: Data(svg.utf8))
        #expect(parser.parse())
    }

    @Test(arguments: [("Gold", 14), ("Silver members of the club", 9), ("Серебряный магазин", 13), ("银卡会员商店俱乐部会员", 12), (String(repeating: "x", count: 90), 8)])
    func `a long name is written smaller, so that it ends before the bars`(name: String, size: Int) throws {
        let line = try #require(chart(.english, name: name).split(separator: "\n").first { $0.contains(">\u{2066}\(name)") || $0.contains(">\(name)") })
        #expect(line.contains("font-size=\"\(size)\""), "\(line)")
    }

    @Test func `every bar has its number beside it, in the reader's digits`() {
        #expect(chart(.english, values: [1_234, 5]).contains(">1,234</text>"))
        #expect(chart(.persian, values: [1_234, 5]).contains("۱٬۲۳۴"))
    }

    @Test func `a chart in Persian begins at the right, every text isolated`() {
        let svg = chart(.persian)
        #expect(!svg.contains(#"text-anchor="start""#) && svg.contains(#"text-anchor="end""#))
        let texts = svg.split(separator: "\n").filter { $0.hasPrefix("<text") }
        #expect(!texts.isEmpty && texts.allSatisfy { $0.contains("\u{2067}") && $0.contains("\u{2069}</text>") })
    }

    @Test func `it carries no script and refers to nothing outside`() {
        let svg = chart(.russian)
        #expect(!svg.contains("<script") && !svg.contains("href") && !svg.contains("style="))
    }

    @Test(arguments: [0, 1, 4, 5, 6, 10, 11, 99, 100, 101, 12_345, 1_000_000_007, Int.max])
    func `the axis ends at a round number above the largest value`(largest: Int) {
        let scale = ChartScale(largest: largest, length: 400)
        #expect((2...6).contains(scale.ticks.count) && scale.ticks[0] == 0)
        if largest < .max / 16 { #expect(scale.ticks.last ?? 0 >= largest) }
        #expect(scale.length(of: scale.ticks.last ?? 0) == 400 && scale.length(of: 0) == 0 && scale.length(of: -5) == 0)
        #expect(scale.length(of: largest) <= 400 && scale.length(of: .max) == 400)
    }

    @Test func `bars are as long as their numbers say`() {
        let scale = ChartScale(largest: 100, length: 400)
        #expect(scale.ticks == [0, 20, 40, 60, 80, 100] && scale.length(of: 25) == 100)
    }
}
