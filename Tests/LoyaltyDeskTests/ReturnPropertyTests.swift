import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

/// A sale of a random history: what was sold, and what of it comes back.
private struct RandomSale {
    let ticket: String
    let lines: String
    /// Line number and units, one return after the other; together no more than was sold.
    var returns: [(line: Int, quantity: Int)]
    let isWhole: Bool
}

@Suite("Returns as an invariant")
struct ReturnPropertyTests {
    /// Any split of returns in any order leaves points, tier and gifts as if the returned part had never been sold (RULES 10.8).
    @Test("sale plus any split of full returns is as if never sold", arguments: 1...60)
    func fullReturns(_ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for table in ["km", "sh"] {
            var programme = try ProgramTables.load(table)
            programme.earning.spend?.rate = .known(.init(points: Points(3), per: Money(minor: 700)))
            let kept = Story(programme)
            let returned = Story(programme)
            for story in [kept, returned] {
                try await story.sell("T0", to: nil, lines: table == "km" ? cars(1) : shoes(9_900))
                try await story.enrol("A", at: "2012-02-01T10:00:01Z", more: #","tickets":["T0"]"#)
            }
            let sales = (1...6).map { self.sale($0, table: table, using: &random) }
            for sale in sales {
                try await returned.sell(sale.ticket, to: "A", at: "2012-02-02T10:00:00Z", lines: sale.lines)
                if !sale.isWhole { try await kept.sell(sale.ticket, to: "A", at: "2012-02-02T10:00:00Z", lines: sale.lines) }
            }
            var pending = sales.filter(\.isWhole).flatMap { sale in sale.returns.map { (sale.ticket, $0) } }
            pending.shuffle(using: &random)
            for (ticket, part) in pending {
                try await returned.takeBack(ticket, #"{"id":"\#(part.line)","quantity":\#(part.quantity)}"#)
            }
            let expected = try await kept.statement("A")
            let found = try await returned.statement("A")
            #expect(found.points == expected.points, "seed \(seed), \(table): \(sales)")
            #expect(found.tier == expected.tier && found.gifts == expected.gifts && found.waiting == expected.waiting)
            _ = try await LedgerVerifier(returned.store).verify()
        }
    }

    /// The parts of a return come to what the whole would, in money and in points (RULES 10.11).
    @Test("any split of a line's return comes to the same amounts", arguments: 1...200)
    func splits(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let quantity = Int.random(in: 1...12, using: &random)
        let price = Int.random(in: 1...99_999, using: &random)
        let line = try #require(TicketLine(id: "1", sku: "", category: "shoes", quantity: quantity, unitPrice: Money(minor: price)))
        let adjustment = Adjustment(rule: "SH-08", amount: -Money(minor: Int.random(in: 0...price, using: &random)), text: Phrase(.tierPays))
        let earning = Earning(rule: "SH-10", points: Points(Int.random(in: 0...999, using: &random)), text: Phrase(.pointsForSpend))
        for rounding in [SoldLine.Rounding.price, .reduction] {
            var sold = SoldLine(
                id: line.id, sku: "", category: line.category, flags: [], quantity: quantity, list: line.list, adjustments: [adjustment, adjustment],
                rounding: rounding, earning: earning)
            var back = (list: Money.zero, net: Money.zero, points: Points.zero)
            while sold.returned < quantity {
                let next = Int.random(in: sold.returned + 1...quantity, using: &random)
                let part = sold.mirror(upTo: next)
                #expect(part.adjustments.reduce(part.list) { $0 + $1.amount } == part.net)
                let before = sold.standingPoints
                sold.returned = next
                back = (back.list + part.list, back.net + part.net, back.points + (before - sold.standingPoints))
            }
            #expect(back.list == -sold.list && back.net == -sold.net && back.points == earning.points)
        }
    }

    private func sale(_ number: Int, table: String, using random: inout SeededGenerator) -> RandomSale {
        let quantities = (1...Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 1...4, using: &random) }
        let lines = quantities.enumerated().map { index, quantity in
            let price = Int.random(in: 1...1_000_000, using: &random)
            let kind = table == "km" ? #""category":"vehicle","flags":["direct"]"# : #""category":"shoes""#
            return #"{"id":"\#(index + 1)","quantity":\#(quantity),"unit_price":\#(price),\#(kind)}"#
        }
        var returns: [(line: Int, quantity: Int)] = []
        for (index, quantity) in quantities.enumerated() {
            var left = quantity
            while left > 0 {
                let part = Int.random(in: 1...left, using: &random)
                returns.append((index + 1, part))
                left -= part
            }
        }
        return RandomSale(ticket: "T\(number)", lines: lines.joined(separator: ","), returns: returns, isWhole: Bool.random(using: &random))
    }
}
