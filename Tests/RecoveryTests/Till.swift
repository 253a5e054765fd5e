import ProgramRunner
import Testing

/// A till that enrols members and sells cars to them, until the shop has died often enough.
struct Till: Sendable {
    let name: String
    let shop: DyingShop
    let ledger: ToldLedger

    func work(_ random: SeededRandom) async throws {
        var random = random
        var number = 0
        while shop.isDoomed {
            number += 1
            try await serve("\(name)-\(number)", &random)
        }
    }

    /// One customer: sometimes a car before joining (KM-22), then joining, then cars, then one comes back.
    private func serve(_ customer: String, _ random: inout SeededRandom) async throws {
        var before = 0
        if Bool.random(using: &random) {
            before = Int.random(in: 1...2, using: &random)
            try await sell("\(customer)-T0", to: nil, cars: before)
        }
        let member = try await enrol(customer, cars: before, isNamed: Bool.random(using: &random))
        var cars = before
        for ticket in 1...Int.random(in: 1...3, using: &random) {
            let count = Int.random(in: 1...4, using: &random)
            cars += count
            let answer = try await sell("\(customer)-T\(ticket)", to: member, cars: count)
            #expect(answer.points == .number(CarPoints.balance(cars: cars)))
        }
        cars -= 1
        let back = try await shop.ask(
            "POST", "/v1/sales/\(customer)-T1/returns", #"{"lines":[{"id":"1","quantity":1}]}"#, key: "\(customer)-return")
        #expect([200, 201].contains(back.status) && back.json.points == .number(CarPoints.balance(cars: cars)), "\(back.json)")
        await ledger.tookBack(from: member, cars: 1)
        if before > 0 {
            let void = try await shop.ask("POST", "/v1/sales/\(customer)-T0/void", key: "\(customer)-void")
            #expect([200, 201].contains(void.status) && void.json.points == .number(CarPoints.balance(cars: cars - before)), "\(void.json)")
            await ledger.tookBack(from: member, cars: before)
        }
    }

    private func enrol(_ customer: String, cars: Int, isNamed: Bool) async throws -> String {
        let member = isNamed ? #""member":"\#(customer)","# : ""
        let tickets = cars > 0 ? #","tickets":["\#(customer)-T0"]"# : ""
        let answer = try await shop.ask("POST", "/v1/members", #"{\#(member)"name":"A. B."\#(tickets)}"#, key: "\(customer)-join")
        #expect([200, 201].contains(answer.status), "\(answer.json)")
        #expect(answer.json.points == .number(CarPoints.balance(cars: cars)))
        let id = try #require(answer.json.member.string)
        await ledger.joined(id, cars: cars)
        return id
    }

    @discardableResult
    private func sell(_ ticket: String, to member: String?, cars: Int) async throws -> JSONValue {
        let buyer = member.map { #","member":"\#($0)""# } ?? ""
        let line = #"{"id":"1","category":"vehicle","quantity":\#(cars),"unit_price":1000000000,"flags":["direct"]}"#
        let request = #"{"ticket":"\#(ticket)"\#(buyer),"lines":[\#(line)]}"#
        let answer = try await shop.ask("POST", "/v1/sales", request, key: "\(ticket)-sale")
        #expect([200, 201].contains(answer.status), "\(answer.json)")
        await ledger.sold(ticket, ToldLedger.Ticket(request: request, key: "\(ticket)-sale", answer: answer.body), to: member, cars: cars)
        return answer.json
    }
}
