import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// A rehearsal as plain text in a language.
struct RehearsalSheet {
    let tables: RehearsedTables
    let catalogue: Catalogue
    let currency: Currency
    private(set) var lines: [String] = []

    init(_ tables: RehearsedTables, language: Language) {
        self.tables = tables
        catalogue = Catalogue(language)
        currency = tables.new.current.currency
    }

    var text: String { lines.joined(separator: "\n") }

    mutating func head(_ title: ScreenKey, _ from: TableInRehearsal, _ to: TableInRehearsal) {
        lines.append(label(title))
        var table = TextTable()
        for (key, side) in [(ScreenKey.tableBefore, from), (.tableAfter, to)] {
            let mark = side.isExample ? "  (\(label(.exampleFigures)))" : ""
            table.add([label(key), catalogue.format(.name(side.version.rawValue)) + mark])
        }
        lines += table.lines()
        for (key, side) in [(ScreenKey.tableBefore, from), (.tableAfter, to)] where !side.missing.isEmpty {
            lines += ["", "\(label(.figuresMissing)) (\(label(key)))"]
            lines += side.missing.map { "  \($0.key) (\($0.rule)): \($0.expects)" }
        }
    }

    mutating func write(_ totals: RehearsalTotals, withCards: Bool) {
        var table = columns()
        add(.memberCount, Change(totals.members, totals.members), to: &table)
        for tier in totals.tiers { add(name(tier.tier), tier.members, to: &table) }
        add(.pointsOwed, totals.points, to: &table)
        if let worth = totals.liability { addMoney(label(.pointsWorth), worth, to: &table) }
        add(.giftsOwed, totals.gifts, to: &table)
        if withCards { add(.exchangesDue, totals.exchanges, to: &table) }
        close(table)
        var more = TextTable()
        more.add([label(.membersRise), number(totals.rise)])
        more.add([label(.membersFall), number(totals.fall)])
        more.add([label(.pointsGained), number(totals.pointsGained)])
        more.add([label(.pointsLost), number(totals.pointsLost)])
        if withCards { more.add([label(.exchangesNew), number(totals.newExchanges)]) }
        close(more)
        matrix(totals)
    }

    /// How many go from which tier to which.
    private mutating func matrix(_ totals: RehearsalTotals) {
        guard !totals.moves.isEmpty else { return }
        open(.tierMoves)
        let columns = totals.tiers.map(\.tier).filter { tier in totals.moves.contains { $0.to == tier } }
        var table = TextTable()
        table.add([""] + columns.map(name))
        for row in totals.tiers.map(\.tier) where totals.moves.contains(where: { $0.from == row }) {
            table.add(
                [name(row)]
                    + columns.map { column in totals.moves.first { $0.from == row && $0.to == column }.map { number($0.members) } ?? "·" })
        }
        close(table)
    }

    mutating func most(_ title: ScreenKey, _ members: [MemberRehearsal]) {
        guard !members.isEmpty else { return }
        open(title)
        var table = TextTable()
        table.add([label(.member), label(.tier), label(.points), label(.tableChange), label(.discount)])
        for member in members {
            let tier = member.before.tier == member.after.tier ? name(member.after.tier) : "\(name(member.before.tier)) \(arrow) \(name(member.after.tier))"
            let points = Change(member.before.points.count, member.after.points.count)
            table.add([
                catalogue.format(.name(member.member.rawValue)), tier, number(points.after), signed(points.change),
                member.discount.map { $0.change == 0 ? "0" : money($0.change, isSigned: true) } ?? "·",
            ])
        }
        close(table)
    }

    func columns() -> TextTable {
        var table = TextTable()
        table.add(["", label(.tableBefore), label(.tableAfter), label(.tableChange)])
        return table
    }

    func add(_ key: ScreenKey, _ change: Change, to table: inout TextTable) { add(label(key), change, to: &table) }

    func add(_ name: String, _ change: Change, to table: inout TextTable) {
        table.add([name, number(change.before), number(change.after), signed(change.change)])
    }

    func addMoney(_ name: String, _ change: Change, to table: inout TextTable) {
        table.add([name, money(change.before), money(change.after), money(change.change, isSigned: true)])
    }

    mutating func close(_ table: TextTable) { lines += table.lines() }

    /// A blank line, then a heading where there is one.
    mutating func open(_ heading: ScreenKey? = nil) { lines += heading.map { ["", label($0)] } ?? [""] }

    func label(_ key: ScreenKey) -> String { catalogue.text(key) }
    func name(_ tier: TierID) -> String { catalogue.format(.words(tables.name(of: tier))) }
    func number(_ count: Int) -> String { catalogue.format(count) }
    private var arrow: String { catalogue.language == .persian ? "←" : "→" }

    private func signed(_ count: Int) -> String { count > 0 ? plus(number(count)) : number(count) }

    private func money(_ minor: Int, isSigned: Bool = false) -> String {
        let text = catalogue.format(Money(minor: minor), currency)
        return isSigned && minor > 0 ? plus(text) : text
    }

    /// The sign belongs inside the number's isolate, where there is one.
    private func plus(_ text: String) -> String { text.hasPrefix("\u{2066}") ? "\u{2066}+" + text.dropFirst() : "+" + text }
}
