public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// Which benefit requests a reader wants to see.
public enum RequestList: String, Sendable, CaseIterable {
    /// Those nobody has decided yet.
    case open
    case requested
    case underReview = "under_review"
    /// Those that are decided and whose customer does not know yet.
    case toTell = "to_tell"
    /// Those that are over.
    case told
    case all

    fileprivate var stages: Set<BenefitRequest.Stage> {
        switch self {
        case .open: [.requested, .underReview]
        case .requested: [.requested]
        case .underReview: [.underReview]
        case .toTell: [.toTell]
        case .told: [.told]
        case .all: Set(BenefitRequest.Stage.allCases)
        }
    }

    /// What waits is served in turn; what is over is looked back on.
    fileprivate var newestFirst: Bool { self == .told || self == .all }
}

extension Desk {
    /// The most requests in one answer.
    public static let mostRequests = 200

    /// Benefit requests, `limit` at a time (KM-15 … KM-18): of one member, or of all.
    public func benefitRequests(
        _ list: RequestList, of member: MemberID? = nil, after: RequestID? = nil, limit: Int, _ context: DeskContext
    ) async throws -> RequestListAnswer {
        guard (1...Self.mostRequests).contains(limit) else {
            throw Trouble(.fieldWrong, field: "limit", detail: "1 to \(Self.mostRequests) requests at a time")
        }
        return try await store.read { view in
            if let after, try view.request(after) == nil { throw Trouble(.requestUnknown, field: "after") }
            if let member, try view.member(member) == nil { throw Trouble(.memberUnknown, field: "member") }
            let found = try view.requests(
                RequestQuery(list.stages, member: member, newestFirst: list.newestFirst, after: after, limit: limit + 1))
            let shown = found.prefix(limit)
            return RequestListAnswer(
                requests: try shown.map { try self.answer($0, in: view, context) }, next: found.count > limit ? shown.last?.id : nil)
        }
    }

    /// A wish by its number, with what only the desk may see.
    public func benefitRequest(_ id: RequestID, _ context: DeskContext) async throws -> RequestAnswer {
        try await store.read { view in
            guard let wish = try view.request(id) else { throw Trouble(.requestUnknown, field: "request") }
            return try self.answer(wish, in: view, context)
        }
    }

    /// The club's number is for staff alone; it never stands in what a customer sees (KM-19, KM-20).
    func answer(_ wish: BenefitRequest) -> RequestAnswer {
        let benefit = programme.benefits.first { $0.id == wish.benefit }
        let window = benefit?.window(for: wish.circumstances ?? .init(), calendar: programme.calendar) ?? RequestWindow()
        return RequestAnswer(wish, window: window, contact: programme.contact?.phone)
    }

    private func answer(_ wish: BenefitRequest, in view: any StoreView, _ context: DeskContext) throws -> RequestAnswer {
        var answer = answer(wish)
        answer.name = try view.member(wish.member)?.profile.name
        answer.benefitName = programme.benefits.first { $0.id == wish.benefit }.map { Speech(context.language, programme: programme)($0.name) }
        answer.decidedBy = wish.decidedBy
        answer.reason = wish.reason
        return answer
    }
}
