internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// A tier as its row gives it.
    private struct Rung {
        let tier: TierLadder.Tier
        let band: PointsBand?
        let field: Field?
    }

    /// The ladder; also the rule of promotion, when the text has one.
    func readTiers() -> (ladder: TierLadder, promotion: RuleID?)? {
        guard root.required("tiers", "the tiers, lowest first") != nil, let map = section("tiers") else { return nil }
        if map.optional("rows")?.node.text == "none" { return readNoTiers(map) }
        let below = map.required("below", "what a member below the first tier is called")?.wording(head.language)
        var promotion: RuleID?
        var rungs: [Rung] = []
        for row in rows(map) {
            if let field = row.optional("promotion") {
                _ = field.word(of: ["points_or_recruits"])
                promotion = published.row(row)
                row.finish()
            } else if let field = row.optional("levels") {
                let rule = published.row(row)
                rungs += readLevels(row, field, rule).map { Rung(tier: $0, band: nil, field: nil) }
                row.finish()
            } else if row.optional("tier") == nil, row.optional("points") == nil, row.optional("from") == nil {
                _ = published.row(row)
                row.finish()
            } else if let rung = readTier(row, promotion) {
                rungs.append(rung)
            }
        }
        map.finish()
        check(rungs)
        if rungs.isEmpty { log.note(.missingKey, at: map.mark, path: map.path, found: "no tier", belongs: "one row for each tier, lowest first") }
        guard let below else { return nil }
        return (
            TierLadder(
                tiers: rungs.map(\.tier), belowFirst: below, demotion: choices.value(.demotion) ?? .atOnce,
                countsNetOfReturns: choices.answer(.tierBasis) != "gross"), promotion
        )
    }

    /// A text that names no tiers: everybody stands below.
    private func readNoTiers(_ map: MapReader) -> (ladder: TierLadder, promotion: RuleID?)? {
        let below = map.required("below", "what its customers are called")?.wording(head.language)
        map.finish()
        return below.map { (TierLadder(tiers: [], belowFirst: $0), nil) }
    }

    private func readTier(_ row: MapReader, _ promotion: RuleID?) -> Rung? {
        let rule = published.row(row)
        let id = tierID(row.required("tier", "the tier's name in answers, such as silver"))
        let name = row.required("name", "the tier's name on card and screen")?.wording(head.language)
        if let from = row.optional("from") {
            _ = from.word(of: ["joining"])
            row.finish()
            guard let rule, let id, let name else { return nil }
            let tier = TierLadder.Tier(id: id, name: name, rule: rule, points: .known(.zero), recruits: 0)
            return Rung(tier: tier, band: nil, field: from)
        }
        let key = "tier.\(id?.rawValue ?? "").points"
        let pointsField = row.required("points", "a band such as 30-210 or 501 and up, or unknown")
        var source = pointsField
        let figure = figure(pointsField, key: key, rule: promotion ?? rule, expects: "points it begins at, such as 1000 and up") { field in
            source = field
            return field.pointsBand()
        }
        published.add(figure) { .pointsBand(from: $0.from, through: $0.through) }
        let recruits = row.optional("recruits").flatMap { $0.number(in: 1...1_000_000, "a number of recruits, such as 10") }
        published.add(recruits.map(PublishedRow.Value.recruits))
        row.finish()
        guard let rule, let id, let name else { return nil }
        return Rung(tier: .init(id: id, name: name, rule: rule, points: figure.map(\.from), recruits: recruits), band: figure.value, field: source)
    }

    /// A higher tier takes more recruits than the one below it (SH-06, SH-07).
    private func checkRecruits(_ rungs: [Rung]) {
        var most = 0
        for rung in rungs {
            guard let recruits = rung.tier.recruits, recruits > 0 else { continue }
            if recruits <= most {
                rung.field?.note(.bandsOutOfOrder, belongs: "more than \(most) recruits: the tier below takes as many", found: "\(recruits)")
            }
            most = max(most, recruits)
        }
    }

    /// Bands have to tile: no overlap, no gap, the last without an end.
    private func check(_ rungs: [Rung]) {
        checkRecruits(rungs)
        var last: PointsBand?
        for rung in rungs {
            guard let field = rung.field, let band = rung.band ?? (rung.tier.points.value.map { PointsBand(from: $0, through: nil) }) else { continue }
            if let last {
                if band.from <= last.from {
                    field.note(.bandsOutOfOrder, belongs: "tiers stand lowest first: more than \(last.from.count) points")
                } else if let through = last.through, band.from <= through {
                    field.note(.bandsOverlap, belongs: "a band that begins at \(through.count + 1): the one before ends at \(through.count)")
                } else if let through = last.through, band.from.count > through.count + 1 {
                    field.note(.bandsGap, belongs: "a band that begins at \(through.count + 1): the one before ends at \(through.count)")
                }
            }
            last = band
        }
        if let highest = rungs.last, let band = highest.band, let through = band.through {
            highest.field?.note(.bandsGap, belongs: "a highest tier without an end, \(band.from.count) and up: nothing stands above \(through.count)")
        }
    }
}

extension Figure {
    /// The same figure in another form.
    func map<Other>(_ change: (Value) -> Other) -> Figure<Other> {
        switch self {
        case .known(let value): .known(change(value))
        case .notOffered: .notOffered
        case .unknown(let key): .unknown(key: key)
        }
    }
}
