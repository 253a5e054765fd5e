import HTTPTypes
import LoyaltyModel
import Testing

@testable import LoyaltyService

@Suite struct `Benefit requests over HTTP` {
    /// A diamond member with requests `R1` … and the desk open.
    private func open(requests: Int, _ test: @escaping @Sendable (Till) async throws -> Void) async throws {
        try await Till.open { till, _ in
            try await till.join(name: "G. H.")
            for car in 2...6 { try #require(try await till.sell("T-\(car)", member: "A").status == 201) }
            for number in 1...requests {
                let wish =
                    #"{"request":"R\#(number)","member":"A","benefit":"delivery_priority","due_date":"2099-06-01","invitation":true,"paid_in_full":true}"#
                try #require(try await till.post("/v1/benefit-requests", wish).status == 201)
            }
            try await test(till)
        }
    }

    private func ids(_ answer: Till.Answer) -> [String] {
        (0..<(answer["requests"]?.count ?? 0)).compactMap { answer["requests"]?[$0]?["request"]?.string }
    }

    @Test func `the lists follow a request from the wish to the telling`() async throws {
        try await open(requests: 3) { till in
            #expect(try await ids(till.get("/v1/benefit-requests?state=open")) == ["R1", "R2", "R3"])
            #expect(try await till.post("/v1/benefit-requests/R1/review", "{}").status == 200)
            #expect(try await ids(till.get("/v1/benefit-requests?state=under_review")) == ["R1"])
            let decided = try await till.post("/v1/benefit-requests/R1/decision", #"{"approved":false,"by":"M. N.","reason":"no car left"}"#)
            #expect(decided.status == 200 && !decided.text.contains("no car left") && !decided.text.contains("G. H."))
            #expect(try await ids(till.get("/v1/benefit-requests?state=open")) == ["R2", "R3"])
            let toTell = try await till.get("/v1/benefit-requests?state=to_tell", [.acceptLanguage: "en"])
            let row = toTell["requests"]?[0]
            #expect(row?["name"]?.string == "G. H." && row?["reason"]?.string == "no car left" && row?["decided_by"]?.string == "M. N.")
            #expect(row?["benefit_name"]?.string?.isEmpty == false && row?["circumstances"]?["due_date"]?.string == "2099-06-01")
            #expect(try await till.post("/v1/benefit-requests/R1/told", "{}").status == 200)
            #expect(try await ids(till.get("/v1/benefit-requests?state=told")) == ["R1"])
            #expect(try await ids(till.get("/v1/benefit-requests")) == ["R3", "R2", "R1"])
            #expect(try await till.get("/v1/benefit-requests/R1")["reason"]?.string == "no car left")
        }
    }

    @Test func `a list comes in portions, each saying where the next begins`() async throws {
        try await open(requests: 5) { till in
            var seen: [String] = []
            var next: String?
            repeat {
                let portion = try await till.get("/v1/benefit-requests?state=open&limit=2" + (next.map { "&after=\($0)" } ?? ""))
                seen += ids(portion)
                next = portion["next"]?.string
            } while next != nil && seen.count < 9
            #expect(seen == ["R1", "R2", "R3", "R4", "R5"])
        }
    }

    @Test(arguments: [
        ("state=closed", 422, "state"), ("limit=0", 422, "limit"), ("limit=201", 422, "limit"), ("limit=x", 422, "limit"), ("after=R9", 404, "after"),
        ("member=B", 404, "member"),
    ])
    func `a list that cannot be given names the field`(query: String, status: Int, field: String) async throws {
        try await open(requests: 1) { till in
            let answer = try await till.get("/v1/benefit-requests?" + query)
            #expect(answer.status == status && answer["field"]?.string == field)
        }
    }

    @Test func `everybody who listens is told that a request moved, and no more`() async throws {
        try await Till.open { till, service in
            try await till.join()
            try #require(try await till.sell("T-2", member: "A").status == 201)
            try #require(try await till.sell("T-3", member: "A").status == 201)
            let ear = try Ear(service.front.events)
            let wish = #"{"request":"R1","member":"A","benefit":"purchase_discount"}"#
            #expect(try await till.post("/v1/benefit-requests", wish).status == 201)
            #expect(await ear.next()?.data == #"{"request":"R1"}"#)
            #expect(try await till.post("/v1/benefit-requests", wish).status == 200)
            #expect(try await till.post("/v1/benefit-requests/R1/decision", #"{"approved":true}"#).status == 200)
            #expect(await ear.next()?.data == #"{"request":"R1"}"#)
        }
    }
}
