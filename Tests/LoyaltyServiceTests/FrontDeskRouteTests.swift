import HTTPTypes
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct `The front desk over HTTP` {
    private static let internalPhone = "021 900 0077"

    private static func frontDesk() -> FrontDesk {
        let item = PriceList.Item(
            rule: "LB-02", sku: "A-17", name: Wording(["en": "Blood count", "ru": "Анализ крови"]), price: .known(.exactly(Money(minor: 50_000))),
            fastingHours: 6)
        return FrontDesk(
            prices: PriceList(rule: "LB-02", hours: Wording(["en": "daily"]), nextStep: nil, items: [item]),
            directory: [
                DirectoryEntry(rule: "KM-19", topic: Wording(["en": "Sales officer"]), phone: internalPhone, isInternal: true),
                DirectoryEntry(rule: "LB-08", topic: Wording(["en": "Reception"]), phone: "021 900 0011", isInternal: false),
            ], visits: VisitLog(rule: "GY-9", dailyMinimum: .known(4), hasSlip: true), pickups: "CI-03",
            notices: [NoticeRule(rule: "SH-14", occasion: .birthday, text: nil)], intake: [IntakeRule(rule: "LB-10", kind: .complaint)])
    }

    private func open(_ test: @escaping @Sendable (Till) async throws -> Void) async throws {
        try await Till.open(frontDesk: Self.frontDesk()) { till, _ in
            try await till.join()
            try await test(till)
        }
    }

    @Test func `GY-9: a visit by card is 201 first and 200 with the same bytes when repeated, and stands in the day's list`() async throws {
        try await open { till in
            let number = try await till.cardNumber(of: "A")
            let body = #"{"card":"\#(number)","entry":"swiped","staff":"C. D."}"#
            let first = try await till.post("/v1/visits", body, key: "v1")
            let again = try await till.post("/v1/visits", body, key: "v1")
            #expect(first.status == 201 && again.status == 200 && first.text == again.text)
            #expect(first["member"]?.string == "A" && first["count"]?["missing"]?.int == 3 && first["slip"]?.count == 5)
            #expect(!first.text.contains(number))
            let day = try await till.get("/v1/visits")
            #expect(day["visits"]?.count == 1 && day["staff"]?[0]?["members"]?.int == 1)
            #expect(try await till.get("/v1/visits?day=2020-01-01")["visits"]?.count == 0)
        }
    }

    @Test func `LB-10: a complaint goes to the list and leaves it with its outcome`() async throws {
        try await open { till in
            let taken = try await till.post("/v1/feedback", #"{"feedback":"F1","kind":"complaint","contact":"0900","essence":"cold"}"#)
            #expect(taken.status == 201 && taken["state"]?.string == "open" && !taken.text.contains("cold"))
            #expect(try await till.get("/v1/feedback")["feedback"]?[0]?["essence"]?.string == "cold")
            let outcome = #"{"text":"warmed up","by":"M. N."}"#
            #expect(try await till.post("/v1/feedback/F1/outcome", outcome).status == 200)
            #expect(try await till.post("/v1/feedback/F1/outcome", outcome).status == 200)
            let other = try await till.post("/v1/feedback/F1/outcome", #"{"text":"no"}"#)
            #expect(other.status == 409 && other.code == "record_closed")
            #expect(try await till.get("/v1/feedback")["feedback"]?.count == 0)
            #expect(try await till.get("/v1/feedback/F1")["outcome"]?["by"]?.string == "M. N.")
        }
    }

    @Test func `CL-12b: a pass is used unit by unit, once under each key`() async throws {
        try await open { till in
            let issued = try await till.post("/v1/passes", #"{"pass":"P1","member":"A","kind":"season_ticket","name":"Wash","units":2}"#)
            #expect(issued.status == 201 && issued["left"]?.int == 2)
            #expect(try await till.post("/v1/passes/P1/use", "{}").code == "key_missing")
            for (key, status, left) in [("k1", 201, 1), ("k1", 200, 1), ("k2", 201, 0)] {
                let used = try await till.post("/v1/passes/P1/use", "{}", key: key)
                #expect(used.status == status && used["left"]?.int == left)
            }
            let more = try await till.post("/v1/passes/P1/use", "{}", key: "k3")
            #expect(more.status == 422 && more.code == "pass_used_up")
            #expect(try await till.get("/v1/passes?member=A")["passes"]?[0]?["state"]?.string == "used_up")
            #expect(try await till.get("/v1/passes").code == "field_missing")
        }
    }

    @Test func `CI-03: what was booked shows at the swipe until it is handed over`() async throws {
        try await open { till in
            #expect(try await till.post("/v1/pick-ups", #"{"pick_up":"B1","member":"A","what":"plates"}"#).status == 201)
            let number = try await till.cardNumber(of: "A")
            let swiped = try await till.post("/v1/identify", #"{"value":"\#(number)","entry":"swiped"}"#)
            #expect(swiped.text.contains(#""kind":"pick_up""#) && swiped.text.contains(#""subject":"B1""#) && swiped.text.contains(#""kind":"priority""#))
            #expect(try await till.get("/v1/pick-ups?member=A")["pick_ups"]?.count == 1)
            #expect(try await till.post("/v1/pick-ups/B1/hand-over", "{}")["state"]?.string == "handed_over")
            #expect(try await till.get("/v1/pick-ups")["pick_ups"]?.count == 0)
            #expect(try await till.post("/v1/pick-ups/B9/hand-over", "{}").status == 404)
        }
    }

    @Test func `LB-02, LB-07: a price is looked up by words in any script, and what is not there is an answer too`() async throws {
        try await open { till in
            let found = try await till.get("/v1/prices?q=%D0%BA%D1%80%D0%BE%D0%B2%D0%B8")
            #expect(found.status == 200 && found["items"]?[0]?["sku"]?.string == "A-17" && found["items"]?[0]?["fasting_hours"]?.int == 6)
            let nothing = try await till.get("/v1/prices?q=marriage")
            #expect(nothing.status == 200 && nothing["items"]?.count == 0 && nothing["say"]?.count == 1)
        }
    }

    @Test func `KM-19: the list of numbers is the customer's unless staff is asked for`() async throws {
        try await open { till in
            let customer = try await till.get("/v1/directory")
            #expect(customer["entries"]?.count == 1 && !customer.text.contains(Self.internalPhone) && !customer.text.contains("internal"))
            #expect(try await till.get("/v1/directory?for=staff").text.contains(Self.internalPhone))
            #expect(try await till.get("/v1/directory?for=boss").code == "field_wrong")
        }
    }

    @Test func `SH-14, SH-15: messages are listed, exported as lines, and due once`() async throws {
        try await open { till in
            #expect(try await till.patch("/v1/members/A", #"{"phone":"0912 000 0001","agrees_to":["news"]}"#)["agrees_to"]?.strings == ["news"])
            #expect(try await till.post("/v1/notices", #"{"news":"N1","text":{"en":"New cars are in."}}"#).status == 201)
            let listed = try await till.get("/v1/notices")
            #expect(listed["notices"]?.count == 1)
            let lines = try await till.get("/v1/notices?format=lines")
            #expect(lines.text.hasPrefix("09120000001\t") && lines.text.hasSuffix("New cars are in.\n"))
            #expect(lines.headers[.contentType] == "text/plain; charset=utf-8")
            let number = try #require(listed["notices"]?[0]?["notice"]?.string)
            #expect(try await till.post("/v1/notices/\(number)/sent", "{}").status == 200)
            #expect(try await till.get("/v1/notices?format=lines").text.isEmpty)
            #expect(try await till.get("/v1/notices")["notices"]?[0]?["state"]?.string == "sent")
            let inside = try await till.post("/v1/notices", #"{"text":{"en":"Call \#(Self.internalPhone)"}}"#)
            #expect(inside.status == 422 && inside.code == "internal_number")
        }
    }

    @Test(arguments: [
        ("/v1/visits", #"{"staff":"C. D."}"#, 422, "field_missing", "member"), ("/v1/visits", #"{"member":"A"}"#, 422, "field_missing", "staff"),
        ("/v1/visits", #"{"member":"nobody","staff":"C. D."}"#, 404, "member_unknown", "member"),
        ("/v1/visits", #"{"member":"A","staff":"C. D.","visit":""}"#, 422, "field_wrong", "visit"),
        ("/v1/visits", #"{"card":"9","entry":"guessed"}"#, 422, "field_wrong", "entry"), ("/v1/visits", "[", 400, "body_malformed", nil),
        ("/v1/feedback", "{}", 422, "field_missing", "kind"), ("/v1/feedback", #"{"kind":"gossip"}"#, 422, "field_wrong", "kind"),
        ("/v1/feedback", #"{"kind":"complaint","essence":"x"}"#, 422, "field_missing", "contact"),
        ("/v1/feedback", #"{"kind":"opinion","rating":9e99}"#, 422, "field_wrong", "rating"),
        ("/v1/feedback", #"{"kind":"opinion","rating":6}"#, 422, "field_wrong", "rating"),
        ("/v1/feedback", #"{"kind":"call_back","contact":"0900","due_at":"soon"}"#, 422, "field_wrong", "due_at"),
        ("/v1/feedback", #"{"kind":"opinion","essence":"x","ticket":"T9"}"#, 404, "ticket_unknown", "ticket"),
        ("/v1/feedback/F9/outcome", #"{"text":"x"}"#, 404, "record_unknown", "feedback"), ("/v1/feedback/F9/outcome", "{}", 422, "field_missing", "text"),
        ("/v1/passes", #"{"member":"A","kind":"gift","name":"x"}"#, 422, "field_wrong", "kind"),
        ("/v1/passes", #"{"member":"A","kind":"certificate","name":"x","units":0}"#, 422, "quantity_wrong", "units"),
        ("/v1/passes", #"{"member":"A","kind":"certificate","name":"x","units":1.5}"#, 422, "field_wrong", "units"),
        ("/v1/passes", #"{"member":"A","kind":"certificate","name":"x","last_day":"2026-02-30"}"#, 422, "field_wrong", "last_day"),
        ("/v1/passes", #"{"member":"A","kind":"certificate","name":"x","last_day":"2000-01-01"}"#, 422, "pass_ended", "last_day"),
        ("/v1/pick-ups", #"{"member":"A"}"#, 422, "field_missing", "what"),
        ("/v1/pick-ups", #"{"member":"A","what":"x","quantity":-1}"#, 422, "quantity_wrong", "quantity"),
        ("/v1/notices", #"{"text":{}}"#, 422, "field_missing", "text"), ("/v1/notices", #"{"text":"x"}"#, 422, "field_wrong", "text"),
        ("/v1/notices/birthday.2026-03-02.A/sent", "{}", 422, "notice_not_due", "notice"), ("/v1/notices/x/sent", "{}", 404, "record_unknown", "notice"),
    ])
    func `bad input gets a clear answer, names the field, and changes nothing`(
        path: String, body: String, status: Int, code: String, field: String?
    ) async throws {
        try await open { till in
            let length = try await till.journalLength()
            let answer = try await till.post(path, body)
            #expect(answer.status == status && answer.code == code && answer["field"]?.string == field, "\(answer.text)")
            #expect(answer["cashier_text"]?.string?.isEmpty == false)
            #expect(try await till.journalLength() == length)
        }
    }

    @Test(arguments: ["/v1/visits?day=today", "/v1/feedback?day=2026-02-30", "/v1/notices?day=1405/01/01", "/v1/notices?format=pdf"])
    func `a query that cannot be read is told as such`(path: String) async throws {
        try await open { till in
            let answer = try await till.get(path)
            #expect(answer.status == 422 && answer.code == "field_wrong")
        }
    }

    @Test func `a payment card at the visit desk is refused like anywhere else`() async throws {
        try await open { till in
            let answer = try await till.post("/v1/visits", #"{"card":";9999000000000001=30121010000000000?","entry":"swiped","staff":"C. D."}"#)
            #expect(answer.code == "payment_card_refused" && !answer.text.contains("0001"))
        }
    }
}
