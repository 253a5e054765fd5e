internal import LoyaltyModel

/// One line of an event file, in the vocabulary of the API.
struct ReplayEvent: Decodable {
    enum Kind: String, Decodable, CaseIterable {
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

    private enum CodingKeys: String, CodingKey {
        case at
        case kind = "do"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        at = try container.decode(Instant.self, forKey: .at)
        let name = try container.decode(String.self, forKey: .kind)
        guard let kind = Kind(rawValue: name) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(forKey: .kind, in: container, debugDescription: "“\(name)” is no event; there are \(known)")
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
