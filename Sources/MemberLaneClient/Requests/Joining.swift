/// Somebody who wants to join. What a club demands is in its table; what is missing is refused with a sentence.
public struct Joining: Codable, Sendable, Hashable {
    /// The account's name; drawn by the service when nil.
    public var member: String?
    /// The name as the member writes it.
    public var name: String?
    /// How the member wants to be addressed.
    public var address: String?
    /// The birthday, `1985-03-02`.
    public var birthday: String?
    /// The mobile number.
    public var phone: String?
    /// The member who recruited this one, by account.
    public var recruiter: String?
    /// The member who introduced this one, by account.
    public var introducedBy: String?
    /// Earlier tickets of this person, sold to nobody.
    public var tickets: [String]?
    /// The version of the terms that was accepted.
    public var terms: String?
    /// Who lets somebody join who has not qualified yet; needs ``reason``.
    public var allowedBy: String?
    /// Why.
    public var reason: String?
    /// The messages this person agrees to, such as `birthday`.
    public var agreesTo: [String]?

    enum CodingKeys: String, CodingKey {
        case member, name, address, birthday, phone, recruiter, tickets, terms, reason
        case introducedBy = "introduced_by"
        case allowedBy = "allowed_by"
        case agreesTo = "agrees_to"
    }

    /// Somebody who wants to join.
    public init(name: String? = nil, phone: String? = nil, birthday: String? = nil, tickets: [String]? = nil, member: String? = nil) {
        self.name = name
        self.phone = phone
        self.birthday = birthday
        self.tickets = tickets
        self.member = member
    }
}
