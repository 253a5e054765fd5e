public import LoyaltyModel

/// A message to a member: due, or sent.
public struct NoticeAnswer: Codable, Sendable, Hashable {
    /// Where it stands.
    public enum State: String, Codable, Sendable {
        case due, sent
    }

    /// Its number, the same whenever it is listed.
    public let notice: NoticeID
    /// What made it due.
    public let occasion: NoticeOccasion
    /// The day it is due.
    public let day: Day
    /// To whom.
    public let member: MemberID
    /// The member's name.
    public let name: String?
    /// Where to send it; absent when no number is known.
    public let phone: String?
    /// The message, in the club's language.
    public let text: String
    /// Where it stands.
    public let state: State
    /// When it was sent.
    public let sentAt: Instant?
    /// The row of the table; absent for news where the table has none, and for what was sent.
    public let rule: RuleID?

    enum CodingKeys: String, CodingKey {
        case notice, occasion, day, member, name, phone, text, state, rule
        case sentAt = "sent_at"
    }

    /// A message that is due.
    init(_ id: NoticeID, _ occasion: NoticeOccasion, _ day: Day, _ member: Member, text: String, rule: RuleID?) {
        self.notice = id
        self.occasion = occasion
        self.day = day
        self.member = member.id
        self.name = member.profile.name
        self.phone = member.profile.phone
        self.text = text
        self.state = .due
        self.sentAt = nil
        self.rule = rule
    }

    /// A message that was sent.
    init(_ notice: Notice, of profile: Profile?) {
        self.notice = notice.id
        self.occasion = notice.occasion
        self.day = notice.day
        self.member = notice.member
        self.name = profile?.name
        self.phone = profile?.phone
        self.text = notice.text
        self.state = .sent
        self.sentAt = notice.sentAt
        self.rule = nil
    }
}

/// The messages of a day.
public struct NoticeListAnswer: Codable, Sendable, Hashable {
    /// The club's day.
    public let day: Day
    /// By their numbers.
    public internal(set) var notices: [NoticeAnswer]
    /// What the next part comes after; absent at the end, and in the whole list.
    public internal(set) var next: String?

    /// What is still to be sent as lines for another program: number, tab, text. Line ends and tabs in a text are spaces; who has no number has no line.
    public var lines: [String] {
        notices.filter { $0.state == .due }.compactMap { notice in
            notice.phone.map { "\($0)\t" + String(notice.text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
        }
    }
}

/// That a message was sent.
public struct SentNoticeAnswer: Codable, Sendable, Hashable {
    /// Its number.
    public let notice: NoticeID
    /// Sent.
    public let state: NoticeAnswer.State
    /// When.
    public let sentAt: Instant

    enum CodingKeys: String, CodingKey {
        case notice, state
        case sentAt = "sent_at"
    }
}

/// News as it was written.
public struct NewsAnswer: Codable, Sendable, Hashable {
    /// Its number.
    public let news: NewsID
    /// The day it is due.
    public let day: Day
    /// The words by language.
    public let text: Wording
}
