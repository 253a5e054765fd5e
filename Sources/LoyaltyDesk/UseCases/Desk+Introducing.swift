import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Notes who introduced a new member, with the paid services named at joining (TI-09); gives the introducer's account as it is now.
    func noteIntroduction(of member: Member, services: [Sale], in transaction: any StoreTransaction) throws -> MemberAccount? {
        guard let introducer = member.enrolment.introducedBy else { return nil }
        guard introducer != member.id, var account = try transaction.account(of: introducer) else {
            throw Trouble(.introducerUnknown, field: "introduced_by")
        }
        let paid = services.filter { programme.referral?.isPaidService($0) ?? false }
        account.member.introductions.append(
            Introduction(
                member: member.id, joinedAt: member.enrolment.at, services: paid.map { Introduction.Service(ticket: $0.ticket, occurredAt: $0.occurredAt) }))
        try transaction.keep(account.member)
        return account
    }

    /// Notes a service of an introduced member, or that one has come back; gives the introducer's account when it changed.
    func noteService(in sale: Sale, of member: Member?, in transaction: any StoreTransaction) throws -> MemberAccount? {
        guard let member, let introducer = member.enrolment.introducedBy, let referral = programme.referral,
            var account = try transaction.account(of: introducer),
            let index = account.member.introductions.firstIndex(where: { $0.member == member.id })
        else { return nil }
        let stands = referral.isPaidService(sale)
        if let known = account.member.introductions[index].services.firstIndex(where: { $0.ticket == sale.ticket }) {
            guard account.member.introductions[index].services[known].isReturned == stands else { return nil }
            account.member.introductions[index].services[known].isReturned = !stands
        } else {
            guard stands else { return nil }
            account.member.introductions[index].services.append(Introduction.Service(ticket: sale.ticket, occurredAt: sale.occurredAt))
        }
        try transaction.keep(account.member)
        return account
    }
}

extension Referral {
    /// Whether a ticket holds a service that was paid for and has not come back whole.
    func isPaidService(_ sale: Sale) -> Bool {
        sale.lines.contains { categories.contains($0.category) && $0.net > .zero && $0.returned < $0.quantity }
    }
}
