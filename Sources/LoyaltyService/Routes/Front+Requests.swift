import Hummingbird
import LoyaltyDesk
import LoyaltyModel

extension Front {
    func requestBenefit(_ asking: Asking) async throws -> Response {
        .json(try await desk.request(try await asking.body(), asking.desk()))
    }

    func benefitRequest(_ asking: Asking) async throws -> Response {
        try .json(await desk.benefitRequest(asking.part("id")))
    }

    func reviewBenefit(_ asking: Asking) async throws -> Response {
        try .json(await desk.review(asking.part("id"), by: try await asking.body(Hand.self).by, asking.desk()))
    }

    func decide(_ asking: Asking) async throws -> Response {
        .json(try await desk.decide(asking.part("id"), try await asking.body(), asking.desk()), first: .ok)
    }

    func tellResult(_ asking: Asking) async throws -> Response {
        try .json(await desk.tell(asking.part("id"), by: try await asking.body(Hand.self).by, asking.desk()))
    }
}

/// Who did it.
struct Hand: Decodable {
    let by: String?
}
