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
        let jobs = try await desk.openCardJobs(printing: prints.running, asking.desk())
        return try .json(CardJobListAnswer(jobs: jobs).part(asking.page()))
    }

    func cardJob(_ asking: Asking) async throws -> Response {
        let id: CardJobID = try asking.part("id")
        return try .json(await desk.cardJob(id, isPrinting: prints.running.contains(id), asking.desk()))
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
        var card = try await asking.body(ReadBackRequest.self)
        (card.value, card.entry) = try presented.card(card.value, card.entry, at: asking.at)
        return try await told(desk.verify(card, for: asking.part("id"), asking.desk()))
    }

    func handCardOver(_ asking: Asking) async throws -> Response {
        let hand = try await asking.body(Hand.self)
        return try await told(desk.handOver(asking.part("id"), by: hand.by, asking.desk()))
    }

    func cancelCardJob(_ asking: Asking) async throws -> Response {
        let hand = try await asking.bodyIfAny(Hand.self)
        return try await told(desk.cancelCardJob(asking.part("id"), by: hand?.by, asking.desk()))
    }

    /// Draws first, so that a card that cannot be drawn is no print begun; then notes the print, prints, and notes how it ended.
    func printCard(_ asking: Asking) async throws -> Response {
        guard let press else { throw Trouble(.printerMissing) }
        let id: CardJobID = try asking.part("id")
        let hand = try await asking.bodyIfAny(Hand.self)
        let context = try asking.desk()
        _ = try await press.preview(of: desk.cardOrder(of: id, context))
        guard await press.isReady else { throw Trouble(.printerMissing) }
        guard prints.begin(id) else { throw Trouble(.printRunning) }
        let order: CardOrder
        do { order = try await desk.beginPrint(of: id, by: hand?.by, context) } catch {
            prints.end(id)
            throw error
        }
        events.publish("card_job", CardJobEvent(job: id))
        // Not a child of the request: a till that hangs up does not stop a card half-way.
        return try .json(await Task { try await print(order, on: press, context) }.value)
    }

    private func print(_ order: CardOrder, on press: any CardPrinting, _ context: DeskContext) async throws -> PrintedAnswer {
        defer {
            prints.end(order.job)
            events.publish("card_job", CardJobEvent(job: order.job))
        }
        let outcome: PrintOutcome
        do { outcome = try await press.print(order) } catch {
            if let end = PrintEnd(error) { _ = try await desk.endPrint(order, end, context) }
            throw error
        }
        return PrintedAnswer(job: try await desk.endPrint(order, .out(isConfirmed: outcome == .confirmed), context), outcome: outcome)
    }

    /// Writes the stripe of the card printed last, and notes it once it reads back equal.
    func writeStripe(_ asking: Asking) async throws -> Response {
        guard let stripes, await stripes.isReady else { throw Trouble(.writerMissing) }
        let hand = try await asking.bodyIfAny(Hand.self)
        let context = try asking.desk()
        let id: CardJobID = try asking.part("id")
        guard try await desk.cardJob(id, context).next.contains(.stripe) else { throw Trouble(.jobWrongState) }
        let order = try await desk.cardOrder(of: id, context)
        try await stripes.write(order.stripe)
        return try await told(desk.noteStripe(order, by: hand?.by, context))
    }

    func previewCard(_ asking: Asking) async throws -> Response {
        guard let press else { throw Trouble(.printerMissing) }
        let picture = try await press.preview(of: desk.cardOrder(of: asking.part("id"), asking.desk()))
        return Response(
            status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"], body: .init(byteBuffer: ByteBuffer(bytes: picture)))
    }

    private func told(_ job: CardJobAnswer) throws -> Response {
        events.publish("card_job", CardJobEvent(job: job.job))
        return try .json(job)
    }
}

extension PrintEnd {
    /// How a print ended that did not succeed; nil where nobody can say, and somebody has to look.
    fileprivate init?(_ error: any Error) {
        switch error {
        case let failure as PrintFailure where failure.extent == .nothing: self = .nothing(trouble: failure.code)
        case let failure as PrintFailure: self = .spoiled(trouble: failure.code)
        // The press refuses before it sends.
        case let trouble as Trouble: self = .nothing(trouble: trouble.code.rawValue)
        default: return nil
        }
    }
}

/// What everybody who listens is told of a card job: that it moved. No name and no number.
struct CardJobEvent: Encodable, Sendable {
    let job: CardJobID?
}

/// How a print ended.
private struct PrintedAnswer: Encodable, Sendable {
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
