import ProgramRunner

/// A request that is refused, and how.
struct BadRequest: Sendable {
    let why: String
    var method = "POST"
    let path: String
    var body: String?
    var key: String?
    var headers: [String: String] = [:]
    let status: Int
    let code: String
    var field: String?

    /// What the body of a ticket is, with one thing in it wrong.
    static func ticket(
        _ why: String, _ ticket: String = "N1", member: String = #""member":"A","#, lines: String, more: String = "", key: String? = nil, _ status: Int,
        _ code: String, field: String? = nil
    ) -> BadRequest {
        BadRequest(
            why: why, path: "/v1/sales", body: #"{"ticket":"\#(ticket)",\#(member)"lines":[\#(lines)]\#(more)}"#, key: key, status: status, code: code,
            field: field)
    }

    /// A line of one car, with one thing in it wrong.
    static func line(id: String = #""1""#, quantity: String = "1", price: String = "1000000000", more: String = "") -> String {
        #"{"id":\#(id),"category":"vehicle","quantity":\#(quantity),"unit_price":\#(price),"flags":["direct"]\#(more)}"#
    }
}
