import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

/// The front desk as the published tables have it, without a figure of anybody's own.
@Suite("The published front desks") struct PublishedDeskTests {
    private func desk(_ table: String) throws -> Desk {
        Desk(store: MemoryStore(), book: ProgrammeBook(current: try ProgramTables.load(table)), codes: nil, serials: RandomSerials())
    }

    private func asking(in language: Language) throws -> DeskContext {
        DeskContext(at: try #require(Instant("2026-03-02T10:00:00Z")), language: language)
    }

    @Test func `LB-02: a general blood count costs 500 roubles, with 6 hours of fasting before it`() throws {
        let found = try desk("lb").lookUp("общий анализ крови", asking(in: .russian))
        let item = try #require(found.items.first)
        #expect(found.items.count == 1 && item.from == Money(minor: 50_000) && item.to == Money(minor: 50_000) && item.fastingHours == 6)
        #expect(item.say.first?.contains("500") == true)
    }

    @Test func `LB-13: cholesterol needs 12 hours without food`() throws {
        let found = try desk("lb").lookUp("холестерин", asking(in: .russian))
        #expect(found.items.first?.fastingHours == 12)
    }

    @Test func `LB-08: the reception's number may be told to customers`() throws {
        let numbers = try desk("lb").directory(for: .customer, asking(in: .russian)).entries.map(\.phone)
        #expect(numbers.contains("88002005815"))
    }

    @Test func `KM-19, KM-20: the car club's number is for dealers and in no list of a customer's`() throws {
        let club = try desk("km")
        let phone = try #require(club.programme.contact?.phone)
        #expect(try club.directory(for: .staff, asking(in: .persian)).entries.map(\.phone).contains(phone))
        #expect(try !club.directory(for: .customer, asking(in: .persian)).entries.map(\.phone).contains(phone))
    }

    @Test func `GY-9: four different members a day, and a slip to sign`() throws {
        let visits = try desk("gy").programme.desk.visits
        #expect(visits?.dailyMinimum == .known(4) && visits?.hasSlip == true && visits?.rule == "GY-9")
    }

    @Test func `CL-3: the clinic asks whether it is the first visit`() throws {
        let prompts = try desk("cl").programme.desk.words(at: .firstVisit).map { $0.text(in: .russian) }
        #expect(prompts.contains { $0.contains("впервые") })
    }

    @Test(arguments: ["km", "ti", "sh", "sa", "cl", "ci", "gy", "lb"])
    func `KM-19: no sentence that a table has for customers holds a number that stays inside`(table: String) throws {
        let programme = try desk(table).programme
        let front = programme.desk
        var heard = [programme.name] + front.prompts.map(\.text) + (front.promotions.value ?? []).map(\.text) + front.notices.compactMap(\.text)
        heard += front.intake.compactMap(\.gift) + programme.benefits.map(\.name) + [front.prices?.hours, front.prices?.nextStep].compactMap(\.self)
        heard += (front.prices?.items ?? []).flatMap { [$0.name, $0.preparation, $0.pause?.reason].compactMap(\.self) }
        for wording in heard { for text in wording.texts.values { #expect(!programme.holdsInternalNumber(text), "\(text)") } }
        #expect(!heard.isEmpty)
    }
}
