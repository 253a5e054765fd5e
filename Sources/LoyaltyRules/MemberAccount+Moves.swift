public import LoyaltyModel

extension MemberAccount {
    /// The moves of points and stored money that the facts known now call for, up to and at `now`.
    ///
    /// A balance is always that of the history in which every fact had been known from the start, moves in order of date, the floor applied at each step
    /// (RULES 10.8): returns, late entries and back-fill change the facts, and the ledger follows by opposite entries.
    public func moves(under book: ProgrammeBook, at now: Instant) -> [Move] {
        pointMoves(under: book, at: now) + depositMoves(under: book.current)
    }

    private func pointMoves(under book: ProgrammeBook, at now: Instant) -> [Move] {
        let gains = onceEvents(under: book) + referralEvents(under: book.current) + spendEvents()
        let spendings = redemptionEvents() + dealingEvents(under: book.current)
        guard book.current.inactivity != nil || !spendings.isEmpty else { return gains.map(\.move) }
        return timeline(gains + spendings, under: book.current, at: now).moves
    }

    /// The points in order of date, deductions for staying away included.
    func timeline(under book: ProgrammeBook, at now: Instant) -> PointsTimeline {
        timeline(
            onceEvents(under: book) + referralEvents(under: book.current) + spendEvents() + redemptionEvents() + dealingEvents(under: book.current),
            under: book.current, at: now)
    }

    private func timeline(_ events: [PointsTimeline.Event], under programme: Programme, at now: Instant) -> PointsTimeline {
        var events = events
        if let ladder = programme.inactivity {
            let calendar = programme.calendar
            let steps = inactivitySteps(ladder, calendar: calendar, through: calendar.day(of: now))
            events += steps.enumerated().map { PointsTimeline.Event(move: $1.move(under: programme), order: Order.lapse + $0) }
        }
        return PointsTimeline(events, stopsAtZero: programme.inactivity?.floor != .negative)
    }

    /// The points for joining and for the profile that wait for the first purchase that counts (A-KM-16); zero when they do not wait.
    public func waitingPoints(under book: ProgrammeBook) -> Points {
        guard book.current.digest.waitsForPurchase, countedUnits(in: book).isEmpty else { return .zero }
        return onceRows(under: book.current).reduce(.zero) { $0 + $1.once.points }
    }
}

/// Where a move stands among those of the same moment.
private enum Order {
    static let lapse = -2_000_000
    static let once = -1_000_000
    /// A sale's redemption comes before what the sale earns: its own points do not pay for it.
    static func redemption(_ sale: Int) -> Int { 2 * sale }
    static func earning(_ sale: Int) -> Int { 2 * sale + 1 }
    static func dealing(_ index: Int) -> Int { 1_000_000_000 + index }
}

extension MemberAccount {
    private func onceRows(under programme: Programme) -> [(once: EarningTable.Once, key: MoveKey, at: Instant, text: PhraseKey)] {
        var rows: [(once: EarningTable.Once, key: MoveKey, at: Instant, text: PhraseKey)] = []
        if let joining = programme.earning.joining { rows.append((joining, "joining", member.enrolment.at, .pointsForJoining)) }
        if let profile = programme.earning.profile, let at = member.profileCompletedAt { rows.append((profile, "profile", at, .pointsForProfile)) }
        return rows
    }

    /// Points for joining, for the profile and for the purchases that are counted.
    private func onceEvents(under book: ProgrammeBook) -> [PointsTimeline.Event] {
        let units = countedUnits(in: book)
        let waits = book.current.membership.waitsForPurchase != nil
        let rows = waits && units.isEmpty ? [] : onceRows(under: book.current)
        let once = rows.map { row in
            Move(
                key: row.key, rule: row.once.rule, programme: book.current.version, points: row.once.points,
                effective: max(row.at, waits ? units[0].sale.occurredAt : row.at), ticket: nil,
                text: Phrase(row.text, ["points": .points(row.once.points)]))
        }
        return (once + ordinalMoves(units)).map { PointsTimeline.Event(move: $0, order: Order.once) }
    }

