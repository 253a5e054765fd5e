/// A visit in the log.
public struct VisitID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// An opinion, suggestion, complaint or promise to call back.
public struct FeedbackID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// A certificate or season ticket.
public struct PassID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// Something booked that waits to be taken away.
public struct PickUpID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// Something the shop tells its members.
public struct NewsID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// One member's message for one occasion, such as `birthday.2026-03-02.M1` or `news.2.N1.M1`.
public struct NoticeID: TextIdentifier {
    /// The name as it was given.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}
