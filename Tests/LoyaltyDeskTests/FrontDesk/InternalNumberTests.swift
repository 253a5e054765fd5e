import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

/// KM-19: whatever the customer sees or hears, a number that stays inside is not in it.
@Suite("Numbers that stay inside") struct InternalNumberTests {
    private static let inside = "+98 (21) 900-00-77"
    private static let outside = "021 900 0011"
    private static let extensionNumber = "417"

    private func story() throws -> FrontDeskStory {
        let price = PriceList.Item(rule: "LB-02", sku: "1", name: words("Test"), price: .known(.exactly(Money(minor: 100))))
        return try FrontDeskStory(
            FrontDesk(
                prices: PriceList(rule: "LB-02", hours: words("daily"), nextStep: words("Shall I book?"), items: [price]),
                directory: [
                    DirectoryEntry(rule: "KM-19", topic: words("Sales officer"), phone: Self.inside, isInternal: true),
                    DirectoryEntry(rule: "KM-19", topic: words("Warehouse"), phone: Self.extensionNumber, isInternal: true),
                    DirectoryEntry(rule: "LB-08", topic: words("Reception", fa: "پذیرش"), phone: Self.outside, isInternal: false),
                ], visits: VisitLog(rule: "GY-9", dailyMinimum: .known(4), hasSlip: true), pickups: "CI-03",
                prompts: Prompt.Moment.allCases.map { Prompt(rule: "CL-3", moment: $0, text: words("A sentence for \($0).")) },
                promotions: .known([Promotion(text: words("An offer."), from: nil, through: nil)]), promotionRule: "CL-12b", passes: "CL-12b",
                notices: NoticeOccasion.allCases.map { NoticeRule(rule: "SH-14", occasion: $0, text: nil) },
                intake: Feedback.Kind.allCases.map { IntakeRule(rule: "LB-10", kind: $0, gift: words("a gift")) }))
    }

    @Test(arguments: Language.allCases)
    func `KM-19: no answer for customers, slip, receipt or message holds a number that stays inside`(language: Language) async throws {
        let story = try story()
        let now = try story.at("2026-03-02T10:00:00+03:30", language)
        try await story.join("M1", phone: "0900 000 0001", birthday: "1985-03-02", agreesTo: NoticeOccasion.allCases)
        var heard: [String] = []
        heard += try await said(story.desk.issuePass(PassRequest(pass: "P1", member: "M1", kind: .certificate, name: "Gift"), now))
        heard += try await said(story.desk.book(PickUpRequest(pickUp: "B1", member: "M1", what: "tickets"), now))
        heard += try said(JSONEncoder().encode(try await story.desk.member("M1", now)))
        heard += try said(JSONEncoder().encode(try await story.desk.quote(story.ticketRequest("T1", "M1"), now)))
        heard += try said(JSONEncoder().encode(try await story.desk.quote(story.ticketRequest("T1", nil), now)))
        heard += try await said(story.desk.logVisit(VisitRequest(member: "M1", staff: "C. D."), now))
        heard += try await said(story.desk.sell(story.ticketRequest("T1", "M1"), now))
        heard += try await said(story.desk.takeIn(FeedbackRequest(feedback: "F1", kind: .suggestion, member: "M1", essence: "x"), now))
        heard += try await said(story.desk.close("F1", OutcomeRequest(text: "x", adopted: true), now))
        heard += try said(JSONEncoder().encode(story.desk.lookUp("", now)))
        heard += try said(JSONEncoder().encode(story.desk.directory(for: .customer, now)))
        _ = try await story.desk.write(NewsRequest(text: words("New.")), now)
        let notices = try await story.desk.notices(on: nil, now)
        heard += try said(JSONEncoder().encode(notices)) + notices.lines
        #expect(notices.notices.count == 2 && heard.count > 60)
        for text in heard {
            #expect(!story.desk.programme.holdsInternalNumber(text), "\(text)")
            #expect(!text.contains(Self.inside) && text != Self.extensionNumber)
        }
    }

    @Test func `KM-19, KM-20, LB-08: staff see every number, customers only those that may go out`() throws {
        let story = try story()
        let staff = try story.desk.directory(for: .staff, story.at())
        let contact = try #require(story.desk.programme.contact)
        #expect(staff.entries.map(\.phone) == [contact.phone, Self.inside, Self.extensionNumber, Self.outside])
        #expect(staff.entries.map(\.isInternal) == [true, true, true, false])
        let customer = try story.desk.directory(for: .customer, story.at())
        #expect(customer.entries.map(\.phone) == [Self.outside] && customer.entries.map(\.isInternal) == [nil])
        #expect(try story.desk.directory(for: .staff, topic: "پذیرش", story.at()).entries.map(\.phone) == [Self.outside])
        #expect(try story.desk.directory(for: .customer, topic: "Sales", story.at()).entries.isEmpty)
    }

    @Test func `A-KM-15: the club's number is told to customers where the table says so`() throws {
        let story = try FrontDeskStory(FrontDesk()) { $0.contact?.audience = .customers }
        #expect(try story.desk.directory(for: .customer, story.at()).entries.map(\.phone) == [story.desk.programme.contact?.phone])
    }

    @Test(arguments: ["Call +982190000 77!", "۹۸۲۱۹۰۰۰۰۷۷", "98-21-900-00-77", "Ask for 417.", "021 44563513"])
    func `KM-19: news that holds a number that stays inside is not taken, however it is written`(text: String) async throws {
        let story = try story()
        #expect(await trouble { _ = try await story.desk.write(NewsRequest(text: words("x", fa: text)), story.at()) } == .internalNumber)
    }

    @Test(arguments: ["Call 021 900 0011!", "4170 pairs at 41.7 %", "From 4 to 17 March"])
    func `KM-19: other numbers may go out`(text: String) async throws {
        let story = try story()
        #expect(await trouble { _ = try await story.desk.write(NewsRequest(text: words(text)), story.at()) } == nil)
    }

    @Test(arguments: ["", "  \n"])
    func `news without words is not taken`(text: String) async throws {
        let story = try story()
        #expect(await trouble { _ = try await story.desk.write(NewsRequest(text: words(text)), story.at()) } == .fieldMissing)
        #expect(await trouble { _ = try await story.desk.write(NewsRequest(text: Wording([:])), story.at()) } == .fieldMissing)
    }

    /// Every text of an answer, at any depth.
    private func said(_ reply: Reply) throws -> [String] { try said(Data(reply.body)) }

    private func said(_ data: Data) throws -> [String] { Self.texts(in: try JSONSerialization.jsonObject(with: data)) }

    private static func texts(in value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap { texts(in: $0) }
        case let object as [String: Any]: object.values.flatMap { texts(in: $0) } + object.keys
        default: []
        }
    }
}
