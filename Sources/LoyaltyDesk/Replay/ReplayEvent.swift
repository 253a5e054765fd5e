internal import CanonicalJSON
internal import LoyaltyModel

/// One line of an event file, in the vocabulary of the API.
struct ReplayEvent {
    enum Kind: String, CaseIterable {
        case enrol, sale, `return`, void, load, statement, decide, review, told, gift, adjust, decline
        case catchUp = "catch_up"
        case salesTask = "sales_task"
        case completeProfile = "complete_profile"
        case requestBenefit = "request_benefit"
        case payFee = "pay_fee"
        // The front desk.
        case visit, feedback, outcome, book, notices, news, directory
        case issuePass = "issue_pass"
        case usePass = "use_pass"
        case handOver = "hand_over"
        case lookUp = "look_up"
        case markSent = "mark_sent"
    }

    let at: Instant
    let kind: Kind

    init(json: JSONPart) throws {
        let fields = try json.fields()
        at = try fields.part("at").decoded(Instant.self)
        let name = try fields.part("do")
        guard let kind = Kind(rawValue: try name.text()) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw name.fault("“\(try name.text())” is no event; there are \(known)")
        }
        self.kind = kind
    }
}

/// The parts of an event that only a rehearsal names in its body, where the API has them in its path.
struct ReplayTarget: Decodable {
    let member: MemberID?
    let ticket: TicketID?
    let request: RequestID?
    let visitor: VisitorID?
    let by: String?
    let feedback: FeedbackID?
    let pass: PassID?
    let pickUp: PickUpID?
    let notice: NoticeID?
    let day: Day?
    let query: String?

    private enum CodingKeys: String, CodingKey {
        case member, ticket, request, feedback, pass, notice, day, visitor, by
        case pickUp = "pick_up"
        case query = "q"
    }
}
