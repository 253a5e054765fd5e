import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import PointOfService

extension Front {
    func openCardJob(_ asking: Asking) async throws -> Response {
        let reply = try await desk.openCardJob(try await asking.body(), asking.desk())
        events.publish("card_job", CardJobEvent(job: nil))
        return .json(reply)
    }

    func openCardJobs(_ asking: Asking) async throws -> Response {
        try .json(["jobs": await desk.openCardJobs(asking.desk())])
    }

    func cardJob(_ asking: Asking) async throws -> Response {
        try .json(await desk.cardJob(asking.part("id"), asking.desk()))
    }

    func takeOldCard(_ asking: Asking) async throws -> Response {
        var card = try await asking.body(OldCardRequest.self)
        if let value = card.value {
            let read = try presented.card(value, card.entry ?? .keyed, at: asking.at)
            (card.value, card.entry) = (read.value, read.entry)
        }
        return try await told(desk.takeOldCard(card, for: asking.part("id"), asking.desk()))
    }

    func verifyCard(_ asking: Asking) async throws -> Response {
        var card = try await asking.body(IdentifyRequest.self)
        (card.value, card.entry) = try presented.card(card.value, card.entry, at: asking.at)
        return try await told(desk.verify(card, for: asking.part("id"), asking.desk()))
    }

    func handCardOver(_ asking: Asking) async throws -> Response {
        let hand = try await asking.body(Hand.self)
        return try await told(desk.handOver(asking.part("id"), by: hand.by, asking.desk()))
    }

    func cancelCardJob(_ asking: Asking) async throws -> Response {
        try await told(desk.cancelCardJob(asking.part("id"), asking.desk()))
    }

    /// Draws first, so that a card that cannot be drawn is no print begun; then notes the print, prints, and notes how it ended.
    func printCard(_ asking: Asking) async throws -> Response {
        guard let press else { throw Trouble(.printerMissing) }
        let id: CardJobID = try asking.part("id")
        let context = try asking.desk()
        _ = try await press.preview(of: desk.cardOrder(of: id))
        guard await press.isReady else { throw Trouble(.printerMissing) }
        let order = try await desk.beginPrint(of: id, context)
        events.publish("card_job", CardJobEvent(job: id))
        // Not a child of the request: a till that hangs up does not stop a card half-way.
        return try await Task { try await print(order, on: press, context) }.value
    }

    private func print(_ order: CardOrder, on press: any CardPrinting, _ context: DeskContext) async throws -> Response {
        do {
            let outcome = try await press.print(order)
            let job = try await desk.endPrint(of: order.job, trouble: nil, context)
            events.publish("card_job", CardJobEvent(job: order.job))
            return try .json(PrintedAnswer(job: job, outcome: outcome))
        } catch let failure as PrintFailure {
            _ = try await desk.endPrint(of: order.job, trouble: failure.code, context)
            events.publish("card_job", CardJobEvent(job: order.job))
            throw failure
        }
    }

    func previewCard(_ asking: Asking) async throws -> Response {
        guard let press else { throw Trouble(.printerMissing) }
        let picture = try await press.preview(of: desk.cardOrder(of: asking.part("id")))
        return Response(
            status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"], body: .init(byteBuffer: ByteBuffer(bytes: picture)))
    }

    private func told(_ job: CardJobAnswer) throws -> Response {
        events.publish("card_job", CardJobEvent(job: job.job))
        return try .json(job)
    }
}

/// What everybody who listens is told of a card job: that it moved. No name and no number.
struct CardJobEvent: Encodable, Sendable {
    let job: CardJobID?
}

/// How a print ended.
private struct PrintedAnswer: Encodable {
    let job: CardJobAnswer
    let outcome: PrintOutcome

    func encode(to encoder: any Encoder) throws {
        try job.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(outcome, forKey: .outcome)
    }

    private enum CodingKeys: String, CodingKey {
        case outcome
    }
}
