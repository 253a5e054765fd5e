import Foundation
import FoundationXML
import LoyaltyModel
import Testing

@testable import LoyaltyDesk

@Suite("Charts by month")
struct MonthChartTests {
    private func chart(_ form: MonthChart.Form, _ language: Language = .english, values: [Int] = [10, 20, 5]) -> String {
        MonthChart(
            title: "T & U", form: form, months: ["1405-01", "1405-02", "1405-03"],
            series: [.init(name: "Silver", values: values), .init(name: "Gold", values: values.map { $0 * 1_000 })], language: language
        ).svg
    }

    @Test(arguments: [MonthChart.Form.layers, .lines], Language.allCases)
    func `is well-formed and holds every number as text, in the reader's digits`(form: MonthChart.Form, language: Language) {
        let svg = chart(form, language)
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        let numbers = language == .persian ? ["۱۰", "۲۰", "۵", "۱۰٬۰۰۰", "۲۰٬۰۰۰", "۵٬۰۰۰"] : ["10", "20", "5"]
        for number in numbers { #expect(svg.contains(number)) }
        #expect(!svg.contains("style=") && !svg.contains("href") && !svg.contains("<script"))
    }

    @Test func `layers stand on each other, told apart by their pattern`() {
        let svg = chart(.layers, values: [1, 0, 0])
        let bars = svg.split(separator: "\n").filter { $0.hasPrefix("<rect") && $0.contains("y=\"") && $0.contains("stroke") }
        #expect(bars.contains { $0.contains("#fff") } && bars.contains { $0.contains("url(#hatch)") })
    }

    @Test func `lines are told apart by their dashes and marks`() {
        let svg = chart(.lines)
        #expect(svg.contains("stroke-dasharray") && svg.contains("<circle"))
    }

    @Test func `negative numbers and none at all do no harm, and only the last twelve months are drawn`() {
        let many = (1...30).map { "m\($0)" }
        let svg = MonthChart(title: "T", form: .layers, months: many, series: [.init(name: "S", values: (1...30).map { -$0 })], language: .english).svg
        #expect(svg.contains(">m30<") && svg.contains(">m19<") && !svg.contains(">m18<") && XMLParser(data: Data(svg.utf8)).parse())
        let empty = MonthChart(title: "T", form: .lines, months: [], series: [], language: .persian).svg
        #expect(XMLParser(data: Data(empty.utf8)).parse())
    }
}
