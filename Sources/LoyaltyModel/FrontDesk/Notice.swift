/// What makes a message to a member due (SH-14, SH-15, CI-06).
public enum NoticeOccasion: String, Sendable, Hashable, Codable, CaseIterable {
    case birthday, festival
    /// The shop has something new to say: a model, a clearance, a film.
    case news
}

/// One member's message for one occasion. Due messages are computed; one is kept when it has been sent, so that it is due once.
public struct Notice: KeptDocument, Hashable {
    /// Messages that were sent.
    public static let kind = DocumentKind.notice

    /// Occasion, day or news, and member.
    public let id: NoticeID
    /// To whom.
    public let member: MemberID
    /// What made it due.
    public let occasion: NoticeOccasion
    /// The day it was due.
    public let day: Day
    /// When it was sent.
    public let sentAt: Instant
    /// Who sent it.
    public let sentBy: String?
    /// What was sent.
    public let text: String

    /// A message that was sent.
    public init(id: NoticeID, member: MemberID, occasion: NoticeOccasion, day: Day, sentAt: Instant, sentBy: String?, text: String) {
        self.id = id
        self.member = member
        self.occasion = occasion
        self.day = day
        self.sentAt = sentAt
        self.sentBy = sentBy
        self.text = text
    }

    /// To whom.
    public var owner: MemberID? { member }
    /// A sent message is done with.
    public var isOpen: Bool { false }
}

/// Something the shop has to say to every member who has agreed to hear it (SH-15, CI-06).
public struct News: KeptDocument, Hashable {
    /// What the shop has written.
    public static let kind = DocumentKind.news

    /// The desk's number of it.
    public let id: NewsID
    /// The words.
    public let text: Wording
    /// When it was written.
    public let at: Instant
    /// The day it is due.
    public let day: Day
    /// Who wrote it.
    public let by: String?

    /// Something to say.
    public init(id: NewsID, text: Wording, at: Instant, day: Day, by: String?) {
        self.id = id
        self.text = text
        self.at = at
        self.day = day
        self.by = by
    }

    /// Nobody's own.
    public var owner: MemberID? { nil }
    /// It stays readable.
    public var isOpen: Bool { false }
}
