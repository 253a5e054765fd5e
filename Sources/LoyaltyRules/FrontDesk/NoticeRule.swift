public import LoyaltyModel

/// Messages that fall due: they wait in the outbox, and only for members who have agreed to them (SH-14, SH-15, CI-06).
public struct NoticeRule: Sendable, Hashable {
    /// What makes one due.
    public typealias Occasion = NoticeOccasion

    /// The row of the table.
    public var rule: RuleID
    /// What makes one due.
    public var occasion: Occasion
    /// The words; nil where the shop writes them itself.
    public var text: Wording?

    /// Messages for an occasion.
    public init(rule: RuleID, occasion: Occasion, text: Wording?) {
        self.rule = rule
        self.occasion = occasion
        self.text = text
    }
}

/// A kind of word from a member or caller that is taken in and followed up (KM-21, SH-16, LB-10, LB-12, CL-7, CI-02).
public struct IntakeRule: Sendable, Hashable {
    /// The kinds.
    public typealias Kind = Feedback.Kind

    /// The row of the table.
    public var rule: RuleID
    /// What is taken in.
    public var kind: Kind
    /// The gift for one that is adopted (SH-16); nil where there is none.
    public var gift: Wording?

    /// A kind of word.
    public init(rule: RuleID, kind: Kind, gift: Wording? = nil) {
        self.rule = rule
        self.kind = kind
        self.gift = gift
    }
}
