public import LoyaltyModel

/// Something booked as answers show it.
public struct PickUpAnswer: Codable, Sendable, Hashable {
    /// Whether it waits.
    public enum State: String, Codable, Sendable {
        case waiting
        case handedOver = "handed_over"
    }

    /// Its number.
    public let pickUp: PickUpID
    /// Whose.
    public let member: MemberID
    /// What it is.
    public let what: String
    /// How many.
    public let quantity: Int
    /// Whether it waits.
    public let state: State
    /// When it was booked.
    public let at: Instant
    /// When it was handed over.
    public let handedOverAt: Instant?

    enum CodingKeys: String, CodingKey {
        case member, what, quantity, state, at
        case pickUp = "pick_up"
        case handedOverAt = "handed_over_at"
    }

    init(_ pickUp: PickUp) {
        self.pickUp = pickUp.id
        self.member = pickUp.member
        self.what = pickUp.what
        self.quantity = pickUp.quantity
        self.state = pickUp.isOpen ? .waiting : .handedOver
        self.at = pickUp.at
        self.handedOverAt = pickUp.handOver?.at
    }
}

/// What waits to be taken away.
public struct PickUpListAnswer: Codable, Sendable, Hashable {
    /// Oldest first.
    public let pickUps: [PickUpAnswer]

    enum CodingKeys: String, CodingKey {
        case pickUps = "pick_ups"
    }
}
