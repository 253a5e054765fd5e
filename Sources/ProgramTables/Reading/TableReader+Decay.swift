internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// What staying away costs: the months that keep the points, and the blocks behind them.
    func readInactivity() -> InactivityLadder? {
        var grace: Int?
        if let row = section("keep") {
            _ = published.row(row)
            grace = row.required("months", "how many months without a service cost nothing, such as 6")?.number(in: 1...120, "a number of months, such as 6")
            published.add(grace.map(PublishedRow.Value.withinMonths))
            row.finish()
        }
        guard let map = section("decay") else { return nil }
        _ = map.required("categories", "the categories that keep a member active, such as [service]")
        let categories = categorySet(map)
        var blocks: [(block: InactivityLadder.Block, months: ClosedRange<Int>, field: Field)] = []
        for row in rows(map) {
            let rule = published.row(row)
            let field = row.required("months", "which months of the ladder, such as 1-6")
            let months = field?.months()
            let points = row.required("points", "points for each month, such as 25 each")?.pointsEach()
            published.add(months.map(PublishedRow.Value.months))
            published.add(points.map(PublishedRow.Value.pointsMonthly))
            row.finish()
            guard let field, let months else { continue }
            blocks.append((InactivityLadder.Block(rule: rule ?? "", months: months.count, points: points ?? .zero), months, field))
        }
        map.finish()
        check(blocks.map { ($0.months, $0.field) })
        if root.optional("keep") == nil {
            log.note(
                .missingKey, at: map.mark, path: map.path, found: "decay without the months that keep the points",
                belongs: "a section keep: { rule, months: 6, row }")
        }
        guard let grace else { return nil }
        return InactivityLadder(
            graceMonths: grace, firstBlockStartsMonth: choices.answer(.firstBlock) == "7" ? 7 : 1, blocks: blocks.map(\.block),
            posting: choices.value(.posting) ?? .monthlyArrears, afterLast: choices.answer(.afterLast) == "as_last_block" ? .asLastBlock : .stop,
            floor: choices.value(.floor) ?? .zero, activity: choices.value(.activity) ?? .service, categories: categories,
            anchor: choices.value(.noActivityAnchor) ?? .joining, reversesOnLateActivity: choices.answer(.reverseLate) != "no")
    }

    /// Blocks follow each other from month 1 on, without a gap.
    private func check(_ blocks: [(months: ClosedRange<Int>, field: Field)]) {
        var next = 1
        for (index, (months, field)) in blocks.enumerated() {
            let first = months.lowerBound
            if index > 0, first < blocks[index - 1].months.lowerBound {
                field.note(.bandsOutOfOrder, belongs: "blocks stand in the order of their months: one that begins at \(next)")
            } else if first < next {
                field.note(.bandsOverlap, belongs: "a block that begins at \(next): month \(next - 1) has its block already")
            } else if first > next {
                field.note(.bandsGap, belongs: "a block that begins at \(next): no block counts month \(next)")
            }
            next = max(next, months.upperBound + 1)
        }
    }

    /// Points for introducing somebody.
    func readReferral() -> Referral? {
        guard let row = section("referral") else { return nil }
        let rule = published.row(row)
        let categories = categorySet(row)
        let expects = "points for each person introduced, such as 50"
        let points = figure(row.required("points", "\(expects), or unknown"), key: "referral.points", rule: rule, expects: expects) { $0.points(expects) }
        published.add(points) { .points($0) }
        row.finish()
        choices.refuse(.recruitTrigger, except: Referral.Trigger.allCases.map(\.rawValue), why: "the introduction of a customer is credited")
        return rule.map { Referral(rule: $0, points: points, trigger: choices.value(.recruitTrigger) ?? .firstPaidService, categories: categories) }
    }

    /// The categories that a block names; empty where it names none.
    func categorySet(_ map: MapReader) -> Set<CategoryID> {
        let names = map.optional("categories")?.list("a list of categories, such as [service]")?.compactMap { $0.name("a category") } ?? []
        return Set(names.map { CategoryID($0) })
    }
}

extension Field {
    /// `1-6`, or `1`.
    fileprivate func months() -> ClosedRange<Int>? {
        let belongs = "months of the ladder, such as 1-6"
        guard let text = text(belongs) else { return nil }
        let ends = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false).map { part in
            if case .value(let count) = ExactNumber(part.trimmed, decimals: 0), (1...600).contains(count) { count } else { 0 }
        }
        guard !ends.contains(0), (1...2).contains(ends.count), let first = ends.first, let last = ends.last else {
            note(.malformed, belongs: belongs)
            return nil
        }
        guard first <= last else {
            note(.bandsOutOfOrder, belongs: "the lower month first: \(last)-\(first)")
            return nil
        }
        return first...last
    }

    /// `25 each`: what is taken for each month.
    fileprivate func pointsEach() -> Points? {
        let belongs = "points for each month, such as 25 each"
        guard let text = text(belongs) else { return nil }
        guard text.hasSuffix(" each"), case .value(let count) = ExactNumber(text.dropLast(5).trimmed, decimals: 0), (1...Points.most).contains(count) else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return Points(count)
    }
}
