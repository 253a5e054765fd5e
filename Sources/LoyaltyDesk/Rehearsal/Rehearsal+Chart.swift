public import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension DatabaseRehearsal {
    /// The members of each tier before and after, with what else changes in figures.
    public func chart(_ tables: RehearsedTables, language: Language) -> BarChart {
        let catalogue = Catalogue(language)
        var series = [catalogue.text(.tableBefore), catalogue.text(.tableOnTheDay)]
        var columns = [onTheDay.tiers.map(\.members.before), onTheDay.tiers.map(\.members.after)]
        if settled.tiers.map(\.members.after) != onTheDay.tiers.map(\.members.after) {
            series.append(catalogue.text(.tableSettled))
            columns.append(settled.tiers.map(\.members.after))
        }
        return BarChart(
            title: catalogue.text(.rehearsal),
            remarks: catalogue.remarks(from, to) + [
                catalogue.line(.pointsOwed, Change(onTheDay.points.before, settled.points.after)),
                catalogue.line(.exchangesDue, Change(onTheDay.exchanges.before, settled.exchanges.after)),
            ],
            axis: catalogue.text(.memberCount), series: series, groups: tables.groups(onTheDay.tiers, columns, language), language: language)
    }
}

extension ReplayRehearsal {
    /// The members of each tier at the end of the history under either table, with what else changes in figures.
    public func chart(_ tables: RehearsedTables, language: Language) -> BarChart {
        let catalogue = Catalogue(language)
        return BarChart(
            title: catalogue.text(.rehearsalOfHistory),
            remarks: catalogue.remarks(from, to) + [catalogue.line(.pointsOwed, end.points), catalogue.line(.salesPaid, business.total, currency)],
            axis: catalogue.text(.memberCount), series: [catalogue.text(.tableBefore), catalogue.text(.tableAfter)],
            groups: tables.groups(end.tiers, [end.tiers.map(\.members.before), end.tiers.map(\.members.after)], language), language: language)
    }
}

extension RehearsedTables {
    fileprivate func groups(_ tiers: [RehearsalTotals.TierCount], _ columns: [[Int]], _ language: Language) -> [BarChart.Group] {
        tiers.indices.map { index in
            BarChart.Group(name: name(of: tiers[index].tier).text(in: language), values: columns.map { $0[index] })
        }
    }
}

extension Catalogue {
    fileprivate func remarks(_ from: TableInRehearsal, _ to: TableInRehearsal) -> [String] {
        var lines = ["\(text(.tableBefore))\(gap)\(isolated(from.version))", "\(text(.tableAfter))\(gap)\(isolated(to.version))"]
        if from.isExample || to.isExample { lines.append(text(.exampleFigures)) }
        return lines
    }

    fileprivate func line(_ key: ScreenKey, _ change: Change) -> String {
        "\(text(key))\(gap)\(format(change.before)) \(arrow) \(format(change.after))"
    }

    fileprivate func line(_ key: ScreenKey, _ change: Change, _ currency: Currency) -> String {
        "\(text(key))\(gap)\(format(Money(minor: change.before), currency)) \(arrow) \(format(Money(minor: change.after), currency))"
    }

    /// An em space: no colon that would be another one in every script.
    private var gap: String { "\u{2003}" }

    /// Points the way the line is read.
    private var arrow: String { language == .persian ? "←" : "→" }

    private func isolated(_ version: ProgrammeVersion) -> String { format(.name(version.rawValue)) }
}
