internal import CanonicalJSON
internal import LoyaltyModel

/// A member in the record of a history: the figures of a sale's answer, without what only a screen needs.
struct ReplayMember: Encodable {
    let member: MemberID
    let earned: Points
    let points: Points
    let waiting: Points
    let tier: TierID
    let recruits: Int
    let gifts: Int
    let entries: [EntryAnswer]
    let tasks: [TaskAnswer]

    init(_ answer: MemberAnswer) {
        member = answer.member
        earned = answer.earned ?? .zero
        points = answer.points
        waiting = answer.waiting
        tier = answer.tier.id
        recruits = answer.recruits
        gifts = answer.gifts
        entries = answer.entries ?? []
        tasks = answer.tasks
    }

    /// From the bytes that were kept for a repeat.
    init(_ reply: Reply) throws {
        self.init(try JSON.value(MemberAnswer.self, in: reply.body))
    }
}
