import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// A rehearsal as the owner's page shows it.
struct RehearsalView {
    private let rehearsal: DatabaseRehearsal
    private let tables: RehearsedTables
    private let catalogue: Catalogue

    init(_ rehearsal: DatabaseRehearsal, _ tables: RehearsedTables, _ language: Language) {
        self.rehearsal = rehearsal
        self.tables = tables
        catalogue = Catalogue(language)
    }

    /// What is wrong with a table, each fault with its place.
    static func values(of objections: [TableObjections.Objection], _ language: Language) -> [String: Any] {
        let catalogue = Catalogue(language)
        let label = { (key: ScreenKey) in catalogue.text(key) }
        return [
            "faultsTitle": label(.officeFaults),
            "columns": [label(.officeWhere), label(.historyLine), label(.officeColumn), label(.problem), label(.officeFound), label(.officeExpects)],
            "faults": objections.map { fault -> [String: Any] in
                [
                    "file": label(fault.isInSettings ? .settings : .officeTable), "line": catalogue.format(fault.line),
                    "column": catalogue.format(fault.column),
                    "problem": fault.path.isEmpty ? fault.problem : "\(fault.problem) · \(fault.path)", "found": fault.found, "belongs": fault.belongs,
                ]
            },
        ]
    }

    var values: [String: Any] {
        var blocks = [totals, moves, discounts]
        blocks += [(ScreenKey.mostGaining, rehearsal.gaining), (.mostLosing, rehearsal.losing)].filter { !$0.1.isEmpty }.map(members)
        if !rehearsal.to.missing.isEmpty {
            blocks.append(
                block(.figuresMissing, [.officeSetting, .rule, .officeExpects], rehearsal.to.missing.map { [$0.key, $0.rule.rawValue, $0.expects] }))
        }
        return ["svg": rehearsal.chart(tables, language: catalogue.language).svg, "blocks": blocks]
    }

    private var totals: [String: Any] {
        let (day, settled) = (rehearsal.onTheDay, rehearsal.settled)
        var rows = zip(day.tiers, settled.tiers).map { row(tables.name(of: $0.tier).text(in: catalogue.language), $0.members, $1.members) }
        rows.append(row(label(.pointsOwed), day.points, settled.points))
        if let before = day.liability, let after = settled.liability {
            rows.append([label(.pointsWorth)] + [before.before, before.after, after.after].map(money))
        }
        rows.append(row(label(.giftsOwed), day.gifts, settled.gifts))
        rows.append(row(label(.exchangesDue), day.exchanges, settled.exchanges))
        return block(nil, [.officeFigure, .tableBefore, .tableOnTheDay, .tableSettled], rows)
    }

    private var moves: [String: Any] {
        let (day, settled) = (rehearsal.onTheDay, rehearsal.settled)
        let counts: [(ScreenKey, Int, Int)] = [
            (.membersRise, day.rise, settled.rise), (.membersFall, day.fall, settled.fall), (.pointsGained, day.pointsGained, settled.pointsGained),
            (.pointsLost, day.pointsLost, settled.pointsLost), (.exchangesNew, day.newExchanges, settled.newExchanges),
        ]
        return block(nil, [.officeFigure, .tableOnTheDay, .tableSettled], counts.map { [label($0)] + [$1, $2].map { catalogue.format($0) } })
    }

    private var discounts: [String: Any] {
        let amount = rehearsal.discounts.amount
        return block(
            .discountsOfYear, [.salesCount, .tableBefore, .tableAfter, .tableChange],
            [[catalogue.format(rehearsal.discounts.sales)] + [amount.before, amount.after, amount.change].map(money)])
    }

    private func members(_ title: ScreenKey, _ members: [MemberRehearsal]) -> [String: Any] {
        block(
            title, [.member, .tableBefore, .tableAfter, .points, .tableChange],
            members.map { member in
                let change = Change(member.before.points.count, member.after.points.count)
                return [member.member.rawValue] + [member.before.tier, member.after.tier].map { tables.name(of: $0).text(in: catalogue.language) }
                    + [change.after, change.change].map { catalogue.format($0) }
            })
    }

    private func row(_ name: String, _ day: Change, _ settled: Change) -> [String] {
        [name] + [day.before, day.after, settled.after].map { catalogue.format($0) }
    }

    private func block(_ title: ScreenKey?, _ columns: [ScreenKey], _ rows: [[String]]) -> [String: Any] {
        var values: [String: Any] = ["columns": columns.map(label), "rows": rows.map { ["cells": $0] }]
        if let title { values["title"] = label(title) }
        return values
    }

    private func label(_ key: ScreenKey) -> String { catalogue.text(key) }
    private func money(_ minor: Int) -> String { catalogue.format(Money(minor: minor), rehearsal.currency) }
}
