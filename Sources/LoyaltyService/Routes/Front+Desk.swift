import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules

extension Front {
    func logVisit(_ asking: Asking) async throws -> Response {
        let reply = try await desk.logVisit(try await member(asking, VisitRequest.self), asking.desk())
        tell(.visit, reply)
        return .json(reply)
    }

    func visits(_ asking: Asking) async throws -> Response { try .json(await desk.visits(on: asking.day("day"), asking.desk()).part(asking.page())) }

    func takeIn(_ asking: Asking) async throws -> Response {
        let reply = try await desk.takeIn(try await member(asking, FeedbackRequest.self), asking.desk())
        tell(.feedback, reply)
        return .json(reply)
    }

    func listFeedback(_ asking: Asking) async throws -> Response {
        guard let day = try asking.day("day") else { return try .json(await desk.openFeedback(asking.desk()).part(asking.page())) }
        return try .json(await desk.feedback(on: day, asking.desk()).part(asking.page()))
    }

    func feedback(_ asking: Asking) async throws -> Response { try .json(await desk.feedback(asking.part("id"), asking.desk())) }

    func closeFeedback(_ asking: Asking) async throws -> Response {
        let reply = try await desk.close(asking.part("id"), try await asking.body(), asking.desk())
        tell(.feedback, reply)
        return .json(reply, first: .ok)
    }

    func issuePass(_ asking: Asking) async throws -> Response {
        let reply = try await desk.issuePass(try await member(asking, PassRequest.self), asking.desk())
        tell(.pass, reply)
        return .json(reply)
    }

    func listPasses(_ asking: Asking) async throws -> Response {
        guard let member = asking.query("member"), !member.isEmpty else { throw Trouble(.fieldMissing, field: "member") }
        return try .json(await desk.passes(of: MemberID(member), asking.desk()))
    }

    func usePass(_ asking: Asking) async throws -> Response {
        let context = try asking.desk(needsKey: true)
        let reply = try await desk.usePass(asking.part("id"), try await asking.body(), context)
        tell(.pass, reply)
        return .json(reply)
    }

    func book(_ asking: Asking) async throws -> Response {
        let reply = try await desk.book(try await member(asking, PickUpRequest.self), asking.desk())
        tell(.pickUp, reply)
        return .json(reply)
    }

    func listPickUps(_ asking: Asking) async throws -> Response {
        try .json(await desk.openPickUps(of: asking.query("member").map { MemberID($0) }, asking.desk()))
    }

    func handOver(_ asking: Asking) async throws -> Response {
        let reply = try await desk.handOver(asking.part("id"), try await asking.body(), asking.desk())
        tell(.pickUp, reply)
        return .json(reply, first: .ok)
    }

    func lookUp(_ asking: Asking) throws -> Response { try .json(desk.lookUp(asking.query("q") ?? "", asking.desk())) }

    func directory(_ asking: Asking) throws -> Response {
        guard let reader = Programme.DirectoryReader(rawValue: asking.query("for") ?? "customer") else {
            throw Trouble(.fieldWrong, field: "for", detail: "staff or customer")
        }
        return try .json(desk.directory(for: reader, topic: asking.query("q") ?? "", asking.desk()))
    }

    /// The body, with the card that was read a moment ago in place of what stands for it.
    private func member<Wanted: MemberNaming & Decodable>(_ asking: Asking, _ type: Wanted.Type) async throws -> Wanted {
        var wanted = try await asking.body(type)
        guard let card = wanted.card else { return wanted }
        let (value, entry) = try presented.card(card, wanted.entry ?? .keyed, at: asking.at)
        wanted.card = value
        if value != card { wanted.entry = entry }
        return wanted
    }

    private func tell(_ kind: DocumentKind, _ reply: Reply) {
        if !reply.isRepeat { events.publish("desk", DeskEvent(kind: kind)) }
    }
}

/// What everybody who listens is told: that the desk wrote something of a kind down, or settled it. No name and no number.
struct DeskEvent: Encodable, Sendable {
    let kind: DocumentKind
}
