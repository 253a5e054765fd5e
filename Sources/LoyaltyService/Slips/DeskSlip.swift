public import LoyaltyDesk
public import LoyaltyModel

/// What a slip tells: the desk's own answers, in the language of who takes it along.
public enum DeskSlip: Sendable, Hashable {
    /// A ticket that was sold, voided or taken back.
    case receipt(TicketAnswer)
    /// A member's account with every entry.
    case statement(StatementAnswer, MemberAnswer)
    /// A place in the queue; a member whose tier gives priority goes first (TI-07).
    case queue(number: Int, MemberAnswer?)
    /// A request for a benefit (KM-15 … KM-18). Whom the dealer calls is internal and not in it (KM-19).
    case request(RequestID, BenefitID, MemberAnswer)
    /// A visit for the member to sign (GY-9): its lines as the table asks for them, in the club's language.
    case visit([String])
}
