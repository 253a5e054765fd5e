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
    /// How many points.
    public let points: Points
    /// When it counts from.
    public let effective: Instant
    /// The ticket that causes it.
    public let ticket: TicketID?
    /// The entry it corrects.
    public let corrects: EntryID?
    /// The arithmetic in words.
    public let text: Phrase

    /// The entry at its place in the journal: points leave or return to the club's issued points.
    public func entry(id: EntryID) -> Entry {
        Entry(
            id: id, member: member, key: key, rule: rule, programme: programme, effective: effective, ticket: ticket, corrects: corrects, text: text,
            postings: [Posting(account: .memberPoints(member), amount: points.count), Posting(account: .issuedPoints, amount: -points.count)])
    }
}

extension MemberAccount {
    /// The entries that bring what is posted to what the facts call for: new moves, and opposite entries that name what they correct.
    ///
    /// `cause` is the ticket at hand; a correction of another ticket's points keeps that ticket.
    public func reconciliation(under book: ProgrammeBook, at instant: Instant, cause: TicketID?) -> [EntryDraft] {
        let moves = moves(under: book)
        let wanted = Set(moves.map(\.key))
        let gone = posted.filter { $0.value.points != .zero && !wanted.contains($0.key) }.sorted { $0.key < $1.key }
        return gone.map { reversal(of: $0.value, key: $0.key, at: instant, cause: cause, book: book) }
            + moves.flatMap { entries(for: $0, at: instant, cause: cause, book: book) }
    }

    private func entries(for move: Move, at instant: Instant, cause: TicketID?, book: ProgrammeBook) -> [EntryDraft] {
        guard let posted = posted[move.key], posted.points != .zero else { return [draft(of: move)] }
        if posted.rule == move.rule {
            let change = move.points - posted.points
            return change == .zero ? [] : [draft(of: move, points: change, corrects: posted.entry)]
        }
        return [reversal(of: posted, key: move.key, at: instant, cause: cause, book: book), draft(of: move)]
    }

    private func draft(of move: Move, points: Points? = nil, corrects: EntryID? = nil) -> EntryDraft {
        EntryDraft(
            member: member.id, key: move.key, rule: move.rule, programme: move.programme, points: points ?? move.points, effective: move.effective,
            ticket: move.ticket, corrects: corrects, text: corrects == nil ? move.text : Self.correction(points ?? move.points))
    }

    private func reversal(of posted: PostedMove, key: MoveKey, at instant: Instant, cause: TicketID?, book: ProgrammeBook) -> EntryDraft {
        EntryDraft(
            member: member.id, key: key, rule: posted.rule, programme: book.current.version, points: -posted.points, effective: instant, ticket: cause,
            corrects: posted.entry, text: Self.correction(-posted.points))
    }

    private static func correction(_ points: Points) -> Phrase { Phrase(.correction, ["points": .points(points)]) }
}
