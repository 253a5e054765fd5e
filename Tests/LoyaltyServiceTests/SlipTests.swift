import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import PointOfService
import Testing

@testable import LoyaltyService

@Suite struct `Slips` {
    private let slips = FakeSlips()

    private func open(_ test: @escaping @Sendable (Till) async throws -> Void) async throws {
        try await Till.open(slips: slips) { till, _ in
            try await till.join()
            try await test(till)
        }
    }

    @Test func `a statement holds the account with its entries, in the reader's language, on the printer of the place`() async throws {
        try await open { till in
            let answer = try await till.post("/v1/slips", #"{"kind":"statement","member":"A","at":"desk"}"#, [.acceptLanguage: "ru"])
            #expect(answer.status == 200 && answer.text.contains("confirmed"))
        }
        let printed = try #require(slips.printed.first)
        guard case .statement(let statement, let member) = printed.slip else { return #expect(Bool(false), "\(printed.slip)") }
        #expect(statement.member == "A" && member.member == "A")
        #expect(printed.language == .russian && printed.place == .desk)
    }

    @Test func `a place in the queue is printed with the member it belongs to`() async throws {
        try await open { till in
            let first = try await till.post("/v1/slips", #"{"kind":"queue","number":17,"member":"A"}"#)
            let second = try await till.post("/v1/slips", #"{"kind":"queue","number":18}"#)
            #expect(first.status == 200 && second.status == 200)
        }
        guard case .queue(17, .some(let member)) = slips.printed.first?.slip else { return #expect(Bool(false), "no place 17") }
        #expect(member.member == "A")
        guard case .queue(18, nil) = slips.printed.last?.slip else { return #expect(Bool(false), "no place 18") }
        #expect(slips.printed.map(\.place) == [.till, .till])
    }

    @Test func `a receipt is that of the ticket, and a preview prints nothing`() async throws {
        try await open { till in
            try #require(try await till.sell("T1", member: "A").status == 201)
            let preview = try await till.post("/v1/slips/preview", #"{"kind":"receipt","ticket":"T1"}"#)
            #expect(preview.status == 200 && preview.headers[.contentType] == "image/png")
            let receipt = try await till.post("/v1/slips", #"{"kind":"receipt","ticket":"T1"}"#)
            #expect(receipt.status == 200)
        }
        #expect(slips.printed.count == 1)
        guard case .receipt(let ticket) = slips.printed.first?.slip else { return #expect(Bool(false), "no receipt") }
        #expect(ticket.ticket == "T1" && !ticket.lines.isEmpty)
    }

    @Test func `a visit is printed for the member to sign, in the club's language, where the table asks for it`() async throws {
        let visits = FrontDesk(visits: VisitLog(rule: "GY-9", dailyMinimum: .known(4), hasSlip: true))
        try await Till.open(slips: slips, frontDesk: visits) { till, _ in
            try await till.join()
            try #require(try await till.post("/v1/visits", #"{"visit":"V1","member":"A","staff":"C. D."}"#).status == 201)
            let slip = #"{"kind":"visit","visit":"V1","at":"desk"}"#
            #expect(try await till.post("/v1/slips", slip, [.acceptLanguage: "ru"]).status == 200)
            #expect(try await till.post("/v1/slips", #"{"kind":"visit","visit":"V9"}"#).code == "record_unknown")
            #expect(try await till.post("/v1/slips", #"{"kind":"visit"}"#).code == "field_missing")
        }
        let printed = try #require(slips.printed.first)
        guard case .visit(let lines) = printed.slip else { return #expect(Bool(false), "\(printed.slip)") }
        #expect(lines.count == 5 && lines[3].contains("C. D.") && printed.language == .persian && printed.place == .desk)
        try await open { till in
            try #require(try await till.post("/v1/visits", #"{"visit":"V1","member":"A"}"#).status == 201)
            #expect(try await till.post("/v1/slips", #"{"kind":"visit","visit":"V1"}"#).code == "record_unknown")
        }
    }

    @Test(
        "what is missing or unknown is named",
        arguments: [
            (#"{"kind":"receipt"}"#, "field_missing"), (#"{"kind":"receipt","ticket":"T9"}"#, "ticket_unknown"), (#"{"kind":"statement"}"#, "field_missing"),
            (#"{"kind":"statement","member":"Z"}"#, "member_unknown"), (#"{"kind":"queue"}"#, "field_missing"),
            (#"{"kind":"queue","number":0}"#, "field_wrong"), (#"{"kind":"poster"}"#, "field_wrong"),
        ])
    func refused(body: String, code: String) async throws {
        try await open { till in
            let answer = try await till.post("/v1/slips", body)
            #expect(answer.text.contains(#""code":"\#(code)""#), "\(answer.text)")
        }
        #expect(slips.printed.isEmpty)
    }

    @Test func `without a printer for slips the till is told so`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/slips", #"{"kind":"queue","number":1}"#)
            #expect(answer.text.contains("printer_missing"))
        }
    }
}
