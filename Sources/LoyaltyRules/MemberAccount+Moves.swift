public import LoyaltyModel

extension MemberAccount {
    /// The moves of points that the facts known now call for, in order of their keys' making.
    ///
    /// A balance is always that of the history in which every fact had been known from the start (RULES 10.8): returns, late entries and back-fill change the
    /// facts, and the ledger follows by opposite entries.
    public func moves(under book: ProgrammeBook) -> [Move] {
        let units = countedUnits(in: book)
        return onceMoves(under: book.current, units: units) + ordinalMoves(units) + spendMoves()
    }

    /// The points for joining and for the profile that wait for the first purchase that counts (A-KM-16); zero when they do not wait.
    public func waitingPoints(under book: ProgrammeBook) -> Points {
        guard book.current.membership.waitsForPurchase != nil, countedUnits(in: book).isEmpty else { return .zero }
        return onceRows(under: book.current).reduce(.zero) { $0 + $1.once.points }
    }

    private func onceRows(under programme: Programme) -> [(once: EarningTable.Once, key: MoveKey, at: Instant, text: PhraseKey)] {
        var rows: [(once: EarningTable.Once, key: MoveKey, at: Instant, text: PhraseKey)] = []
        if let joining = programme.earning.joining { rows.append((joining, "joining", member.enrolment.at, .pointsForJoining)) }
        if let profile = programme.earning.profile, let at = member.profileCompletedAt { rows.append((profile, "profile", at, .pointsForProfile)) }
        return rows
    }

    private func onceMoves(under programme: Programme, units: [CountedUnit]) -> [Move] {
        let waits = programme.membership.waitsForPurchase != nil
        if waits, units.isEmpty { return [] }
        return onceRows(under: programme).map { row in
            Move(
                key: row.key, rule: row.once.rule, programme: programme.version, points: row.once.points,
                effective: max(row.at, waits ? units[0].sale.occurredAt : row.at), ticket: nil,
                text: Phrase(row.text, ["points": .points(row.once.points)]))
        }
    }

    private func ordinalMoves(_ units: [CountedUnit]) -> [Move] {
        units.enumerated().compactMap { offset, unit in
            guard let (row, points) = unit.table.award(at: offset + 1), points != .zero else { return nil }
            return Move(
                key: unit.key, rule: row.rule, programme: unit.programme.version, points: points, effective: unit.sale.occurredAt, ticket: unit.sale.ticket,
                text: Phrase(.pointsForOrdinal, ["ordinal": .count(offset + 1), "points": .points(points)]))
        }
    }

    private func spendMoves() -> [Move] {
        sales.filter { !$0.isClaimed }.flatMap { sale in
            sale.lines.compactMap { line in
                guard let earning = line.earning, line.standingPoints != .zero else { return nil }
                return Move(
                    key: MoveKey("spend \(sale.ticket)/\(line.id)"), rule: earning.rule, programme: sale.programme, points: line.standingPoints,
                    effective: sale.occurredAt, ticket: sale.ticket, text: earning.text)
            }
        }
    }
}
