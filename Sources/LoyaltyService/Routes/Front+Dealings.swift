import Hummingbird
import LoyaltyDesk
import LoyaltyModel

extension Front {
    func loadDeposit(_ asking: Asking) async throws -> Response {
        .json(try await desk.load(try await asking.body(), asking.desk()))
    }

    func payFee(_ asking: Asking) async throws -> Response {
        .json(try await desk.payFee(try await asking.body(), asking.desk()))
    }

    func giveGift(_ asking: Asking) async throws -> Response {
        .json(try await desk.give(try await asking.body(), asking.desk()))
    }

    func adjust(_ asking: Asking) async throws -> Response {
        .json(try await desk.adjust(try await asking.body(), asking.desk()))
    }

    func raiseSalesTask(_ asking: Asking) async throws -> Response {
        .json(try await desk.raiseSalesTask(try await asking.body(), asking.desk()))
    }

    func declineMembership(_ asking: Asking) async throws -> Response {
        try .json(await desk.decline(asking.part("id"), asking.desk()))
    }
}
