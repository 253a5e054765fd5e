internal import LoyaltyModel

/// What an entry leaves unsaid in its record, as it is the same there: in the entry before it; for the first, in the sale that the record tells of.
struct EntryTerms {
    var member: MemberID?
    var rule: RuleID?
    var programme: ProgrammeVersion?
    var effective: Instant?
    var ticket: TicketID?
    var corrects: EntryID?
    /// Those of the entry before, of which an entry on the same accounts says the amounts alone.
    var postings: [Posting] = []

    /// What is the same in the first entry of a record.
    init(of fact: Fact) {
        guard case .sold(let sale) = fact else { return }
        member = sale.member
        programme = sale.programme
        effective = sale.occurredAt
        ticket = sale.ticket
    }

    /// What is the same in the entry behind this one.
    init(of entry: Entry) {
        member = entry.member
        rule = entry.rule
        programme = entry.programme
        effective = entry.effective
        ticket = entry.ticket
        corrects = entry.corrects
        postings = entry.postings
    }
}
