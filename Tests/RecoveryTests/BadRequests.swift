import Testing

/// Requests that a shop with the history of ``BadInputTests`` refuses.
struct BadRequests: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let requests: [BadRequest]

    static let all = [
        BadRequests(testDescription: "bodies", requests: BadRequest.bodies), BadRequests(testDescription: "tickets", requests: BadRequest.tickets),
        BadRequests(testDescription: "returns", requests: BadRequest.returns), BadRequests(testDescription: "people", requests: BadRequest.people),
        BadRequests(testDescription: "desks", requests: BadRequest.desks), BadRequests(testDescription: "addresses", requests: BadRequest.addresses),
    ]
}

extension BadRequest {
    fileprivate static let bodies = [
        BadRequest(why: "an object that does not end", path: "/v1/sales", body: #"{"ticket":"N1","#, status: 400, code: "body_malformed"),
        BadRequest(why: "nothing", path: "/v1/sales", body: "", status: 400, code: "body_malformed"),
        BadRequest(why: "a list", path: "/v1/sales", body: "[]", status: 422, code: "field_wrong"),
        BadRequest(why: "100000 lists within each other", path: "/v1/sales", body: String(repeating: "[", count: 100_000), status: 400, code: "body_malformed"),
        BadRequest(
            why: "300 kB", path: "/v1/sales", body: #"{"ticket":""# + String(repeating: "N", count: 300_000) + #""}"#, status: 413, code: "body_malformed"),
        BadRequest(
            why: "a form", path: "/v1/sales", body: "ticket=N1", headers: ["Content-Type": "application/x-www-form-urlencoded"], status: 415,
            code: "body_malformed", field: "Content-Type"),
        BadRequest(why: "no ticket", path: "/v1/sales", body: #"{"lines":[]}"#, status: 422, code: "field_missing", field: "ticket"),
        BadRequest(why: "no lines", path: "/v1/sales", body: #"{"ticket":"N1"}"#, status: 422, code: "field_missing", field: "lines"),
        BadRequest(why: "a number for a ticket", path: "/v1/sales", body: #"{"ticket":1,"lines":[]}"#, status: 422, code: "field_wrong", field: "ticket"),
        BadRequest(
            why: "null for a member", path: "/v1/benefit-requests", body: #"{"request":"R9","member":null,"benefit":"x"}"#, status: 422,
            code: "field_missing", field: "member"),
    ]

    fileprivate static let tickets: [BadRequest] = [
        .ticket("an empty ticket number", "", lines: line(), 422, "field_wrong", field: "ticket"),
        .ticket("no line", lines: "", 422, "ticket_empty", field: "lines"),
        .ticket("a line twice", lines: line() + "," + line(), 422, "line_repeated", field: "lines[1].id"),
        .ticket("1001 lines", lines: (1...1001).map { line(id: "\"\($0)\"") }.joined(separator: ","), 422, "field_wrong", field: "lines"),
        .ticket("a negative quantity", lines: line(quantity: "-1"), 422, "quantity_wrong", field: "lines[0].quantity"),
        .ticket("no quantity", lines: line(quantity: "0"), 422, "quantity_wrong", field: "lines[0].quantity"),
        .ticket("half a car", lines: line(quantity: "0.5"), 422, "field_wrong", field: "lines[0].quantity"),
        .ticket("a quantity in words", lines: line(quantity: #""one""#), 422, "field_wrong", field: "lines[0].quantity"),
        .ticket("an absurd quantity", lines: line(quantity: "9223372036854775807"), 422, "quantity_wrong", field: "lines[0].quantity"),
        .ticket("a negative price", lines: line(price: "-1"), 422, "amount_wrong", field: "lines[0].unit_price"),
        .ticket("an absurd price", lines: line(price: "9223372036854775807"), 422, "amount_wrong", field: "lines[0].unit_price"),
        .ticket("a price beyond all integers", lines: line(price: "9223372036854775808"), 422, "field_wrong", field: "lines[0].unit_price"),
        .ticket("a price with a fraction", lines: line(price: "999.5"), 422, "field_wrong", field: "lines[0].unit_price"),
        .ticket("an absurd line", lines: line(quantity: "1000000", price: "1000000000000000"), 422, "amount_wrong", field: "lines[0].unit_price"),
        .ticket("an absurd sum", lines: line(price: "1000000000000000") + "," + line(id: #""2""#), 422, "amount_wrong", field: "lines"),
        .ticket("a negative cost", lines: line(more: #","cost":-1"#), 422, "amount_wrong"),
        .ticket("an absurd cost", lines: line(more: #","cost":9223372036854775807"#), 422, "amount_wrong"),
        .ticket("a date that is none", lines: line(), more: #","occurred_at":"2012-02-30T10:00:00Z""#, 422, "field_wrong", field: "occurred_at"),
        .ticket("a time without its zone", lines: line(), more: #","occurred_at":"2012-02-03T10:00:00""#, 422, "field_wrong", field: "occurred_at"),
        .ticket("an unknown way to pay", lines: line(), more: #","pay_from":"gold""#, 422, "field_wrong", field: "pay_from"),
        .ticket("stored value where there is none", lines: line(), more: #","pay_from":"stored_value""#, 422, "stored_value_not_offered", field: "pay_from"),
        .ticket("points for money", lines: line(), more: #","redeem_points":5"#, 422, "points_cannot_pay", field: "redeem_points"),
        .ticket("a sold ticket with other content", "T1", lines: line(), 409, "ticket_exists"),
        .ticket("a sold ticket with other content under a new key", "T1", lines: line(), key: "other", 409, "ticket_exists"),
        .ticket("a key used for another ticket", lines: line(), key: "sale-1", 409, "key_reused"),
        .ticket("an empty key", lines: line(), key: "", 422, "field_wrong", field: "Idempotency-Key"),
        .ticket("a key of 201 characters", lines: line(), key: String(repeating: "k", count: 201), 422, "field_wrong", field: "Idempotency-Key"),
        .ticket("an unknown member", member: #""member":"Z","#, lines: line(), 404, "member_unknown", field: "member"),
        .ticket("an unknown card", member: #""card":"9001000000000018","#, lines: line(), 404, "card_unknown"),
        .ticket("another programme's card", member: #""card":"9002000000000017","#, lines: line(), 422, "card_of_another_programme"),
        .ticket("a mistyped card", member: #""card":"9001000000000019","#, lines: line(), 422, "check_digit_wrong"),
        .ticket("a forged code", member: #""card":"900100000000001812345678","entry":"scanned","#, lines: line(), 422, "code_not_genuine"),
        .ticket("a card entered in no known way", member: #""card":"9001000000000018","entry":"winked","#, lines: line(), 422, "field_wrong", field: "entry"),
        .ticket("a payment card", member: #""card":";9999999999999995=30121010000000000?","entry":"swiped","#, lines: line(), 422, "payment_card_refused"),
    ]

    fileprivate static let returns = [
        BadRequest(why: "no key", path: "/v1/sales/T1/returns", body: one, status: 400, code: "key_missing", field: "Idempotency-Key"),
        BadRequest(why: "an unknown ticket", path: "/v1/sales/Z/returns", body: one, key: "r1", status: 404, code: "ticket_unknown"),
        BadRequest(
            why: "an unknown line", path: "/v1/sales/T1/returns", body: #"{"lines":[{"id":"9","quantity":1}]}"#, key: "r2", status: 422,
            code: "line_unknown", field: "lines[0].id"),
        BadRequest(
            why: "more than was sold", path: "/v1/sales/T1/returns", body: #"{"lines":[{"id":"1","quantity":4}]}"#, key: "r3", status: 422,
            code: "return_too_large", field: "lines[0].quantity"),
        BadRequest(
            why: "a negative quantity", path: "/v1/sales/T1/returns", body: #"{"lines":[{"id":"1","quantity":-1}]}"#, key: "r4", status: 422,
            code: "quantity_wrong", field: "lines[0].quantity"),
        BadRequest(
            why: "an absurd quantity", path: "/v1/sales/T1/returns", body: #"{"lines":[{"id":"1","quantity":9223372036854775807}]}"#, key: "r5", status: 422,
            code: "return_too_large", field: "lines[0].quantity"),
        BadRequest(
            why: "a line twice", path: "/v1/sales/T1/returns", body: #"{"lines":[{"id":"1","quantity":1},{"id":"1","quantity":1}]}"#, key: "r6",
            status: 422, code: "line_repeated", field: "lines[1].id"),
        BadRequest(why: "no line", path: "/v1/sales/T1/returns", body: #"{"lines":[]}"#, key: "r7", status: 422, code: "ticket_empty", field: "lines"),
        BadRequest(why: "a key used for a sale", path: "/v1/sales/T1/returns", body: one, key: "sale-1", status: 409, code: "key_reused"),
        BadRequest(why: "a return of a void ticket", path: "/v1/sales/T2/returns", body: one, key: "r8", status: 409, code: "already_voided"),
        BadRequest(why: "a second void", path: "/v1/sales/T2/void", status: 409, code: "already_voided"),
        BadRequest(why: "a void after a return", path: "/v1/sales/T3/void", status: 409, code: "void_after_return"),
        BadRequest(why: "a void of an unknown ticket", path: "/v1/sales/Z/void", status: 404, code: "ticket_unknown"),
    ]

    fileprivate static let people = [
        BadRequest(why: "a taken account", path: "/v1/members", body: #"{"member":"A","name":"C. D."}"#, status: 409, code: "member_exists"),
        BadRequest(why: "a taken telephone number", path: "/v1/members", body: #"{"phone":"+98 900 000"}"#, status: 409, code: "phone_taken", field: "phone"),
        BadRequest(why: "letters for a telephone number", path: "/v1/members", body: #"{"phone":"call me"}"#, status: 422, code: "field_wrong", field: "phone"),
        BadRequest(
            why: "a birthday that is none", path: "/v1/members", body: #"{"birthday":"1985-02-30"}"#, status: 422, code: "field_wrong", field: "birthday"),
        BadRequest(
            why: "an endless name", path: "/v1/members", body: #"{"name":""# + String(repeating: "A", count: 10_000) + #""}"#, status: 422,
            code: "field_wrong", field: "name"),
        BadRequest(why: "a name with a line end", path: "/v1/members", body: #"{"name":"A\nB"}"#, status: 422, code: "field_wrong", field: "name"),
        BadRequest(why: "an unknown recruiter", path: "/v1/members", body: #"{"recruiter":"Z"}"#, status: 422, code: "recruiter_unknown", field: "recruiter"),
        BadRequest(
            why: "an unknown introducer", path: "/v1/members", body: #"{"introduced_by":"Z"}"#, status: 422, code: "introducer_unknown",
            field: "introduced_by"),
        BadRequest(
            why: "an unknown ticket", path: "/v1/members", body: #"{"tickets":["Z"]}"#, status: 404, code: "ticket_unknown", field: "tickets[0]"),
        BadRequest(
            why: "somebody else's ticket", path: "/v1/members", body: #"{"tickets":["T1"]}"#, status: 409, code: "ticket_not_yours", field: "tickets[0]"),
        BadRequest(
            why: "a change of an unknown member", method: "PATCH", path: "/v1/members/Z", body: #"{"name":"C. D."}"#, status: 404, code: "member_unknown"),
        BadRequest(why: "an unknown member's account", method: "GET", path: "/v1/members/Z/account", status: 404, code: "member_unknown"),
    ]

    fileprivate static let desks = [
        BadRequest(
            why: "an unknown benefit", path: "/v1/benefit-requests", body: #"{"request":"R9","member":"A","benefit":"a_pony"}"#, status: 422,
            code: "benefit_unknown", field: "benefit"),
        BadRequest(
            why: "a benefit above the tier", path: "/v1/benefit-requests", body: #"{"request":"R9","member":"B","benefit":"delivery_priority"}"#, status: 422,
            code: "tier_has_not_benefit"),
        BadRequest(
            why: "a request with other content", path: "/v1/benefit-requests", body: #"{"request":"R1","member":"A","benefit":"delivery_priority"}"#,
            status: 409, code: "request_exists"),
        BadRequest(
            why: "another decision", path: "/v1/benefit-requests/R1/decision", body: #"{"approved":false}"#, status: 409, code: "request_decided"),
        BadRequest(
            why: "a decision on nothing", path: "/v1/benefit-requests/R9/decision", body: #"{"approved":true}"#, status: 404, code: "request_unknown"),
        BadRequest(
            why: "a card for nobody", path: "/v1/card-jobs", body: #"{"member":"Z","kind":"first_issue"}"#, status: 404, code: "member_unknown"),
        BadRequest(
            why: "a card of an unknown kind", path: "/v1/card-jobs", body: #"{"member":"A","kind":"spare"}"#, status: 422, code: "field_wrong",
            field: "kind"),
        BadRequest(
            why: "a second open job", path: "/v1/card-jobs", body: #"{"member":"A","kind":"first_issue"}"#, status: 409, code: "job_open"),
        BadRequest(
            why: "an exchange before any card", path: "/v1/card-jobs", body: #"{"member":"B","kind":"exchange"}"#, status: 409, code: "job_wrong_state"),
        BadRequest(why: "an unknown job", path: "/v1/card-jobs/Z/print", body: "{}", status: 404, code: "job_unknown"),
        BadRequest(
            why: "a card that nobody has", path: "/v1/identify", body: #"{"value":"9001000000000018","entry":"keyed"}"#, status: 404, code: "card_unknown"),
        BadRequest(
            why: "an unknown way to identify", path: "/v1/identify", body: #"{"value":"9001000000000018","entry":"smelled"}"#, status: 422,
            code: "field_wrong", field: "entry"),
        BadRequest(
            why: "a swipe that is forgotten", path: "/v1/identify", body: #"{"value":"presented:none","entry":"swiped"}"#, status: 422, code: "swipe_again"),
    ]

    fileprivate static let addresses = [
        BadRequest(why: "an unknown page", method: "GET", path: "/v1/nothing", status: 404, code: "not_found"),
        BadRequest(why: "a number that is no text", method: "GET", path: "/v1/members/%E2%28", status: 404, code: "not_found"),
        BadRequest(
            why: "a stranger's page", path: "/v1/identify", body: "{}", headers: ["Origin": "http://evil.example"], status: 403, code: "not_found",
            field: "Origin"),
        BadRequest(why: "an outcome of no ticket", method: "GET", path: "/v1/sales", status: 422, code: "field_missing", field: "ticket_id"),
        BadRequest(why: "an outcome of an unknown ticket", method: "GET", path: "/v1/sales?ticket_id=Z", status: 404, code: "ticket_unknown"),
    ]

    private static let one = #"{"lines":[{"id":"1","quantity":1}]}"#
}
