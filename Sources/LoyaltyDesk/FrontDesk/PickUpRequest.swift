public import LoyaltyModel

/// Something booked for a member.
public struct PickUpRequest: Codable, Sendable, Hashable, MemberNaming {
    /// The booking system's own number of it; drawn when absent.
    public var pickUp: PickUpID?
    /// The member, by account.
    public var member: MemberID?
    /// The member, by what was swiped, scanned or keyed.
    public var card: String?
    /// How.
    public var entry: CardEntry?
    /// What it is, in the shop's words.
    public var what: String
    /// How many; one when absent.
    public var quantity: Int?
    /// Which till or system booked it.
    public var register: String?

    enum CodingKeys: String, CodingKey {
        case member, card, entry, what, quantity, register
        case pickUp = "pick_up"
    }

    /// Something booked.
    public init(pickUp: PickUpID? = nil, member: MemberID? = nil, what: String, quantity: Int? = nil, register: String? = nil) {
        self.pickUp = pickUp
        self.member = member
        self.what = what
        self.quantity = quantity
        self.register = register
    }

    /// Reads the fields; only `what` may not be absent.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        pickUp = try container.decodeIfPresent(PickUpID.self, forKey: .pickUp)
        member = try container.decodeIfPresent(MemberID.self, forKey: .member)
        card = try container.decodeIfPresent(String.self, forKey: .card)
        entry = try container.decodeIfPresent(CardEntry.self, forKey: .entry)
        what = try container.decode(String.self, forKey: .what)
        quantity = try WholeNumber.decodeIfPresent(.quantity, in: container)
        register = try container.decodeIfPresent(String.self, forKey: .register)
    }
}

/// How something booked leaves the shop.
public struct HandOverRequest: Codable, Sendable, Hashable {
    /// Who hands it over.
    public var staff: String?
    /// At which desk or till.
    public var register: String?

    /// How it leaves.
    public init(staff: String? = nil, register: String? = nil) {
        self.staff = staff
        self.register = register
    }
}
