internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// What counts as a purchase of the ordinal rows.
struct Scope {
    var category: CategoryID
    var from: Day
    var fromRule: RuleID
    var flags: Set<FlagID>
    var flagRule: RuleID
}

extension TableReader {
    /// From when on, and in which phase, a purchase counts.
    func readScope() -> Scope? {
        guard let map = section("scope") else { return nil }
        let category = map.required("category", "what counts, such as vehicle")?.name("a category")
        var from: (rule: RuleID, day: Day)?
        if let row = map.required("from", "{ rule, day, row }")?.map("{ rule, day, row }") {
            let rule = published.row(row)
            let day = row.required("day", "the first day on which a purchase counts")?.day(head.calendar)
            published.add(day.map(PublishedRow.Value.day))
            row.finish()
            if let rule, let day { from = (rule, day) }
        }
        let phase = choices.answer(.phase).flatMap { Int($0) } ?? 1
        var flags: Set<FlagID> = []
        var flagRule: RuleID?
        var numbers: [Int] = []
        for row in map.required("phases", "a row for each phase: { phase, rule, flags, row }")?.list()?.compactMap({ $0.map("a phase") }) ?? [] {
            let rule = published.row(row)
            let numberField = row.required("phase", "1, 2, …")
            let number = numberField?.number(in: 1...9, "the number of the phase")
            let added = row.required("flags", "the flags that count from this phase on, such as [direct]")?.list()?.compactMap { $0.name("a flag") } ?? []
            row.finish()
            published.add(.words(added.joined(separator: ", ")))
            guard let rule, let number else { continue }
            if numbers.contains(number) { numberField?.note(.duplicateID, belongs: "each phase once") }
            numbers.append(number)
            let isLeftOut = number > 1 && choices.answer(.secondHand) == "nothing"
            if number <= phase, !isLeftOut { flags.formUnion(added.map { FlagID($0) }) }
            flagRule = flagRule ?? rule
        }
        map.finish()
        guard let category, let from, let flagRule else { return nil }
        return Scope(category: CategoryID(category), from: from.day, fromRule: from.rule, flags: flags, flagRule: flagRule)
    }

    /// What earns points.
    func readEarning(_ scope: Scope?) -> EarningTable {
        var table = EarningTable(pendingDays: choices.pendingDays.map { .known($0) } ?? .notOffered)
        guard let map = section("earn") else { return table }
        var ordinal: [(row: OrdinalTable.Row, category: CategoryID, field: Field)] = []
        for row in rows(map) {
            let rule = published.row(row)
            let forField = row.required("for", "joining, profile, spend, or a category with positions, such as vehicle 1 or vehicle 4-10")
            switch forField?.node.text {
            case "joining", "profile":
                let isJoining = forField?.node.text == "joining"
                let points = row.required("points", "whole points, such as 30")?.points()
                published.add(points.map(PublishedRow.Value.points))
                if (isJoining ? table.joining : table.profile) != nil { forField?.note(.duplicateID, belongs: "one row for it") }
                guard let rule, let points else { break }
                let once = EarningTable.Once(rule: rule, points: points)
                if isJoining { table.joining = once } else { table.profile = once }
            case "spend":
                if table.spend != nil { forField?.note(.duplicateID, belongs: "one row for money spent") }
                let rate = row.required("rate", "points per money spent, such as 1 point / \(head.currency.example), or unknown")
                table.spend = rate.flatMap { readSpend($0, row, rule) }
            default:
                guard let forField, let (category, positions) = forField.positions() else { break }
                let points = row.required("points", "points for it, such as 60, or 40 each")?.ordinalPoints(positions)
                published.add(points.map { positions.count > 1 ? .pointsEach($0) : .points($0) })
                // A row whose points are wrong still counts its purchases: one fault is enough.
                ordinal.append((OrdinalTable.Row(rule: rule ?? "", positions: positions, points: points ?? .zero), category, forField))
            }
            row.finish()
        }
        map.finish()
        check(ordinal, scope)
        table.ordinal = ordinalTable(ordinal.map(\.row), scope)
        return table
    }

    /// Points for money spent; `field` is the rate.
    func readSpend(_ field: Field, _ row: MapReader, _ rule: RuleID?) -> EarningTable.Spend? {
        let currency = head.currency
        let expects = "points per money spent, such as 1 point / \(currency.example)"
        let rate = figure(field, key: "earn.spend.rate", rule: rule, expects: expects) { $0.spendRate(currency) }
        published.add(rate) { .spendRate($0) }
        let categories = categorySet(row)
        return rule.map { .init(rule: $0, rate: rate, categories: categories) }
    }

    /// Ordinal rows count from the first purchase on without a gap, all of one category, which is that of the scope.
    private func check(_ rows: [(row: OrdinalTable.Row, category: CategoryID, field: Field)], _ scope: Scope?) {
        var next = 1
        for (row, category, field) in rows {
            let first = row.positions.lowerBound
            if first < next { field.note(.bandsOverlap, belongs: "a row that begins at \(next): purchase \(next - 1) has its row already") }
            if first > next { field.note(.bandsGap, belongs: "a row that begins at \(next): no row counts purchase \(next)") }
            next = max(next, row.positions.upperBound + 1)
            if let scope, category != scope.category { field.note(.unknownName, belongs: "\(scope.category), the category of the scope") }
        }
        if scope == nil, let first = rows.first {
            first.field.note(
                .missingKey, belongs: "a section scope that says which \(first.category) counts, and from when", found: "counted purchases without a scope")
        }
    }

    private func ordinalTable(_ rows: [OrdinalTable.Row], _ scope: Scope?) -> OrdinalTable? {
        guard let scope, var last = rows.last else { return nil }
        var rows = rows
        if choices.answer(.beyondLastRow) == "as_last_row" {
            last.positions = last.positions.lowerBound...Int.max
            rows[rows.count - 1] = last
        }
        return OrdinalTable(
            rows: rows, mode: choices.answer(.ordinalMode) == "cumulative" ? .cumulative : .incremental, category: scope.category,
            countedFlags: scope.flags, flagRule: scope.flagRule, from: scope.from, fromRule: scope.fromRule,
            rowMeaning: choices.value(.ordinalRows) ?? .positions, reranksOnCancel: choices.answer(.rerank) != "no")
    }
}

extension Field {
    /// `60` for one purchase, `40 each` for several.
    fileprivate func ordinalPoints(_ positions: ClosedRange<Int>) -> Points? {
        let isSeveral = positions.count > 1
        let belongs = isSeveral ? "points for each of them, such as 40 each" : "points for it, such as 60"
        guard let text = text(belongs) else { return nil }
        guard text.hasSuffix(" each") == isSeveral, case .value(let count) = ExactNumber((isSeveral ? text.dropLast(5) : text[...]).trimmed, decimals: 0),
            count <= Points.most
        else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return Points(count)
    }
}
