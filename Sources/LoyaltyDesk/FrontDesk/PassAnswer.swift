public import LoyaltyModel

/// A certificate or season ticket as answers show it.
public struct PassAnswer: Codable, Sendable, Hashable {
    /// Whether it can be used.
    public enum State: String, Codable, Sendable {
        case usable
        case usedUp = "used_up"
        /// Units are left and the last day is past.
        case ended
    }

    /// The shop's number of it.
    public let pass: PassID
    /// Whose.
    public let member: MemberID
    /// Certificate or season ticket.
    public let kind: Pass.Kind
    /// What it is for.
    public let name: String
    /// How many units it began with.
    public let units: Int
    /// Units left.
    public let left: Int
    /// The last day it can be used; absent when it does not end.
    public let lastDay: Day?
    /// Whether it can be used today.
    public let state: State
    /// When it was issued.
    public let at: Instant

    enum CodingKeys: String, CodingKey {
        case pass, member, kind, name, units, left, state, at
        case lastDay = "last_day"
    }

    init(_ pass: Pass, on today: Day) {
        self.pass = pass.id
        self.member = pass.member
        self.kind = pass.form
        self.name = pass.name
        self.units = pass.units
        self.left = pass.left
        self.lastDay = pass.lastDay
        self.state = pass.isUsable(on: today) ? .usable : pass.isOpen ? .ended : .usedUp
        self.at = pass.at
    }
}

/// A member's passes.
public struct PassListAnswer: Codable, Sendable, Hashable {
    /// In the order they were issued.
    public let passes: [PassAnswer]
}
