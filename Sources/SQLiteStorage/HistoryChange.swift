internal import LoyaltyModel
internal import LoyaltyStorage

/// A change that has been told and is made in the file later, in the order of telling.
indirect enum HistoryChange: Sendable {
    case record(Record)
    case member(Member)
    case card(Card)
    case sale(Sale)
    case answer(KeptAnswer)

    /// Makes the change in the file.
    func make(in transaction: SQLiteTransaction) throws {
        switch self {
        case .record(let record): try transaction.append(record)
        case .member(let member): try transaction.keep(member)
        case .card(let card): try transaction.keep(card)
        case .sale(let sale): try transaction.keep(sale)
        case .answer(let answer): try transaction.keep(answer)
        }
    }
}

/// Changes that are made together.
struct HistoryStack: Sendable {
    var changes: [HistoryChange] = []
    /// How many events they come from.
    var events = 0
}
