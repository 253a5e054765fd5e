import LoyaltyModel
import Testing

@Suite struct `Tickets over HTTP` {
    @Test func `a quote names amounts, reasons and what to say, and has no effect`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let before = try await till.journalLength()
            let quote = try await till.post("/v1/quotes", Till.car("T2", member: "A"))
            #expect(quote.status == 200)
            #expect(quote["list"]?.int == 1_000_000_000 && quote["earned"]?.int == 120)
            #expect(quote["say_before"]?.count == 2)
            #expect(try await till.journalLength() == before)
            #expect(try await till.get("/v1/sales?ticket_id=T2").code == "ticket_unknown")
        }
    }

    @Test func `a sale is 201 first, then 200 with the same bytes, and 409 when its content differs`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let first = try await till.sell("T2", member: "A", key: "k1")
            #expect(first.status == 201 && first["earned"]?.int == 120)
            let length = try await till.journalLength()
            let again = try await till.sell("T2", member: "A", key: "k1")
            #expect(again.status == 200 && again.text == first.text)
            let withoutKey = try await till.sell("T2", member: "A")
            #expect(withoutKey.status == 200 && withoutKey.text == first.text)
            let otherContent = try await till.sell("T2", member: "A", price: 5, key: "k1")
            #expect(otherContent.status == 409 && otherContent.code == "key_reused")
            let otherKey = try await till.sell("T2", member: "A", price: 5, key: "k2")
            #expect(otherKey.status == 409 && otherKey.code == "ticket_exists")
            #expect(try await till.journalLength() == length)
        }
    }

    @Test func `a till that never saw the answer asks by its own ticket number`() async throws {
        try await Till.open { till, _ in
            let sold = try await till.sell("ت/1 a", member: nil)
            #expect(sold.status == 201)
            let outcome = try await till.get("/v1/sales?ticket_id=%D8%AA/1%20a")
            #expect(outcome.status == 200 && outcome.text == sold.text)
            #expect(try await till.get("/v1/sales").code == "field_missing")
        }
    }

    @Test func `a return needs a key, mirrors the sale, and is done once however often it is sent`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            _ = try await till.sell("T2", member: "A")
            let body = #"{"lines":[{"id":"1","quantity":1}]}"#
            let keyless = try await till.post("/v1/sales/T2/returns", body)
            #expect(keyless.status == 400 && keyless.code == "key_missing" && keyless["field"]?.string == "Idempotency-Key")
            let first = try await till.post("/v1/sales/T2/returns", body, key: "r1")
            #expect(first.status == 201 && first["total"]?.int == -1_000_000_000 && first["earned"]?.int == -120)
            let again = try await till.post("/v1/sales/T2/returns", body, key: "r1")
            #expect(again.status == 200 && again.text == first.text)
            let more = try await till.post("/v1/sales/T2/returns", body, key: "r2")
            #expect(more.status == 422 && more.code == "return_too_large")
            let elsewhere = try await till.post("/v1/sales/T-A-1/returns", body, key: "r1")
            #expect(elsewhere.status == 409 && elsewhere.code == "key_reused")
        }
    }

    @Test func `a void needs no body and is refused the second time`() async throws {
        try await Till.open { till, _ in
            _ = try await till.sell("T1", member: nil)
            #expect(try await till.post("/v1/sales/T1/void", key: "v1").status == 201)
            #expect(try await till.post("/v1/sales/T1/void", key: "v1").status == 200)
            let second = try await till.post("/v1/sales/T1/void", key: "v2")
            #expect(second.status == 409 && second.code == "already_voided")
            #expect(try await till.post("/v1/sales/T9/void").status == 404)
        }
    }

    @Test func `an approved request takes the discount off`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            _ = try await till.sell("T2", member: "A")
            _ = try await till.sell("T3", member: "A")
            let quote = try await till.post("/v1/quotes", Till.car("T4", member: "A"))
            #expect(quote["total"]?.int == 1_000_000_000 && quote["needs_approval"]?["amount"]?.int == 20_000_000)
            let wish = try await till.post("/v1/benefit-requests", #"{"request":"R1","member":"A","benefit":"purchase_discount"}"#)
            #expect(wish.status == 201 && wish["state"]?.string == "requested")
            let decision = try await till.post("/v1/benefit-requests/R1/decision", #"{"approved":true,"by":"N. B."}"#)
            #expect(decision.status == 200 && decision["state"]?.string == "approved")
            let sold = try await till.sell("T4", member: "A", approval: "R1")
            #expect(sold["total"]?.int == 980_000_000)
            #expect(sold["lines"]?[0]?["adjustments"]?[0]?["rule"]?.string == "KM-14")
        }
    }
}
