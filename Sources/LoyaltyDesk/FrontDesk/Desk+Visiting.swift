public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Logs that a member came, for the day's count and a slip to sign (GY-9, CL-3). Any table takes visits; count and slip are the table's.
    public func logVisit(_ request: VisitRequest, _ context: DeskContext) async throws -> Reply {
        let drawn = request.visit ?? VisitID(drawnNumber("V"))
        let keyed = try Keyed("visit", subject: request.visit?.rawValue, content: request, clash: .recordExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) { try self.logVisit(drawn, request, context, in: transaction) }
        }
    }

    /// A day's visits and whom each member of staff served; today's when `day` is nil.
    public func visits(on day: Day?, _ context: DeskContext) async throws -> DayVisitsAnswer {
        let day = day ?? self.day(of: context)
        return try await store.read { view in
            let visits = try view.documents(Visit.self, from: day, through: day)
            let staff = Set(visits.compactMap(\.staff)).sorted()
            return DayVisitsAnswer(
                day: day,
                visits: try visits.map { visit in
                    VisitLine(
                        visit: visit.id, member: visit.member, name: try view.member(visit.member)?.profile.name, at: visit.at, staff: visit.staff,
                        register: visit.register)
                },
                staff: staff.map { self.count(of: $0, on: day, among: visits) })
        }
    }

    /// The lines of a visit's slip to sign, in the club's language (GY-9); there is none where the table asks for none.
    public func visitSlip(of id: VisitID) async throws -> [String] {
        guard programme.desk.visits?.hasSlip == true else { throw Trouble(.recordUnknown, field: "visit") }
        return try await store.read { view in
            let visit = try self.kept(id, Visit.self, in: view)
            guard let member = try view.member(visit.member) else { throw Trouble(.memberUnknown, field: "visit") }
            return self.slip(for: visit, of: member)
        }
    }

    private func logVisit(_ id: VisitID, _ request: VisitRequest, _ context: DeskContext, in transaction: any StoreTransaction) throws -> VisitAnswer {
        let member = try neededMember(of: request, in: transaction)
        try refuseTaken(id, Visit.self, in: transaction)
        let staff = try WrittenText(line: request.staff, field: "staff").text
        if programme.desk.visits?.dailyMinimum.value != nil, staff == nil { throw Trouble(.fieldMissing, field: "staff") }
        let isFirst = try isFirstVisit(of: account(member.id, in: transaction), in: transaction)
        let visit = Visit(
            id: id, member: member.id, at: context.at, day: day(of: context), staff: staff,
            register: try WrittenText(line: request.register, field: "register").text)
        try note(visit, .opened, context, in: transaction)
        let today = try staff.map { count(of: $0, on: visit.day, among: try transaction.documents(Visit.self, from: visit.day, through: visit.day)) }
        return VisitAnswer(
            visit: id, member: member.id, name: member.profile.address ?? member.profile.name, at: visit.at, staff: staff, register: visit.register,
            isFirstVisit: isFirst, count: today, slip: programme.desk.visits?.hasSlip == true ? slip(for: visit, of: member) : nil,
            rule: programme.desk.visits?.rule)
    }

    /// How many different members a member of staff served (GY-9: at least so many a day).
    private func count(of staff: String, on day: Day, among visits: [Visit]) -> StaffCount {
        let members = Set(visits.lazy.filter { $0.staff == staff }.map(\.member)).count
        let minimum = programme.desk.visits?.dailyMinimum.value
        return StaffCount(staff: staff, day: day, members: members, minimum: minimum, missing: minimum.map { max(0, $0 - members) })
    }

    /// The lines of the slip that the member signs, in the club's language.
    private func slip(for visit: Visit, of member: Member) -> [String] {
        let speech = Speech(programme.language, programme: programme)
        var lines = [speech(programme.name)]
        lines.append(speech(Phrase(.slipMember, ["name": .name(member.profile.name ?? member.id.rawValue)])))
        lines.append(speech(Phrase(.slipVisit, ["day": .day(visit.day), "time": .name(speech.clock(visit.at))])))
        if let staff = visit.staff { lines.append(speech(Phrase(.slipStaff, ["staff": .name(staff)]))) }
        lines.append(speech(Phrase(.slipSignature)) + " ____________________")
        return lines
    }
}

extension Desk {
    /// Whether the member has neither bought nor been logged before (CL-3). What came back in full was no visit (RULES 10.9).
    func isFirstVisit(of account: MemberAccount, in view: any StoreView) throws -> Bool {
        guard !account.hasBought(besides: nil) else { return false }
        return try view.documents(Visit.self, of: account.member.id, limit: 1).isEmpty
    }

    /// Whether nothing was bought before `ticket` and the log has no visit of an earlier day: this visit is the first.
    func wasFirstVisit(of account: any BuyingAccount, ticket: TicketID, on day: Day, in view: any StoreView) throws -> Bool {
        guard !account.hasBought(besides: ticket) else { return false }
        return try view.documents(Visit.self, of: account.member.id, limit: 1).allSatisfy { $0.day == day }
    }
}
