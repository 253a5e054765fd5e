import LoyaltyModel
import Testing

@Suite struct `Members over HTTP` {
    @Test func `joining is 201 first and 200 with the same bytes when repeated`() async throws {
        try await Till.open { till, _ in
            let body = #"{"name":"S. R.","phone":"0912 000 0001"}"#
            let first = try await till.post("/v1/members", body, key: "j1")
            let again = try await till.post("/v1/members", body, key: "j1")
            #expect(first.status == 201 && again.status == 200 && first.text == again.text)
        }
    }

    @Test func `card number, printed code and telephone find the same member, and none of them comes back`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            #expect(try await till.patch("/v1/members/A", #"{"phone":"۰۹۱۲۰۰۰۰۰۰۱"}"#).status == 200)
            let number = try await till.cardNumber(of: "A")
            let persian = String(number.compactMap { $0.wholeNumberValue.map { Array("۰۱۲۳۴۵۶۷۸۹")[$0] } })
            for (value, entry) in [(number, "swiped"), (number, "keyed"), (persian, "keyed"), ("0912-000-0001", "phone")] {
                let found = try await till.post("/v1/identify", #"{"value":"\#(value)","entry":"\#(entry)"}"#)
                #expect(found.status == 200 && found["member"]?.string == "A")
                #expect(!found.text.contains(number))
                #expect(found["card"]?["number"]?.string == "…" + number.suffix(4))
            }
        }
    }

    @Test func `a bank card is refused, and none of its digits comes back`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/identify", #"{"value":";9999000000000001=30121010000000000?","entry":"swiped"}"#)
            #expect(answer.status == 422 && answer.code == "payment_card_refused" && answer["kind"]?.string == "refusal")
            #expect(!answer.text.contains("0001"))
        }
    }

    @Test func `an account lists its entries with the rule of each`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let account = try await till.get("/v1/members/A/account")
            #expect(account.status == 200 && account["points"]?.int == 90 && account["entries"]?.count == 2)
            #expect(try await till.get("/v1/members/A")["tier"]?["id"]?.string == "bronze")
        }
    }
}
