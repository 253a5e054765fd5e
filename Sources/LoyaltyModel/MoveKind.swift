/// What kind of change a move is: it decides what is counted and which account of the club stands on the other side.
public enum MoveKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Points given to the member, or put right by hand.
    case earned
    /// Points the member spent.
    case redeemed
    /// Points lost by staying away.
    case lapsed
    /// Money the member deposited.
    case deposited
    /// A purchase paid from the deposit.
    case paid

    /// What it counts.
    public var unit: Account.Unit { contra.unit }

    /// The club's account on the other side.
    public var contra: Account {
        switch self {
        case .earned: .issuedPoints
        case .redeemed: .redeemedPoints
        case .lapsed: .lapsedPoints
        case .deposited: .depositsReceived
        case .paid: .depositsSpent
        }
    }

    /// The member's account it moves.
    public func account(of member: MemberID) -> Account { unit == .points ? .memberPoints(member) : .storedValue(member) }
}

extension Entry {
    /// The change of the member's account, in points or minor units as `kind` says.
    public var amount: Int {
        postings.reduce(0) { sum, posting in
            posting.account == .memberPoints(member) || posting.account == .storedValue(member) ? sum + posting.amount : sum
        }
    }

    /// What kind of change it is, by the account on the other side.
    public var kind: MoveKind {
        for posting in postings {
            switch posting.account {
            case .redeemedPoints: return .redeemed
            case .lapsedPoints: return .lapsed
            case .depositsReceived: return .deposited
            case .depositsSpent: return .paid
            case .memberPoints, .storedValue, .issuedPoints: continue
            }
        }
        return .earned
    }
}
