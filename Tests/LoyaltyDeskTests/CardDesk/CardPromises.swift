import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// What holds at the card desk, whatever happened.
enum CardPromises {
    /// What became of an act.
    enum Outcome {
        case done(CardJobAnswer?)
        case refused(TroubleCode)
    }

    static func outcome(of act: CardShop.Act, in shop: inout CardShop) async -> Outcome {
        do { return .done(try await shop.perform(act)) } catch { return .refused((error as? Trouble)?.code ?? .unexpected) }
    }

    /// What is broken in a state.
    static func problems(in shop: CardShop, _ record: CardShop.Record) async throws -> [String] {
        var problems: [String] = []
        if record.valid.count != 1 { problems.append("\(record.valid.count) cards are valid") }
        if Set(shop.pieces.map(\.number)).count != shop.pieces.count { problems.append("a number is on two pieces of card") }
        if record.open != (shop.job == nil ? 0 : 1) { problems.append("\(record.open) jobs are open") }
        let others = shop.othersCard
        if try await shop.store.read({ try $0.card(others)?.state }) != .valid { problems.append("the other member's card changed") }
        if let job = shop.job, try await shop.desk.cardJob(job, CardShop.context()).next.isEmpty { problems.append("the job is without a way out") }
        for piece in shop.distinctPieces(record).map({ shop.pieces[$0] }) {
            let answer = await answer(to: piece, in: shop)
            let wanted: TroubleCode? =
                switch record.state(of: piece.number) {
                case .valid: nil
                case .replaced: .cardReplaced
                case .lost: .cardLost
                case .unused: .cardSpoiled
                case .pending: .cardNotActive
                case nil: .unexpected
                }
            if answer != wanted { problems.append("a piece of card answers \(String(describing: answer)), not \(String(describing: wanted))") }
        }
        return problems
    }

    private static func answer(to piece: CardShop.Piece, in shop: CardShop) async -> TroubleCode? {
        do {
            _ = try await shop.desk.identify(IdentifyRequest(value: piece.number.digits, entry: .swiped), CardShop.context())
            return nil
        } catch { return (error as? Trouble)?.code ?? .unexpected }
    }

    /// What an act broke.
    static func problems(
        with act: CardShop.Act, _ outcome: Outcome, from old: (shop: CardShop, record: CardShop.Record), to shop: inout CardShop, _ record: CardShop.Record
    ) async throws -> [String] {
        var problems = monotony(from: old.record, to: record)
        for card in record.cards where card.isPrinted && old.record.cards.first(where: { $0.number == card.number })?.isPrinted != true {
            if !isReadBack(act, of: card.number, in: old.shop) { problems.append("a card counts as printed that nobody read back") }
        }
        switch outcome {
        case .refused(let code):
            if record != old.record { problems.append("a refusal changed something") }
            problems += naming(code, act, old)
        case .done(let answer):
            if needsPermission(act, old.record) { problems.append("it was done without permission") }
            if let answer { problems += charging(answer, old.record, &shop) }
        }
        if case .beginPrint = act, case .done = outcome, let order = shop.prints.last?.order {
            let tier = try await shop.desk.member(CardShop.member, CardShop.context()).tier.id
            if order.tier != tier { problems.append("the card shows \(order.tier), the account is \(tier)") }
        }
        return problems
    }

    /// A card that was replaced, lost or given up never comes back.
    private static func monotony(from old: CardShop.Record, to record: CardShop.Record) -> [String] {
        old.cards.filter { [.replaced, .lost, .unused].contains($0.state) && record.state(of: $0.number) != $0.state }.map {
            "a card that was \($0.state) came back"
        }
    }

    private static func isReadBack(_ act: CardShop.Act, of number: CardNumber, in shop: CardShop) -> Bool {
        switch act {
        case .readBack(let shown): shop.text(of: shown) == number.digits
        case .typed(let allowed): allowed
        default: false
        }
    }

    private static func needsPermission(_ act: CardShop.Act, _ old: CardShop.Record) -> Bool {
        switch act {
        case .open(.reissue, reason: .lost, allowed: false):
            // A loss that was reported with permission is not reported again when its successor is made later.
            !old.valid.contains { !$0.isPrinted && $0.replaces != nil }
        case .excuse(_, allowed: false), .typed(allowed: false): true
        default: false
        }
    }

    /// A card made anew for loss or damage is paid for once; nothing else costs anything.
    private static func charging(_ answer: CardJobAnswer, _ old: CardShop.Record, _ shop: inout CardShop) -> [String] {
        let isOwed = answer.kind == .reissue && (answer.reason == .lost || answer.reason == .damaged)
        guard (answer.fee != nil) == isOwed else { return ["the fee is \(answer.fee?.net.minor ?? 0) for \(answer.kind) \(answer.reason?.rawValue ?? "")"] }
        guard isOwed, let card = old.job?.oldCard else { return [] }
        let isTwice = shop.charged.contains(card)
        shop.charged.append(card)
        return isTwice ? ["one loss was charged twice"] : []
    }

    /// A wrong card is named for what it is.
    private static func naming(_ code: TroubleCode, _ act: CardShop.Act, _ old: (shop: CardShop, record: CardShop.Record)) -> [String] {
        guard let job = old.record.job else { return [] }
        let wanted: TroubleCode?
        switch act {
        case .readBack(let shown) where [.printing, .printed].contains(job.state):
            wanted = name(shown, old, sought: job.newCard, other: job.oldCard, otherIs: .wrongCardOld, unknown: .wrongCard)
        case .handIn(let shown) where job.state == .awaitingOldCard:
            wanted = name(shown, old, sought: job.oldCard, other: job.newCard, otherIs: .notTheOldCard, unknown: .notTheOldCard)
        case .readBack, .handIn, .writeStripe: wanted = .jobWrongState
        case .typed(allowed: false): wanted = [.printing, .printed].contains(job.state) ? .readBackByReader : .jobWrongState
        case .open: wanted = .jobOpen
        default: return []
        }
        return code == wanted ? [] : ["refused with \(code), not \(String(describing: wanted))"]
    }

    private static func name(
        _ shown: CardShop.Shown, _ old: (shop: CardShop, record: CardShop.Record), sought: CardNumber?, other: CardNumber?, otherIs: TroubleCode,
        unknown: TroubleCode
    ) -> TroubleCode? {
        switch shown {
        case .anothers: return .wrongCardAnothers
        case .unknown: return unknown
        case .bankCard: return .paymentCardRefused
        case .piece(let place):
            let number = old.shop.pieces[place].number
            if number == sought { return nil }
            switch old.record.state(of: number) {
            case .unused: return .wrongCardSpoiled
            case .lost: return .cardLost
            case .replaced: return .cardReplaced
            case .valid, .pending: return number == other ? otherIs : .unexpected
            case nil: return .unexpected
            }
        }
    }
}
