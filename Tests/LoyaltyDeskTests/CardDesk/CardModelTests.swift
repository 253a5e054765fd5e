import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

/// Every order in which a member's cards can be sold up, printed, torn, lost, mixed up and read back, on the real desk: breadth first, none left out.
///
/// Acts are done in every state, the impossible ones too. `CardShop.Key` says why the states are finitely many.
@Suite("The card desk, all interleavings")
struct CardModelTests {
    /// A state that was reached, and how.
    private struct Visit {
        let shop: CardShop
        let from: Int?
        let act: CardShop.Act?
    }

    @Test func `exactly one card is valid in every state, none is without a way out, no number counts twice, nothing is charged twice`() async throws {
        let fresh = try await CardShop.open(try ProgramTables.load("sa", settings: "sa.example"))
        #expect(await fresh.store.isCopiedWhole)
        var old = await fresh.branch()
        try await old.age()
        let begun = ContinuousClock.now
        var visits = [old, fresh].map { Visit(shop: $0, from: nil, act: nil) }
        var known = [old.key(try await old.record()): 0, fresh.key(try await fresh.record()): 1]
        var arrivals: [[Int]] = [[], []]
        var steps = 0
        var place = 0
        while place < visits.count {
            let shop = visits[place].shop
            let before = try await shop.record()
            let problems = try await CardPromises.problems(in: shop, before)
            guard problems.isEmpty else { return complain(problems, at: place, visits) }
            var trial = await shop.branch()
            for act in shop.acts(before) {
                steps += 1
                let outcome = await CardPromises.outcome(of: act, in: &trial)
                let after = try await trial.record()
                let problems = try await CardPromises.problems(with: act, outcome, from: (shop, before), to: &trial, after)
                guard problems.isEmpty else { return complain(problems + ["by \(act)"], at: place, visits) }
                let key = trial.key(after)
                if let seen = known[key] {
                    arrivals[seen].append(place)
                } else {
                    known[key] = visits.count
                    visits.append(Visit(shop: trial, from: place, act: act))
                    arrivals.append([place])
                }
                if before != after || trial.pieces != shop.pieces || trial.prints != shop.prints || trial.liftedBy != shop.liftedBy {
                    trial = await shop.branch()
                }
            }
            place += 1
        }
        var quiet: [Int] = []
        var served: [Int] = []
        for (place, visit) in visits.enumerated() {
            let record = try await visit.shop.record()
            if record.job == nil { quiet.append(place) }
            if record.job == nil, let card = record.valid.first, card.isPrinted, visit.shop.pieces.contains(where: { $0.number == card.number }) {
                served.append(place)
            }
        }
        #expect(reached(from: quiet, arrivals).count == visits.count, "from every state the job can be brought to an end")
        #expect(reached(from: served, arrivals).count == visits.count, "from every state the member can come to a valid card in the hand")
        print("card desk: \(visits.count) states, \(steps) steps, all promises kept, in \(begun.duration(to: .now))")
    }

    /// The states from which one of `goals` can be reached.
    private func reached(from goals: [Int], _ arrivals: [[Int]]) -> Set<Int> {
        var found = Set(goals)
        var rest = goals
        while let place = rest.popLast() {
            for from in arrivals[place] where found.insert(from).inserted { rest.append(from) }
        }
        return found
    }

    private func complain(_ problems: [String], at place: Int, _ visits: [Visit]) {
        var path: [String] = []
        var place = Optional(place)
        while let here = place {
            if let act = visits[here].act { path.append("\(act)") }
            place = visits[here].from
        }
        Issue.record("\(problems.joined(separator: "; ")), after:\n\(path.reversed().joined(separator: "\n"))")
    }
}
