import CanonicalJSON
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import PointOfService

extension Front {
    /// Prints a slip.
    func printSlip(_ asking: Asking) async throws -> Response {
        guard let slips else { throw Trouble(.printerMissing) }
        let wanted = try await asking.body(SlipRequest.self)
        let outcome = try await slips.print(try await slip(wanted, asking), in: language(of: wanted, asking), at: wanted.at ?? .till)
        return try .json(["outcome": outcome])
    }

    /// Shows a slip without printing it.
    func previewSlip(_ asking: Asking) async throws -> Response {
        guard let slips else { throw Trouble(.printerMissing) }
        let wanted = try await asking.body(SlipRequest.self)
        let picture = try await slips.preview(try await slip(wanted, asking), in: language(of: wanted, asking))
        return Response(
            status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"], body: .init(byteBuffer: ByteBuffer(bytes: picture)))
    }

    /// What the shop keeps speaks the club's language, what the member takes along the reader's.
    private func language(of wanted: SlipRequest, _ asking: Asking) -> Language { wanted.kind == .visit ? programme.language : asking.language }

    /// What the desk says of it now.
    private func slip(_ wanted: SlipRequest, _ asking: Asking) async throws -> DeskSlip {
        let context = try asking.desk()
        switch wanted.kind {
        case .receipt:
            guard let ticket = wanted.ticket else { throw Trouble(.fieldMissing, field: "ticket") }
            guard let reply = try await desk.outcome(of: ticket) else { throw Trouble(.ticketUnknown, field: "ticket") }
            return .receipt(try JSON.value(TicketAnswer.self, in: reply.body))
        case .statement:
            guard let member = wanted.member else { throw Trouble(.fieldMissing, field: "member") }
            return .statement(try await desk.statement(of: member, context), try await desk.member(member, context))
        case .queue:
            guard let number = wanted.number else { throw Trouble(.fieldMissing, field: "number") }
            guard (1...999_999).contains(number) else { throw Trouble(.fieldWrong, field: "number", detail: "a place is 1 to 999999") }
            var member: MemberAnswer?
            if let id = wanted.member { member = try await desk.member(id, context) }
            return .queue(number: number, member)
        case .request:
            guard let id = wanted.request else { throw Trouble(.fieldMissing, field: "request") }
            let request = try await desk.benefitRequest(id, context)
            return .request(id, request.benefit, try await desk.member(request.member, context))
        case .visit:
            guard let id = wanted.visit else { throw Trouble(.fieldMissing, field: "visit") }
            return .visit(try await desk.visitSlip(of: id))
        }
    }
}
