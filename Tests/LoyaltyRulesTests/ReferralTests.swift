import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct ReferralTests {
    private func club(_ trigger: Referral.Trigger = .firstPaidService) throws -> ProgrammeBook {
        try SmallClub.make { $0.referral = Referral(rule: "TI-09", points: .known(Points(50)), trigger: trigger, categories: ["service"]) }
    }

    private let later = "2022-01-01T12:00:00+03:30"

    private func points(_ services: [(String, Bool)], _ trigger: Referral.Trigger = .firstPaidService) throws -> Points {
        var member = try SmallClub.member()
        let given = try services.enumerated().map { index, service in
            var given = Introduction.Service(ticket: TicketID("S\(index)"), occurredAt: try SmallClub.instant(service.0))
            given.isReturned = service.1
            return given
        }
        member.member.introductions = [Introduction(member: "B", joinedAt: try SmallClub.instant("2021-05-01T12:00:00+04:30"), services: given)]
        return member.moves(under: try club(trigger), at: try SmallClub.instant(later)).reduce(.zero) { $0 + $1.points }
    }

    @Test func `TI-09, A-TI-9: an introduction earns with the first paid service, once, however many follow`() throws {
        #expect(try points([]) == .zero)
        #expect(try points([("2021-06-01T12:00:00+04:30", false)]) == Points(50))
        #expect(try points([("2021-06-01T12:00:00+04:30", false), ("2021-07-01T12:00:00+04:30", false)]) == Points(50))
    }

    @Test func `RULES 10.12: the credit goes when no paid service stands, and stays while a later one does`() throws {
        #expect(try points([("2021-06-01T12:00:00+04:30", true)]) == .zero)
        #expect(try points([("2021-06-01T12:00:00+04:30", true), ("2021-07-01T12:00:00+04:30", false)]) == Points(50))
    }

    @Test func `A-TI-9: read the other way, an introduction earns at once`() throws {
        #expect(try points([], .introduction) == Points(50))
    }
}