    /// Points for the purchases that are counted.
    func ordinalMoves(_ units: [CountedUnit]) -> [Move] { Self.ordinalMoves(units) }

    /// Points for the purchases that are counted.
    static func ordinalMoves(_ units: [CountedUnit]) -> [Move] {
        units.compactMap { unit in
            guard let (row, points) = unit.table.award(at: unit.position, order: unit.order), points != .zero else { return nil }
            return Move(
                key: unit.key, rule: row.rule, programme: unit.programme.version, points: points, effective: unit.sale.occurredAt, ticket: unit.sale.ticket,
                text: Phrase(.pointsForOrdinal, ["ordinal": .count(unit.position), "points": .points(points)]))
        }
    }

    private func spendEvents() -> [PointsTimeline.Event] {
        sales.enumerated().flatMap { index, sale in Self.spendEvents(of: sale, order: Order.earning(index)) }
    }

    private static func spendEvents(of sale: Sale, order: Int) -> [PointsTimeline.Event] {
        guard !sale.isClaimed else { return [] }
        return sale.lines.compactMap { line in
            guard let earning = line.earning, line.standingPoints != .zero else { return nil }
            let move = Move(
                key: MoveKey(spending: line, of: sale), rule: earning.rule, programme: sale.programme,
                points: line.standingPoints, effective: sale.occurredAt, ticket: sale.ticket, text: earning.text)
            return PointsTimeline.Event(move: move, order: order)
        }
    }

    /// Points that paid for part of a line; those of returned units come back (A-X-2).
    private func redemptionEvents() -> [PointsTimeline.Event] {
        sales.enumerated().flatMap { index, sale in Self.redemptionEvents(of: sale, order: Order.redemption(index)) }
    }

    private static func redemptionEvents(of sale: Sale, order: Int) -> [PointsTimeline.Event] {
        sale.lines.compactMap { line in
            guard let redemption = line.redemption, line.standingRedemption != .zero else { return nil }
            let move = Move(
                key: MoveKey("redeem \(sale.ticket)/\(line.id)"), kind: .redeemed, rule: redemption.rule, programme: sale.programme,
                points: -line.standingRedemption, effective: sale.at, ticket: sale.ticket, text: redemption.text)
            return PointsTimeline.Event(move: move, order: order)
        }
    }

    /// What one sale alone moves, with the places it takes in the order of purchases.
    static func events(of sale: Sale, units: [CountedUnit]) -> [PointsTimeline.Event] {
        ordinalMoves(units).map { PointsTimeline.Event(move: $0, order: Order.once) } + spendEvents(of: sale, order: Order.earning(0))
            + redemptionEvents(of: sale, order: Order.redemption(0))
    }

    /// What a sale without counted purchases and redemptions moves, in whatever account it stands.
    static func ownMoves(of sale: Sale, under programme: Programme) -> [Move] {
        spendEvents(of: sale, order: Order.earning(0)).map(\.move) + [payment(of: sale, under: programme)].compactMap(\.self)
    }

    /// Points for each person introduced, from the first of their paid services that stands (TI-09, A-TI-9, RULES 10.12).
    private func referralEvents(under programme: Programme) -> [PointsTimeline.Event] {
        guard let referral = programme.referral, let points = referral.points.value, points != .zero else { return [] }
        return member.introductions.compactMap { introduction in
            guard let since = referral.creditedAt(introduction) else { return nil }
            let move = Move(
                key: MoveKey("referral \(introduction.member)"), rule: referral.rule, programme: programme.version, points: points, effective: since,
                ticket: nil, text: Phrase(.pointsForReferral, ["points": .points(points)]))
            return PointsTimeline.Event(move: move, order: Order.once)
        }
    }

