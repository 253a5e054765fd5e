import HTTPTypes
import Testing

@Suite struct `Bad input` {
    private static let line = #""lines":[{"id":"1","quantity":1,"unit_price":5}]"#

    @Test(arguments: [
        ("", 400, "body_malformed", nil), ("{", 400, "body_malformed", nil), ("[]", 422, "field_wrong", nil), ("null", 422, "field_missing", nil),
        (#"{"ticket":"T"}"#, 422, "field_missing", "lines"), (#"{"ticket":7,\#(line)}"#, 422, "field_wrong", "ticket"),
        (#"{"ticket":"T","lines":[]}"#, 422, "ticket_empty", "lines"), (#"{"ticket":"",\#(line)}"#, 422, "field_wrong", "ticket"),
        (#"{"ticket":"T","lines":[{"id":"1","quantity":0,"unit_price":5}]}"#, 422, "quantity_wrong", "lines[0].quantity"),
        (#"{"ticket":"T","lines":[{"id":"1","quantity":1.5,"unit_price":5}]}"#, 422, "field_wrong", "lines[0].quantity"),
        (#"{"ticket":"T","lines":[{"id":"1","quantity":1,"unit_price":-5}]}"#, 422, "amount_wrong", "lines[0].unit_price"),
        (#"{"ticket":"T","lines":[{"id":"1","quantity":1,"unit_price":9e99}]}"#, 422, "field_wrong", "lines[0].unit_price"),
        (#"{"ticket":"T","lines":[{"id":"1","quantity":1,"unit_price":99999999999999999999}]}"#, 422, "field_wrong", "lines[0].unit_price"),
        (#"{"ticket":"T",\#(line),"entry":"guessed","card":"9"}"#, 422, "field_wrong", "entry"),
        (#"{"ticket":"T",\#(line),"occurred_at":"yesterday"}"#, 422, "field_wrong", "occurred_at"),
        (#"{"ticket":"T",\#(line),"member":"nobody"}"#, 404, "member_unknown", "member"),
        (#"{"ticket":"T",\#(line),"card":"9001000000000001","entry":"keyed"}"#, 422, "check_digit_wrong", "value"),
    ])
    func `gets a clear answer, names the field, and changes nothing`(body: String, status: Int, code: String, field: String?) async throws {
        try await Till.open { till, _ in
            for path in ["/v1/sales", "/v1/quotes"] {
                let answer = try await till.post(path, body)
                #expect(answer.status == status, "\(answer.text)")
                #expect(answer.code == code, "\(answer.text)")
                #expect(answer["field"]?.string == field, "\(answer.text)")
                #expect(answer["cashier_text"]?.string?.isEmpty == false)
                #expect(["retry", "refusal", "fault"].contains(answer["kind"]?.string))
            }
            #expect(try await till.journalLength() == 0)
        }
    }

    @Test(arguments: ["1.5", "9e99", "99999999999999999999"])
    func `a number that is not whole or too large is told as such, without its digits`(number: String) async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/quotes", #"{"ticket":"T","lines":[{"id":"1","quantity":1,"unit_price":\#(number)}]}"#)
            #expect(answer["detail"]?.string?.contains("whole") == true && !answer.text.contains(number))
        }
    }

    @Test func `bytes that are not UTF-8 are not guessed at`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/sales", bytes: Array(#"{"ticket":"T"#.utf8) + [0xFF, 0xC0] + Array(#"",\#(Self.line)}"#.utf8))
            #expect(answer.status == 400 && answer.code == "body_malformed")
            #expect(answer["detail"]?.string?.contains("UTF-8") == true)
        }
    }

    @Test func `deeply nested JSON is refused, not followed to the end of the stack`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/quotes", String(repeating: "[", count: 100_000))
            #expect(answer.status == 400 && answer.code == "body_malformed")
        }
    }

    @Test func `a body over 256 KB is refused before it is read`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/sales", bytes: Array(repeating: 0x20, count: 256 * 1024 + 1))
            #expect(answer.status == 413)
            #expect(answer["detail"]?.string?.contains("262144") == true)
            let largest = try await till.post("/v1/sales", bytes: Array(repeating: 0x20, count: 256 * 1024))
            #expect(largest.status == 400)
        }
    }

    @Test(arguments: [nil, "text/plain", "application/x-www-form-urlencoded"])
    func `a body that is not declared as JSON is refused`(type: String?) async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/sales", Till.car("T1", member: nil), type: type)
            #expect(answer.status == 415 && answer["field"]?.string == "Content-Type")
            let declared = try await till.post("/v1/sales", Till.car("T1", member: nil), type: "Application/JSON; charset=utf-8")
            #expect(declared.status == 201)
        }
    }

    @Test func `unknown fields are ignored`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/sales", #"{"ticket":"T","colour":"red",\#(Self.line)}"#)
            #expect(answer.status == 201)
        }
    }

    @Test(arguments: ["/v3/quotes", "/v1", "/static/nothing.js", "/static/..%2F..%2Fetc%2Fpasswd", "/virtual"])
    func `an address that is not there gets the same shape of no`(path: String) async throws {
        try await Till.open { till, _ in
            let answer = try await till.get(path)
            #expect(answer.status == 404 && answer.code == "not_found")
        }
    }

    @Test func `an idempotency key is 1 to 200 characters`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.sell("T1", member: nil, key: String(repeating: "k", count: 201))
            #expect(answer.status == 422 && answer["field"]?.string == "Idempotency-Key")
            #expect(try await till.sell("T1", member: nil, key: String(repeating: "k", count: 200)).status == 201)
        }
    }

    @Test(arguments: ["fa-IR,fa;q=0.9", "zh-CN", "ru"])
    func `a no is in the language of its reader`(language: String) async throws {
        try await Till.open { till, _ in
            let theirs = try await till.get("/v1/members/nobody", [.acceptLanguage: language])
            let english = try await till.get("/v1/members/nobody", [.acceptLanguage: "en"])
            #expect(theirs.code == "member_unknown" && english.code == "member_unknown")
            #expect(theirs["cashier_text"]?.string?.isEmpty == false && theirs["cashier_text"] != english["cashier_text"])
        }
    }
}
