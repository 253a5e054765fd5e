public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Issues a certificate or season ticket (CL-12b).
    public func issuePass(_ request: PassRequest, _ context: DeskContext) async throws -> Reply {
        let drawn = request.pass ?? PassID(drawnNumber("P"))
        let keyed = try Keyed("pass", subject: request.pass?.rawValue, content: request, clash: .recordExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                let member = try self.neededMember(of: request, in: transaction)
                try self.refuseTaken(drawn, Pass.self, in: transaction)
                guard (1...Self.mostUnits).contains(request.units ?? 1) else {
                    throw Trouble(.quantityWrong, field: "units", detail: "a pass has 1 to \(Self.mostUnits) units")
                }
                let today = self.day(of: context)
                if let last = request.lastDay, last < today { throw Trouble(.passEnded, ["day": .day(last)], field: "last_day") }
                let pass = Pass(
                    id: drawn, member: member.id, form: request.kind, name: try WrittenText(line: request.name, field: "name").needed("name"),
                    units: request.units ?? 1, lastDay: request.lastDay, at: context.at, day: today,
                    issuedBy: try WrittenText(line: request.staff, field: "staff").text)
                try self.note(pass, .opened, context, in: transaction)
                return PassAnswer(pass, on: today)
            }
        }
    }

    /// Takes units off a pass: never more than are left, never after its last day. The same may rightly be asked twice, so the till's key decides.
    public func usePass(_ id: PassID, _ request: PassUseRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("use pass", subject: nil, content: [id.rawValue: request], clash: .keyReused)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                var pass = try self.kept(id, Pass.self, in: transaction)
                let use = Pass.Use(
                    at: context.at, units: request.units ?? 1, ticket: request.ticket, by: try WrittenText(line: request.staff, field: "staff").text)
                guard use.units >= 1 else { throw Trouble(.quantityWrong, field: "units") }
                try pass.take(use, on: self.day(of: context))
                try self.note(pass, .used, context, in: transaction)
                return PassAnswer(pass, on: self.day(of: context))
            }
        }
    }

    /// A member's passes, used up and ended ones included, in the order they were issued.
    public func passes(of member: MemberID, _ context: DeskContext) async throws -> PassListAnswer {
        let today = day(of: context)
        return try await store.read { view in
            guard try view.member(member) != nil else { throw Trouble(.memberUnknown, field: "member") }
            return PassListAnswer(passes: try view.documents(Pass.self, of: member).map { PassAnswer($0, on: today) })
        }
    }

    private static let mostUnits = 100_000
}
