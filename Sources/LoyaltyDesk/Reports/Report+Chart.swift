import LoyaltyModel
import LoyaltyWording

extension Report {
    /// The figures as a picture, SVG; nil where a table says more, and where there is nothing to draw.
    public var svg: String? {
        guard rows.contains(where: { $0.contains { $0.number != 0 } }) else { return nil }
        return switch name {
        case .members: MonthChart(title: title, form: .layers, months: months, series: series(dropLast: 1), language: language).svg
        case .points, .deposits: MonthChart(title: title, form: .lines, months: months, series: series(dropLast: 1), language: language).svg
        case .discounts: bars(by: 1, of: [3], isMoney: true)
        case .cardJobs: bars(by: 1, of: [2, 3, 4, 5])
        case .cardEntries: bars(by: 0, of: [1, 2, 3, 4])
        case .liability, .greetings, .busyCards, .cashiersCards, .houseCards, .paidBack, .missing, .choices: nil
        }
    }

    private var months: [String] { rows.compactMap { $0.first.map(text) } }

    /// The columns of numbers behind the month, without the last ones.
    private func series(dropLast count: Int) -> [MonthChart.Series] {
        columns.indices.dropFirst().dropLast(count).map { column in
            MonthChart.Series(name: columns[column].label, values: rows.map { $0[column].number })
        }
    }

    /// The sums of some columns for each word of another, the largest first, ten at most.
    private func bars(by key: Int, of values: [Int], isMoney: Bool = false) -> String {
        var sums: [String: [Int]] = [:]
        for row in rows {
            let before = sums[text(row[key])] ?? Array(repeating: 0, count: values.count)
            sums[text(row[key])] = zip(before, values).map { $0.clampedAdding(row[$1].number) }
        }
        let groups = sums.sorted { ($0.value.reduce(0) { $0.clampedAdding($1) }, $1.key) > ($1.value.reduce(0) { $0.clampedAdding($1) }, $0.key) }.prefix(10)
        return BarChart(
            title: title, axis: columns[key].label, series: values.map { columns[$0].label },
            groups: groups.map { BarChart.Group(name: $0.key, values: $0.value) }, currency: isMoney ? currency : nil, language: language
        ).svg
    }
}

extension Report.Cell {
    fileprivate var number: Int {
        switch self {
        case .count(let number), .points(let number), .money(let number), .share(let number): number
        case .text, .month, .day, .none: 0
        }
    }
}