    /// Gifts taken for points, and corrections by hand.
    private func dealingEvents(under programme: Programme) -> [PointsTimeline.Event] {
        dealings.enumerated().compactMap { index, dealing in
            let key = MoveKey("dealing \(dealing.id)")
            let move: Move
            switch dealing.kind {
            case .gift(let gift, let points):
                let name = programme.gifts?[gift]?.name ?? Wording(["en": gift.rawValue])
                move = Move(
                    key: key, kind: .redeemed, rule: programme.gifts?.rule ?? Self.byHand, programme: programme.version, points: -points,
                    effective: dealing.at, ticket: nil, text: Phrase(.pointsForGift, ["gift": .words(name), "points": .points(points)]))
            case .adjustment(let points, let reason):
                move = Move(
                    key: key, rule: Self.byHand, programme: programme.version, points: points, effective: dealing.at, ticket: nil,
                    text: Phrase(.pointsByHand, ["points": .points(points), "reason": .name(reason)]))
            case .deposit, .fee, .entryCondition, .salesTask, .recruitingGift, .suggestionAdopted, .suggestionGift: return nil
            }
            return PointsTimeline.Event(move: move, order: Order.dealing(index))
        }
    }

    /// Money deposited, and tickets paid from it: the part that has not come back (SH-01, RULES 10.13).
    private func depositMoves(under programme: Programme) -> [Move] {
        guard let rule = programme.storedValue?.rule else { return [] }
        let deposits = dealings.compactMap { dealing -> Move? in
            guard case .deposit(let amount) = dealing.kind else { return nil }
            return Move(
                key: MoveKey("dealing \(dealing.id)"), kind: .deposited, rule: rule, programme: programme.version, amount: amount.minor,
                effective: dealing.at, ticket: nil, text: Phrase(.deposited, ["amount": .money(amount, programme.currency)]))
        }
        return deposits + sales.compactMap { Self.payment(of: $0, under: programme) }
    }

    /// A ticket paid from the deposit: the part that has not come back.
    static func payment(of sale: Sale, under programme: Programme) -> Move? {
        guard let rule = programme.storedValue?.rule, sale.paidFrom == .storedValue, sale.standingTotal != .zero else { return nil }
        return Move(
            key: MoveKey(payingFor: sale), kind: .paid, rule: rule, programme: sale.programme, amount: -sale.standingTotal.minor,
            effective: sale.at, ticket: sale.ticket, text: Phrase(.paidFromDeposit, ["amount": .money(sale.standingTotal, programme.currency)]))
    }

    /// What stands in the place of a rule where the owner's hand, and no row, makes a move.
    private static let byHand: RuleID = "owner"
}

extension MoveKey {
    init(spending line: SoldLine, of sale: Sale) { self.init("spend \(sale.ticket.rawValue)/\(line.id.rawValue)") }
    init(payingFor sale: Sale) { self.init("paid \(sale.ticket.rawValue)") }
}

extension Sale {
    /// The keys of all moves that it makes where no purchases are counted and no points were spent on it.
    public var moveKeys: [MoveKey] { lines.map { MoveKey(spending: $0, of: self) } + [MoveKey(payingFor: self)] }
}

extension Referral {
    /// From when an introduction counts; nil while it does not.
    func creditedAt(_ introduction: Introduction) -> Instant? {
        switch trigger {
        case .introduction: introduction.joinedAt
        case .firstPaidService:
            introduction.services.filter { !$0.isReturned }.map(\.occurredAt).min().map { max($0, introduction.joinedAt) }
        }
    }
}

extension InactivityStep {
    fileprivate func move(under programme: Programme) -> Move {
        Move(
            key: key, kind: .lapsed, rule: rule, programme: programme.version, points: -points, effective: programme.calendar.start(of: day), ticket: nil,
            text: .pointsLapsed(points, month: month, since: since))
    }
}
