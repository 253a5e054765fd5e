import Testing

@Suite struct `Square's calls` {
    private static func order(_ key: String?, price: Int = 1_000_000_000, customer: String? = "A") -> String {
        let who = customer.map { #""customer_id":"\#($0)","# } ?? ""
        let keyed = key.map { #","idempotency_key":"\#($0)""# } ?? ""
        return #"{"order":{"location_id":"main",\#(who)"line_items":[{"quantity":"1","catalog_object_id":"vehicle","metadata":{"flags":"direct"},"#
            + #""base_price_money":{"amount":\#(price),"currency":"IRR"}}]}\#(keyed)}"#
    }

    @Test func `sell an order to an account, once, as a ticket of our own`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let before = try await till.journalLength()
            let made = try await till.post("/v2/orders", Self.order("k1"))
            let id = try #require(made["order"]?["id"]?.string)
            #expect(made.status == 200 && made["order"]?["total_money"]?["amount"]?.int == 1_000_000_000)
            #expect(try await till.post("/v2/orders", Self.order("k1")).text == made.text)
            #expect(try await till.journalLength() == before)
            let body = #"{"accumulate_points":{"order_id":"\#(id)"},"idempotency_key":"k2","location_id":"main"}"#
            let sold = try await till.post("/v2/loyalty/accounts/A/accumulate", body)
            #expect(sold["events"]?[0]?["accumulate_points"]?["points"]?.int == 120)
            #expect(try await till.post("/v2/loyalty/accounts/A/accumulate", body).text == sold.text)
            #expect(try await till.journalLength() == before + 1)
            #expect(try await till.get("/v1/sales?ticket_id=\(id)")["earned"]?.int == 120)
            #expect(try await till.post("/v1/sales/\(id)/void", key: "v").status == 201)
            #expect(try await till.get("/v2/orders/\(id)")["order"]?["state"]?.string == "CANCELED")
        }
    }

    @Test func `answer a clash of keys with 400, which Square's programs do not repeat`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            _ = try await till.post("/v2/orders", Self.order("k1"))
            let clash = try await till.post("/v2/orders", Self.order("k1", price: 5))
            #expect(clash.status == 400 && clash["errors"]?[0]?["code"]?.string == "IDEMPOTENCY_KEY_REUSED")
            let keyless = try await till.post("/v2/loyalty/rewards", #"{"reward":{"loyalty_account_id":"A","reward_tier_id":"x"}}"#)
            #expect(keyless.status == 400 && keyless["errors"]?[0]?["code"]?.string == "MISSING_REQUIRED_PARAMETER")
            #expect(keyless["errors"]?[0]?["field"]?.string == "idempotency_key")
        }
    }

    @Test func `make another order of the same content where no key is sent`() async throws {
        try await Till.open { till, _ in
            let first = try await till.post("/v2/orders", Self.order(nil, customer: nil))
            let second = try await till.post("/v2/orders", Self.order(nil, customer: nil))
            #expect(first["order"]?["id"] != second["order"]?["id"])
        }
    }

    @Test(arguments: [
        ("/v2/payments", "{}", 404, "NOT_FOUND", nil), ("/v2/orders", "{", 400, "BAD_REQUEST", nil), ("/v2/orders", "[]", 400, "INVALID_VALUE", nil),
        ("/v2/orders", #"{"order":{}}"#, 400, "MISSING_REQUIRED_PARAMETER", "order.location_id"),
        ("/v2/orders", order("k", customer: "nobody"), 404, "NOT_FOUND", "loyalty_account_id"),
        ("/v2/orders", order("k", price: -5), 400, "INVALID_VALUE", "order.line_items[0].base_price_money.amount"),
        ("/v2/gift-cards/from-gan", #"{"gan":"x"}"#, 400, "BAD_REQUEST", "gan"),
        ("/v2/gift-cards/activities", #"{"gift_card_activity":{"type":"LOAD","gift_card_id":"gftc:A"},"idempotency_key":"k"}"#, 400, "BAD_REQUEST", nil),
        ("/v2/loyalty/rewards/nothing/redeem", #"{"idempotency_key":"k"}"#, 404, "NOT_FOUND", "reward_id"),
    ])
    func `answer every no in Square's form`(path: String, body: String, status: Int, code: String, field: String?) async throws {
        try await Till.open { till, _ in
            let answer = try await till.post(path, body)
            let problem = answer["errors"]?[0]
            #expect(answer.status == status && problem?["code"]?.string == code && problem?["field"]?.string == field, "\(answer.text)")
            #expect(problem?["category"]?.string == "INVALID_REQUEST_ERROR" && problem?["detail"]?.string?.isEmpty == false)
            #expect(try await till.journalLength() == 0)
        }
    }

    @Test func `say of a body that is too large or no JSON what Square says`() async throws {
        try await Till.open { till, _ in
            let large = try await till.post("/v2/orders", bytes: Array(repeating: 0x20, count: 256 * 1024 + 1))
            #expect(large.status == 413 && large["errors"]?[0]?["code"]?.string == "REQUEST_ENTITY_TOO_LARGE")
            let other = try await till.post("/v2/orders", "x", type: "text/plain")
            #expect(other.status == 415 && other["errors"]?[0]?["code"]?.string == "UNSUPPORTED_MEDIA_TYPE")
        }
    }

    @Test func `refuse a payment card as a gift card's number, and keep nothing of it`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v2/gift-cards/from-gan", #"{"gan":"B9999000000000001^SAMPLE/CARD^30121010000000000000"}"#)
            #expect(answer.status == 400 && !answer.text.contains("9999"))
        }
    }
}
