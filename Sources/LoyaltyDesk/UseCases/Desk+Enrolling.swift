public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Makes somebody a member: number drawn, earlier tickets claimed, joining points credited or put to wait.
    public func enrol(_ request: EnrolRequest, _ context: DeskContext) async throws -> Reply {
        guard request.member?.rawValue.isEmpty != true else {
            throw Trouble(.fieldWrong, field: "member", detail: "an account's name is not empty; leave the field out to have one drawn")
        }
        let drawn = request.member ?? MemberID("M" + String(serials.next() % 1_000_000_000_000, radix: 36).uppercased())
        let keyed = try Keyed("enrol", subject: request.member?.rawValue, content: request, clash: .memberExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) { try self.enrol(drawn, request, context, in: transaction) }
        }
    }

    /// Changes a member's particulars; when the required ones are all there for the first time, the profile counts as complete (A-KM-14).
    public func change(_ request: ProfileRequest, of id: MemberID, _ context: DeskContext) async throws -> MemberAnswer {
        try await store.write { transaction in
            var account = try self.account(id, in: transaction)
            account.member.profile = try self.profile(account.member.profile, changedBy: request, of: id, in: transaction)
            let isComplete = account.member.profileCompletedAt == nil && account.member.profile.fills(self.programme.membership.profile)
            if isComplete { account.member.profileCompletedAt = context.at }
            return try self.keep(account, fact: isComplete ? .profileCompleted(id) : .profileChanged(id), context, in: transaction)
        }
    }

    /// Notes that a member's profile is complete, whatever the particulars kept here; a second time earns nothing (RULES 10.6).
    public func completeProfile(of id: MemberID, _ context: DeskContext) async throws -> MemberAnswer {
        try await store.write { transaction in
            var account = try self.account(id, in: transaction)
            if account.member.profileCompletedAt == nil { account.member.profileCompletedAt = context.at }
            return try self.keep(account, fact: .profileCompleted(id), context, in: transaction)
        }
    }

    private func keep(_ changed: MemberAccount, fact: Fact, _ context: DeskContext, in transaction: any StoreTransaction) throws -> MemberAnswer {
        var account: MemberAccount? = changed
        let before = changed.points
        try transaction.keep(changed.member)
        let entries = try post(fact, context, cause: nil, changing: &account, in: transaction)
        return try answer(account ?? changed, before: before, entries: entries, context, in: transaction)
    }

    private func enrol(_ id: MemberID, _ request: EnrolRequest, _ context: DeskContext, in transaction: any StoreTransaction) throws -> MemberAnswer {
        guard try transaction.member(id) == nil else { throw Trouble(.memberExists, field: "member") }
        let tickets = try earlierTickets(request, in: transaction)
        let named = try claimable(tickets, in: transaction)
        if let rule = programme.membership.purchase, !named.contains(where: { !$0.isFullyReturned }) {
            throw Trouble(.purchaseNeeded, ["rule": .name(rule.rawValue)], field: "tickets")
        }
        let isException = try needsPermission(named, request)
        if programme.membership.terms != nil, request.terms?.isEmpty == true { throw Trouble(.termsNeeded, field: "terms") }
        if programme.ladder.tiers.isEmpty { throw Trouble(.noClub) }
        let wanted = ProfileRequest(
            name: request.name, address: request.address, birthday: request.birthday, phone: request.phone, agreesTo: request.agreesTo)
        let profile = try profile(Profile(), changedBy: wanted, of: id, in: transaction)
        let enrolment = Enrolment(
            at: context.at, recruiter: request.recruiter, introducedBy: request.introducedBy, tickets: tickets, terms: terms(request),
            allowedBy: isException ? request.allowedBy : nil)
        var member = Member(id: id, profile: profile, enrolment: enrolment)
        member.admissionReason = isException ? request.reason : nil
        try transaction.keep(member)
        let claimed = named.map { $0.claimed(by: id) }
        for sale in claimed { try transaction.keep(sale) }
        try noteRecruit(member, purchases: claimed, in: transaction)
        let introducer = try noteIntroduction(of: member, services: claimed, in: transaction)
        var account: MemberAccount? = MemberAccount(member: member, sales: claimed.sorted { $0.at < $1.at })
        let entries = try post(.enrolled(id, enrolment), context, cause: nil, changing: &account, and: introducer, in: transaction)
        guard let account else { throw Trouble(.unexpected) }
        let tier = account.standing(under: book, at: context.at).tier
        let card = Card(number: try freshNumber(in: transaction), member: id, tier: tier, state: .valid, isPrinted: false, since: context.at)
        try transaction.keep(card)
        try remember(account, cards: [card], at: context.at, in: transaction)
        return try answer(account, before: .zero, entries: entries, context, in: transaction)
    }

    /// Who joins without naming a version accepts the one in force (SA-01).
    private func terms(_ request: EnrolRequest) -> String? {
        programme.membership.terms == nil ? nil : request.terms ?? programme.version.rawValue
    }

    private func noteRecruit(_ member: Member, purchases: [Sale], in transaction: any StoreTransaction) throws {
        guard let recruiter = member.enrolment.recruiter else { return }
        guard recruiter != member.id, var record = try transaction.member(recruiter) else { throw Trouble(.recruiterUnknown, field: "recruiter") }
        // What has come back already counts for nothing, and cannot come back once more (A-SH-7).
        let bought = purchases.filter { !$0.isFullyReturned }.map { Recruit.Purchase(ticket: $0.ticket, boughtAt: $0.occurredAt) }
        record.recruits.append(Recruit(member: member.id, joinedAt: member.enrolment.at, purchases: bought))
        try transaction.keep(record)
        // Further up only where the table counts recruits of recruits: nobody's record learns more of others than the table needs.
        for generation in 2..<max(2, (programme.recruiting?.depth ?? 1) + 1) {
            guard let above = record.enrolment.recruiter, let next = try transaction.member(above) else { return }
            record = next
            record.recruits.append(Recruit(member: member.id, joinedAt: member.enrolment.at, purchases: bought, generation: generation))
            try transaction.keep(record)
        }
    }

    /// The tickets named one by one, then those of the visitor that stand and are nobody's yet.
    private func earlierTickets(_ request: EnrolRequest, in view: any StoreView) throws -> [TicketID] {
        // A ticket that is named twice is named.
        let named = (request.tickets ?? []).reduce(into: [TicketID]()) { if !$0.contains($1) { $0.append($1) } }
        guard let visitor = request.visitor else { return named }
        let more = try view.sales(to: visitor).filter { $0.member == nil && !$0.isFullyReturned && !named.contains($0.ticket) }
        return named + more.map(\.ticket)
    }

    /// The named tickets, each an anonymous one that nobody has named before.
    private func claimable(_ tickets: [TicketID], in view: any StoreView) throws -> [Sale] {
        var sales: [Sale] = []
        for (index, ticket) in tickets.enumerated() {
            let field = "tickets[\(index)]"
            guard let sale = try view.sale(ticket) else { throw Trouble(.ticketUnknown, ["ticket": .name(ticket.rawValue)], field: field) }
            guard sale.member == nil, !sales.contains(where: { $0.ticket == ticket }) else {
                throw Trouble(.ticketNotYours, ["ticket": .name(ticket.rawValue)], field: field)
            }
            sales.append(sale)
        }
        return sales
    }

    private func profile(_ profile: Profile, changedBy request: ProfileRequest, of id: MemberID, in view: any StoreView) throws -> Profile {
        var changed = profile
        if let name = request.name { changed.name = try PersonName(name, field: "name").text }
        if let address = request.address { changed.address = try PersonName(address, field: "address").text }
        if let birthday = request.birthday { changed.birthday = birthday }
        if let agreed = request.agreesTo { changed.agreesTo = NoticeOccasion.allCases.filter { agreed.contains($0) } }
        if let phone = request.phone {
            guard !phone.isEmpty else {
                changed.phone = nil
                return changed
            }
            guard let number = PhoneNumber(phone) else { throw Trouble(.fieldWrong, field: "phone", detail: "a telephone number has 5 to 15 digits") }
            if let owner = try view.member(phone: number.digits), owner != id { throw Trouble(.phoneTaken, field: "phone") }
            changed.phone = number.digits
        }
        return changed
    }

    private func answer(
        _ account: MemberAccount, before: Points, entries: [Entry], _ context: DeskContext, in view: any StoreView
    ) throws -> MemberAnswer {
        let speech = Speech(context.language, programme: programme)
        var answer = try memberAnswer(account, in: view, context)
        answer.earned = account.points - before
        answer.entries = entries.map { EntryAnswer($0, speech) }
        return answer
    }
}

extension Desk {
    /// A number that no card has.
    func freshNumber(in view: any StoreView) throws -> CardNumber {
        for _ in 0..<100 {
            if let number = programme.numbers.number(serial: serials.next()), try view.card(number) == nil { return number }
        }
        throw Trouble(.unexpected, detail: "no free card number was found in 100 draws: lengthen the numbers in the table")
    }
}

extension Sale {
    fileprivate func claimed(by member: MemberID) -> Sale {
        var sale = self
        sale.member = member
        sale.isClaimed = true
        return sale
    }
}

extension Profile {
    /// Whether every required particular is there.
    fileprivate func fills(_ fields: Set<Membership.Field>) -> Bool {
        fields.allSatisfy { field in
            switch field {
            case .name: !(name ?? "").isEmpty
            case .birthday: birthday != nil
            case .phone: !(phone ?? "").isEmpty
            case .address: !(address ?? "").isEmpty
            }
        }
    }
}
