import Hummingbird
import LoyaltyDesk
import LoyaltyModel

// The framework has a type of this name, too.
import struct LoyaltyModel.RequestID

extension Front {
    func requestBenefit(_ asking: Asking) async throws -> Response {
        let wish = try await asking.body(BenefitRequestRequest.self)
        let reply = try await desk.request(wish, asking.desk())
        if !reply.isRepeat { announce(wish.request) }
        return .json(reply)
    }

    func listBenefitRequests(_ asking: Asking) async throws -> Response {
        guard let list = RequestList(rawValue: asking.query("state") ?? RequestList.all.rawValue) else {
            throw Trouble(.fieldWrong, field: "state", detail: "one of \(RequestList.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard let limit = Int(asking.query("limit") ?? "50") else { throw Trouble(.fieldWrong, field: "limit", detail: "a whole number") }
        return try .json(
            await desk.benefitRequests(
                list, of: asking.query("member").map { MemberID($0) }, after: asking.query("after").map { RequestID($0) }, limit: limit,
                asking.desk()))
    }

    func benefitRequest(_ asking: Asking) async throws -> Response {
        try .json(await desk.benefitRequest(asking.part("id"), asking.desk()))
    }

    func reviewBenefit(_ asking: Asking) async throws -> Response {
        let id: RequestID = try asking.part("id")
        let answer = try await desk.review(id, by: try await asking.body(Hand.self).by, asking.desk())
        announce(id)
        return try .json(answer)
    }

    func decide(_ asking: Asking) async throws -> Response {
        let id: RequestID = try asking.part("id")
        let reply = try await desk.decide(id, try await asking.body(), asking.desk())
        if !reply.isRepeat { announce(id) }
        return .json(reply, first: .ok)
    }

    func tellResult(_ asking: Asking) async throws -> Response {
        let id: RequestID = try asking.part("id")
        let answer = try await desk.tell(id, by: try await asking.body(Hand.self).by, asking.desk())
        announce(id)
        return try .json(answer)
    }

    private func announce(_ request: RequestID) { events.publish("request", RequestEvent(request: request)) }
}

/// What everybody who listens is told of a benefit request: that it moved. No name and no number of a card.
struct RequestEvent: Encodable, Sendable {
    let request: RequestID
}

/// Who did it.
struct Hand: Decodable {
    let by: String?
}
