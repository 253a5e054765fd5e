import Hummingbird
import LoyaltyDesk
import LoyaltyModel

extension Front {
    func enrol(_ asking: Asking) async throws -> Response {
        .json(try await desk.enrol(try await asking.body(), asking.desk()))
    }

    func member(_ asking: Asking) async throws -> Response {
        try .json(await desk.member(asking.part("id"), asking.desk()))
    }

    func changeMember(_ asking: Asking) async throws -> Response {
        try .json(await desk.change(try await asking.body(), of: asking.part("id"), asking.desk()))
    }

    func account(_ asking: Asking) async throws -> Response {
        try .json(await desk.statement(of: asking.part("id"), asking.desk()).part(asking.page()))
    }
}
