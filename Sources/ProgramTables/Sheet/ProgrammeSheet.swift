internal import LoyaltyModel
public import LoyaltyRules

/// The rules in force: the published table row by row, the open questions with their answers, what is missing, and what the owner should know.
public struct ProgrammeSheet: Sendable {
    /// What it shows.
    public let programme: Programme

    /// A sheet of a programme.
    public init(_ programme: Programme) { self.programme = programme }

    /// What the owner should know before going live; see `Warning`.
    public var warnings: [Warning] { Warning.allCases.filter { $0.applies(to: programme) } }

    /// A combination of rules that the law of some country looks at.
    public enum Warning: String, Sendable, Codable, CaseIterable {
        /// Recruits are rewarded and joining takes a purchase (A-SH-2).
        case recruitsAndPurchase = "recruits_and_purchase"

        func applies(to programme: Programme) -> Bool {
            switch self {
            case .recruitsAndPurchase:
                programme.membership.purchase != nil && (programme.recruiting != nil || programme.ladder.tiers.contains { ($0.recruits ?? 0) > 0 })
            }
        }
    }
}
