import ProgramRunner
import Testing

@Suite("memberlane replay, car club")
struct ReplayCarClubTests {
    struct Vector: Sendable {
        let cars: Int
        let plain: (points: Int, tier: String)
        let complete: (points: Int, tier: String)
    }

    /// Cars bought → balance and group without and with a completed profile: the published points, each car by its own row (A-KM-1).
    static let vectors = [
        Vector(cars: 0, plain: (0, "none"), complete: (0, "none")),
        Vector(cars: 1, plain: (90, "bronze"), complete: (120, "bronze")),
        Vector(cars: 2, plain: (210, "bronze"), complete: (240, "silver")),
        Vector(cars: 3, plain: (390, "gold"), complete: (420, "gold")),
        Vector(cars: 4, plain: (430, "gold"), complete: (460, "gold")),
        Vector(cars: 5, plain: (470, "gold"), complete: (500, "gold")),
        Vector(cars: 6, plain: (510, "diamond"), complete: (540, "diamond")),
        Vector(cars: 10, plain: (670, "diamond"), complete: (700, "diamond")),
        Vector(cars: 11, plain: (690, "diamond"), complete: (720, "diamond")),
        Vector(cars: 20, plain: (870, "diamond"), complete: (900, "diamond")),
        Vector(cars: 21, plain: (870, "diamond"), complete: (900, "diamond")),
    ]

