import Hummingbird
import LoyaltyDesk
import LoyaltyModel

/// Money, points and gifts: a request without a number of its own needs a key, or a repeat would do it twice.
extension Front {
    func loadDeposit(_ asking: Asking) async throws -> Response {
        let wanted = try await asking.body(LoadRequest.self)
        return .json(try await desk.load(wanted, asking.desk(needsKey: wanted.id == nil)))
    }

    func payFee(_ asking: Asking) async throws -> Response {
        let wanted = try await asking.body(FeeRequest.self)
        return .json(try await desk.payFee(wanted, asking.desk(needsKey: wanted.id == nil)))
    }

    func giveGift(_ asking: Asking) async throws -> Response {
        let wanted = try await asking.body(GiftRequest.self)
        return .json(try await desk.give(wanted, asking.desk(needsKey: wanted.id == nil)))
    }

    func adjust(_ asking: Asking) async throws -> Response {
        let wanted = try await asking.body(AdjustmentRequest.self)
        return .json(try await desk.adjust(wanted, asking.desk(needsKey: wanted.id == nil)))
    }

    func raiseSalesTask(_ asking: Asking) async throws -> Response {
        let wanted = try await asking.body(SalesTaskRequest.self)
        return .json(try await desk.raiseSalesTask(wanted, asking.desk(needsKey: wanted.id == nil)))
    }

    func declineMembership(_ asking: Asking) async throws -> Response {
        try .json(await desk.decline(asking.part("id"), asking.desk()))
    }
}
