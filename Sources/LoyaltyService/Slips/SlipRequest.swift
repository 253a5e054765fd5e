import LoyaltyModel
import PointOfService

/// Which slip is wanted.
struct SlipRequest: Decodable {
    /// The slips there are.
    enum Kind: String, Decodable, CaseIterable {
        case receipt, statement, queue, request, visit
    }

    let kind: Kind
    /// Whose; for a statement, and for a place in the queue where it is a member's.
    let member: MemberID?
    /// The ticket of a receipt.
    let ticket: TicketID?
    /// The benefit request.
    let request: RequestID?
    /// The visit.
    let visit: VisitID?
    /// The place in the queue.
    let number: Int?
    /// Whose printer; the till's when absent.
    let at: DeviceRole?
}