    @Test func `KM-04 to KM-11: every number of cars comes to its points and its group, bought at once or one by one`() async throws {
        var history = History("km")
        var expected: [(line: Int, points: Int, waiting: Int, tier: String)] = []
        for vector in Self.vectors {
            for (kind, figures) in [("plain", vector.plain), ("complete", vector.complete)] {
                for isAtOnce in [true, false] {
                    let member = "\(kind)-\(vector.cars)-\(isAtOnce)"
                    history.enrol(member)
                    if kind == "complete" { history.tell("complete_profile", #""member":"\#(member)""#) }
                    let tickets = isAtOnce ? min(1, vector.cars) : vector.cars
                    for ticket in 0..<tickets { history.sell("\(member)-T\(ticket)", to: member, cars(isAtOnce ? vector.cars : 1)) }
                    let waiting = vector.cars > 0 ? 0 : kind == "complete" ? 60 : 30
                    expected.append((history.statement(member), figures.points, waiting, figures.tier))
                }
            }
        }
        let answers = try await history.answers()
        for (line, points, waiting, tier) in expected {
            let statement = answers[line]
            #expect(statement.points == .number(points) && statement.tier == .text(tier) && statement.waiting == .number(waiting), "\(statement)")
            #expect(statement.entries.elements.compactMap(\.points.integer).reduce(0, +) == points)
        }
    }

    @Test func `KM-05: a profile is paid once, and a second completion is no refusal`() async throws {
        var history = History("km")
        history.enrol("A")
        history.sell("T1", to: "A", cars(1))
        let first = history.tell("complete_profile", #""member":"A""#)
        let second = history.tell("complete_profile", #""member":"A""#)
        let answers = try await history.answers()
        #expect(answers[first].earned == 30 && answers[first].points == 120)
        #expect(answers[second].earned == 0 && answers[second].points == 120)
    }

    @Test func `KM-02, KM-03: a car counts from 1390/01/01 in Tehran, and in phase one only when bought directly`() async throws {
        var history = History("km")
        history.enrol("A")
        let early = history.sell("T1", to: "A", cars(1), more: #","occurred_at":"2011-03-20T23:59:59+03:30""#)
        let used = history.sell("T2", to: "A", cars(1, flags: #""second_hand""#))
        let unsaid = history.sell("T3", to: "A", cars(1, flags: ""))
        let first = history.sell("T4", to: "A", cars(1), more: #","occurred_at":"2011-03-21T00:00:00+03:30""#)
        let answers = try await history.answers()
        for line in [early, used, unsaid] { #expect(answers[line].earned == 0 && answers[line].points == 0 && answers[line].waiting == 30) }
        #expect(answers[first].earned == 60 && answers[first].points == 90 && answers[first].waiting == 0)
    }

    @Test func `KM-22: anonymous sales named at joining are counted once, and are nobody else's`() async throws {
        var history = History("km")
        history.sell("T1", to: nil, cars(1))
        history.sell("T2", to: nil, cars(1))
        let joined = history.enrol("A", #","tickets":["T1","T2"]"#)
        let again = history.enrol("A", #","tickets":["T1","T2"]"#)
        let other = history.enrol("B", #","tickets":["T1"]"#)
        let answers = try await history.answers(refusals: 1)
        #expect(answers[joined].earned == 210 && answers[joined].points == 210)
        #expect(answers[again].points == 210 && answers[again].earned == answers[joined].earned && answers[again].entries == answers[joined].entries)
        #expect(answers[other].refused.code == "ticket_not_yours")
        #expect(answers[other].refused.cashier_text.string?.isEmpty == false)
    }

    @Test func `KM-14, KM-18: an approved discount is the tier's rate of the car alone, and without approval the price is full and the reason is said`()
        async throws
    {
        let insurance = #"{"id":"2","category":"insurance","quantity":1,"unit_price":5000}"#
        for (count, rate) in [(2, 1), (3, 2), (6, 4)] {
            var history = History("km")
            history.enrol("A")
            history.tell("complete_profile", #""member":"A""#)
            history.sell("T1", to: "A", cars(count))
            let wish = history.tell("request_benefit", #""request":"R1","member":"A","benefit":"purchase_discount""#)
            let early = history.sell("T2", to: nil, cars(1), more: #","approval":"R1""#)
            let undecided = history.tell("sale", #""ticket":"T3","member":"A","lines":[\#(insurance)],"approval":"R1""#)
            history.tell("decide", #""request":"R1","approved":true"#)
            let sold = history.sell("T4", to: "A", cars(1), insurance, more: #","approval":"R1""#)
            let again = history.sell("T5", to: "A", cars(1), more: #","approval":"R1""#)
            history.void("T4")
            let freed = history.sell("T6", to: "A", cars(1), more: #","approval":"R1""#)
            let answers = try await history.answers()
            #expect(answers[wish].state == "requested")
            #expect(answers[early].total == 1_000_000_000 && answers[undecided].total == 5000)
            let amount = 10_000_000 * rate
            #expect(answers[sold].total == .number(1_000_005_000 - amount))
            #expect(answers[sold].lines[0].adjustments[0].rule == "KM-14" && answers[sold].lines[0].adjustments[0].amount == .number(-amount))
            #expect(answers[sold].lines[1].adjustments == [])
            #expect(answers[again].total == 1_000_000_000)
            #expect(answers[freed].total.integer ?? 0 < 1_000_000_000)
        }
    }

    @Test func `KM-13, KM-14: a tier that has not a benefit is refused it`() async throws {
        var history = History("km")
        history.enrol("A")
        history.sell("T1", to: "A", cars(1))
        let discount = history.tell("request_benefit", #""request":"R1","member":"A","benefit":"purchase_discount""#)
        let delivery = history.tell("request_benefit", #""request":"R1","member":"A","benefit":"delivery_priority""#)
        let answers = try await history.answers(refusals: 2)
        for line in [discount, delivery] { #expect(answers[line].refused.code == "tier_has_not_benefit") }
    }

    @Test func `A-KM-11: when a car is cancelled the later ones move up, whichever way it comes back`() async throws {
        var history = History("km")
        for member in ["A", "B", "C"] {
            history.enrol(member)
            for ticket in 1...3 { history.sell("\(member)\(ticket)", to: member, cars(1)) }
        }
        let first = history.void("A1")
        let second = history.void("B2")
        let third = history.takeBack("C3", 1)
        let answers = try await history.answers()
        for line in [first, second, third] { #expect(answers[line].earned == -180 && answers[line].points == 210, "\(answers[line])") }
        #expect(answers[first].total == -1_000_000_000)
    }

    @Test func `any split of returns leaves the account as if nothing had been sold`() async throws {
        for split in [[4], [1, 3], [3, 1], [2, 2], [1, 1, 1, 1]] {
            var history = History("km")
            history.enrol("A")
            history.sell("T1", to: "A", cars(4))
            var returned = 0
            var lines: [Int] = []
            for part in split {
                returned += part
                lines.append(history.takeBack("T1", part))
            }
            let tooMany = history.takeBack("T1", 1)
            let void = history.void("T1")
            let end = history.statement("A")
            let answers = try await history.answers(refusals: 2)
            #expect(lines.compactMap { answers[$0].total.integer }.reduce(0, +) == -4_000_000_000)
            #expect(lines.compactMap { answers[$0].earned.integer }.reduce(0, +) == -430)
            #expect(answers[tooMany].refused.code == "return_too_large" && answers[void].refused.code == "void_after_return")
            #expect(answers[end].points == 0 && answers[end].waiting == 30 && answers[end].tier == "none")
        }
    }
}
