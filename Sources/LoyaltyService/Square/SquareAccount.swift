import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules

/// A member in Square's form. The customer is the member too: there is one record of a person.
///
/// The telephone number goes out only to whoever has just named it.
struct SquareAccount: Encodable, Sendable {
    struct Mapping: Codable, Sendable {
        var id: String?
        var createdAt: String?
        var phone: String?

        enum CodingKeys: String, CodingKey {
            case id
            case createdAt = "created_at"
            case phone = "phone_number"
        }
    }

    struct Deadline: Encodable, Sendable {
        let points: Points
        let at: String

        enum CodingKeys: String, CodingKey {
            case points
            case at = "expires_at"
        }
    }

    let id: MemberID
    let program: ProgrammeID
    let balance: Points
    /// All points ever given, corrections included.
    let lifetimePoints: Points
    let customer: MemberID
    let enrolledAt: String
    let createdAt: String
    let updatedAt: String
    let mapping: Mapping?
    let deadlines: [Deadline]

    enum CodingKeys: String, CodingKey {
        case id, balance, mapping
        case program = "program_id"
        case lifetimePoints = "lifetime_points"
        case customer = "customer_id"
        case enrolledAt = "enrolled_at"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case deadlines = "expiring_point_deadlines"
    }

    init(_ statement: StatementAnswer, of member: Member, phone: String?, programme: Programme) {
        let joined = member.enrolment.at.description
        id = member.id
        program = programme.id
        balance = statement.points
        lifetimePoints = statement.entries.reduce(.zero) { $1.kind == .earned ? $0 + $1.points : $0 }
        customer = member.id
        enrolledAt = joined
        createdAt = joined
        updatedAt = statement.entries.last?.effective.description ?? joined
        mapping = phone.map { Mapping(id: member.id.rawValue, createdAt: joined, phone: $0) }
        deadlines = statement.forecast.filter { $0.points < .zero }.map {
            Deadline(points: -$0.points, at: programme.calendar.start(of: $0.date).description)
        }
    }
}
