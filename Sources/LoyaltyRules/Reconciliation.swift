public import LoyaltyModel

/// An entry before the journal has numbered it.
public struct EntryDraft: Sendable, Hashable {
    /// Whose account it moves.
    public let member: MemberID
    /// What it is about.
    public let key: MoveKey
    /// The row of the table.
    public let rule: RuleID
    /// The table it comes from.
    public let programme: ProgrammeVersion
    /// What kind of change it is.
    public let kind: MoveKind
    /// How much, in what `kind` counts.
    public let amount: Int
    /// When it counts from.
    public let effective: Instant
    /// The ticket that causes it.
    public let ticket: TicketID?
    /// The entry it corrects.
    public let corrects: EntryID?
    /// The arithmetic in words.
    public let text: Phrase

    /// The entry at its place in the journal, with the club's account on the other side.
    public func entry(id: EntryID) -> Entry {
        Entry(
            id: id, member: member, key: key, rule: rule, programme: programme, effective: effective, ticket: ticket, corrects: corrects, text: text,
            postings: [Posting(account: kind.account(of: member), amount: amount), Posting(account: kind.contra, amount: -amount)])
    }
}

extension MemberAccount {
    /// The entries that bring what is posted to what the facts call for at `instant`: new moves, and opposite entries that name what they correct.
    ///
    /// `cause` is the ticket at hand; a correction of another ticket's points keeps that ticket.
    public func reconciliation(under book: ProgrammeBook, at instant: Instant, cause: TicketID?) -> [EntryDraft] {
        reconciliation(of: moves(under: book, at: instant), under: book, at: instant, cause: cause)
    }

    /// The same for the moves that are called for among those that `posted` holds.
    func reconciliation(of moves: [Move], under book: ProgrammeBook, at instant: Instant, cause: TicketID?) -> [EntryDraft] {
        let wanted = Set(moves.map(\.key))
        let gone = posted.filter { $0.value.amount != 0 && !wanted.contains($0.key) }.sorted { $0.key < $1.key }
        return gone.map { reversal(of: $0.value, key: $0.key, at: instant, cause: cause, book: book) }
            + moves.flatMap { entries(for: $0, at: instant, cause: cause, book: book) }
    }

    private func entries(for move: Move, at instant: Instant, cause: TicketID?, book: ProgrammeBook) -> [EntryDraft] {
        guard let posted = posted[move.key], posted.amount != 0 else { return [Self.draft(of: move, member: member.id)] }
        if posted.rule == move.rule, posted.kind == move.kind {
            let change = move.amount - posted.amount
            return change == 0 ? [] : [draft(of: move, amount: change, corrects: posted.entry, book: book)]
        }
        return [reversal(of: posted, key: move.key, at: instant, cause: cause, book: book), Self.draft(of: move, member: member.id)]
    }

    /// The entry that makes a move for the first time.
    static func draft(of move: Move, member: MemberID) -> EntryDraft {
        EntryDraft(
            member: member, key: move.key, rule: move.rule, programme: move.programme, kind: move.kind, amount: move.amount, effective: move.effective,
            ticket: move.ticket, corrects: nil, text: move.text)
    }

    private func draft(of move: Move, amount: Int, corrects: EntryID, book: ProgrammeBook) -> EntryDraft {
        EntryDraft(
            member: member.id, key: move.key, rule: move.rule, programme: move.programme, kind: move.kind, amount: amount, effective: move.effective,
            ticket: move.ticket, corrects: corrects, text: Self.correction(amount, move.kind, book))
    }

    private func reversal(of posted: PostedMove, key: MoveKey, at instant: Instant, cause: TicketID?, book: ProgrammeBook) -> EntryDraft {
        EntryDraft(
            member: member.id, key: key, rule: posted.rule, programme: book.current.version, kind: posted.kind, amount: -posted.amount, effective: instant,
            ticket: cause, corrects: posted.entry, text: Self.correction(-posted.amount, posted.kind, book))
    }

    private static func correction(_ amount: Int, _ kind: MoveKind, _ book: ProgrammeBook) -> Phrase {
        kind.unit == .points
            ? Phrase(.correction, ["points": .points(Points(amount))])
            : Phrase(.correctionOfMoney, ["amount": .money(Money(minor: amount), book.current.currency)])
    }
}
