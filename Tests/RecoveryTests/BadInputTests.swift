import ProgramRunner
import Testing

@Suite("Bad input")
struct BadInputTests {
    private let folder: ScratchFolder
    private let database: String
    private let service: RunningService

    /// A shop with some history: A bought three cars, one more that was voided, two more of which one came back, and has an approval and an open card
    /// job; B bought nothing.
    init() async throws {
        folder = try ScratchFolder()
        database = folder.path("shop.sqlite")
        service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        try await tell("/v1/members", #"{"member":"A","name":"A. B.","phone":"+98900000"}"#)
        try await tell("/v1/members", #"{"member":"B"}"#)
        for (ticket, cars) in [(1, 3), (2, 1), (3, 2)] {
            try await tell(
                "/v1/sales", #"{"ticket":"T\#(ticket)","member":"A","lines":[\#(BadRequest.line(quantity: "\(cars)"))]}"#, key: "sale-\(ticket)")
        }
        try await tell("/v1/sales/T2/void", nil)
        try await tell("/v1/sales/T3/returns", #"{"lines":[{"id":"1","quantity":1}]}"#, key: "return-3")
        try await tell("/v1/benefit-requests", #"{"request":"R1","member":"A","benefit":"purchase_discount"}"#)
        try await tell("/v1/benefit-requests/R1/decision", #"{"approved":true}"#)
        try await tell("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)
    }

    private func tell(_ path: String, _ body: String?, key: String? = nil) async throws {
        let answer = try await service.client.send("POST", path, body, key: key)
        #expect([200, 201].contains(answer.status), "\(path): \(answer.json)")
    }

    @Test(arguments: BadRequests.all)
    func `each is refused in words, and nothing has changed`(group: BadRequests) async throws {
        var before = try await state()
        for request in group.requests {
            let answer = try await service.client.send(
                request.method, request.path, request.body, key: request.key, headers: request.headers)
            let told = answer.json
            #expect(answer.status == request.status && told.code == .text(request.code), "\(request.why): \(answer.status) \(told)")
            if let field = request.field { #expect(told.field == .text(field), "\(request.why): \(told)") }
            #expect(!(told.cashier_text.string ?? "").isEmpty, "\(request.why): \(told)")
            #expect(["retry", "refusal", "fault"].contains(told.kind), "\(request.why): \(told)")
            #expect(!String(decoding: answer.body, as: UTF8.self).contains("9999999999"), "\(request.why) says the number again")
            let after = try await state()
            #expect(after == before, "\(request.why) has left something")
            before = after
        }
    }

    @Test func `a refused request leaves its ticket and its key free`() async throws {
        let bad = #"{"ticket":"N1","member":"A","lines":[\#(BadRequest.line(quantity: "-1"))]}"#
        let good = #"{"ticket":"N1","member":"A","lines":[\#(BadRequest.line())]}"#
        #expect(try await service.client.post("/v1/sales", bad, key: "n1").status == 422)
        #expect(try await service.client.post("/v1/sales", good, key: "n1").status == 201)
        #expect(try await service.client.post("/v1/sales", good, key: "n1").status == 200)
        #expect(try await service.client.post("/v1/sales", good).status == 200)
        #expect(try await service.client.post("/v1/sales", bad, key: "n1").status != 200)
    }

    /// The journal's length and end, and A's account.
    private func state() async throws -> [JSONValue] {
        let verified = try await ProgramUnderTest.run("ledger", "verify", "--database", database, "--json")
        #expect(verified.status == 0, "\(verified.complaint)")
        return [try verified.json, try await service.client.get("/v1/members/A/account").json, try await service.client.get("/v1/card-jobs").json]
    }
}
