import ProgramRunner
import Testing

/// A card desk at the virtual counter: a first card for a bronze member, an exchange when more cars make the member gold.
struct CardDesk: Sendable {
    let shop: DyingShop
    let ledger: ToldLedger

    func work(_ random: SeededRandom) async throws {
        var random = random
        var number = 0
        while shop.isDoomed {
            number += 1
            try await serve("desk-\(number)", givesUp: Int.random(in: 0..<4, using: &random) == 0)
        }
    }

    private func serve(_ member: String, givesUp: Bool) async throws {
        _ = try await shop.ask("POST", "/v1/members", #"{"member":"\#(member)","name":"A. B."}"#, key: "\(member)-join")
        await ledger.joined(member, cars: 0)
        try await sell(1, to: member)
        try await finish(try await open("first_issue", for: member), of: member)
        try await sell(2, to: member)
        let exchange = try await open("exchange", for: member)
        if givesUp { try await cancel(exchange) } else { try await finish(exchange, of: member) }
    }

    private func sell(_ cars: Int, to member: String) async throws {
        let (ticket, key) = ("\(member)-T\(cars)", "\(member)-sale\(cars)")
        let line = #"{"id":"1","category":"vehicle","quantity":\#(cars),"unit_price":1000000000,"flags":["direct"]}"#
        let request = #"{"ticket":"\#(ticket)","member":"\#(member)","lines":[\#(line)]}"#
        let answer = try await shop.ask("POST", "/v1/sales", request, key: key)
        #expect([200, 201].contains(answer.status), "\(answer.json)")
        await ledger.sold(ticket, ToldLedger.Ticket(request: request, key: key, answer: answer.body), to: member, cars: cars)
    }

    private func open(_ kind: String, for member: String) async throws -> String {
        let answer = try await shop.ask("POST", "/v1/card-jobs", #"{"member":"\#(member)","kind":"\#(kind)"}"#, key: "\(member)-\(kind)")
        #expect([200, 201].contains(answer.status), "\(answer.json)")
        let job = try #require(answer.json.job.string)
        await ledger.opened(job)
        return job
    }

    /// Takes the next step the job asks for, until it is done; after a cut the job itself says where it stands.
    private func finish(_ job: String, of member: String) async throws {
        while true {
            let state = try await shop.ask("GET", "/v1/card-jobs/\(job)").json
            switch state.state {
            case "done": return
            case "awaiting_old_card": try await present(try #require(state.old_card.string), of: member, to: "\(job)/old-card")
            case "ready_to_print", "spoiled":
                if let answer = try await shop.askOnce("POST", "/v1/card-jobs/\(job)/print", "{}") { #expect(answer.status == 200, "\(answer.json)") }
            case "printing", "printed": try await present(try #require(state.new_card.string), of: member, to: "\(job)/verify")
            default: throw TestFault("the job is \(state)")
            }
        }
    }

    /// Swipes the card and hands what was read to the job.
    private func present(_ card: String, of member: String, to step: String) async throws {
        guard let read = try await shop.hear("card", after: #"{"do":"swipe","member":"\#(member)","card":"\#(card)"}"#) else { return }
        let presented = try #require(read.presented.string, "\(read)")
        let answer = try await shop.askOnce("POST", "/v1/card-jobs/\(step)", #"{"value":"\#(presented)","entry":"swiped"}"#)
        // A name for a card ends with the service that gave it: then another swipe is asked for.
        if let answer { #expect(answer.status == 200 || answer.json.code == "swipe_again", "\(step): \(answer.json)") }
    }

    private func cancel(_ job: String) async throws {
        while try await shop.ask("GET", "/v1/card-jobs/\(job)").json.state != "cancelled" {
            if let answer = try await shop.askOnce("POST", "/v1/card-jobs/\(job)/cancel", "{}") { #expect(answer.status == 200, "\(answer.json)") }
        }
    }
}
