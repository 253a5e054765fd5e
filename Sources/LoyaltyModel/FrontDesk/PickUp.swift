/// Something booked that a member takes away by showing the card (CI-03).
public struct PickUp: KeptDocument, Hashable {
    /// How it left the shop.
    public struct HandOver: Sendable, Hashable, Codable {
        /// When.
        public let at: Instant
        /// Who handed it over.
        public let by: String?
        /// At which desk or till.
        public let register: String?

        /// How it left.
        public init(at: Instant, by: String?, register: String?) {
            self.at = at
            self.by = by
            self.register = register
        }
    }

    /// Booked things.
    public static let kind = DocumentKind.pickUp

    /// The till's or desk's number of it.
    public let id: PickUpID
    /// Whose.
    public let member: MemberID
    /// What it is, in the shop's words.
    public let what: String
    /// How many, 1 and up.
    public let quantity: Int
    /// When it was booked.
    public let at: Instant
    /// The club's day of that.
    public let day: Day
    /// Who booked it, or which till.
    public let bookedBy: String?
    /// How it left; nil while it waits.
    public var handOver: HandOver?

    /// Something booked.
    public init(id: PickUpID, member: MemberID, what: String, quantity: Int, at: Instant, day: Day, bookedBy: String?) {
        self.id = id
        self.member = member
        self.what = what
        self.quantity = quantity
        self.at = at
        self.day = day
        self.bookedBy = bookedBy
    }

    /// Whose.
    public var owner: MemberID? { member }
    /// Whether it waits to be taken.
    public var isOpen: Bool { handOver == nil }
}
