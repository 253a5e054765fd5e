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

    /// A combination of rules that the law of some country looks at (A-SH-2).
    public enum Warning: String, Sendable, Codable, CaseIterable {
        /// Recruits are rewarded and joining takes a purchase.
        case recruitsAndPurchase = "recruits_and_purchase"
        /// Recruits are rewarded and joining costs a fee.
        case recruitsAndFee = "recruits_and_fee"
        /// Recruits of recruits are rewarded.
        case recruitsInDepth = "recruits_in_depth"

        func applies(to programme: Programme) -> Bool {
            let rewardsRecruits = programme.recruiting != nil || programme.ladder.tiers.contains { ($0.recruits ?? 0) > 0 }
            return switch self {
            case .recruitsAndPurchase: rewardsRecruits && programme.membership.purchase != nil
            case .recruitsAndFee: rewardsRecruits && programme.membership.fee != nil
            case .recruitsInDepth: programme.recruiting.map { $0.depth > 1 } ?? false
            }
        }
    }
}
