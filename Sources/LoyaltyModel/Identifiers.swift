/// A member's account, for the whole of the membership; cards and telephone numbers come and go.
public struct MemberID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// The till's own number of a ticket; unique in a store.
public struct TicketID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// The till's own number of a line, unique in its ticket.
public struct LineID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A rule of a published table, such as `KM-11`.
public struct RuleID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A category of goods as the table words it, such as `vehicle`.
public struct CategoryID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A mark on a ticket line, such as `direct` or `special`.
public struct FlagID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A tier's name in tables and answers; `none` stands below the first.
public struct TierID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A benefit's name in tables and requests, such as `purchase_discount`.
public struct BenefitID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A request for a benefit that somebody has to approve.
public struct RequestID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// One first issue, exchange or reissue of a card.
public struct CardJobID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A fee's name in tables and requests, such as `annual`.
public struct FeeID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A gift's name in tables and requests, such as `umbrella`.
public struct GiftID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A deposit, a fee paid, a gift taken or a correction; the desk's own number of it.
public struct DealingID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A customer without a card, by the till's own number such as a patient's file.
public struct VisitorID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// Somebody who has access: a person of the staff or a machine, for as long as there are records of what they did.
public struct AccessID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A club's short name, such as the file name of its table.
public struct ProgrammeID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

extension TierID {
    /// The state of a member who has not reached the first tier.
    public static let none = TierID("none")
}
