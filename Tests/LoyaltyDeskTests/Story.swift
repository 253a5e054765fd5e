import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

/// A history told to the desk, one event after the other; every answer can be asked for its figures.
struct Story {
    let replayer: Replayer
    let store: MemoryStore

    init(_ table: String, settings: String? = nil) throws {
        self.init(try ProgramTables.load(table, settings: settings))
    }

    init(_ programme: Programme) {
        store = MemoryStore()
        replayer = Replayer(store: store, book: ProgrammeBook(current: programme), language: .english)
    }

    /// The answer to an event; `at` is a minute later than the last unless the event names one.
    @discardableResult
    func tell(_ event: String) async throws -> Told {
        let text = try #require(try await replayer.answer(to: event))
        return Told(try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]))
    }

    @discardableResult
    func enrol(_ member: String, at: String = "2012-01-01T10:00:00Z", more: String = "") async throws -> Told {
        try await tell(#"{"at":"\#(at)","do":"enrol","member":"\#(member)","name":"A. B."\#(more)}"#)
    }

    @discardableResult
    func sell(_ ticket: String, to member: String?, at: String = "2012-02-01T10:00:00Z", lines: String, more: String = "") async throws -> Told {
        let buyer = member.map { #","member":"\#($0)""# } ?? ""
        return try await tell(#"{"at":"\#(at)","do":"sale","ticket":"\#(ticket)"\#(buyer),"lines":[\#(lines)]\#(more)}"#)
    }

    @discardableResult
    func takeBack(_ ticket: String, _ lines: String, at: String = "2012-03-01T10:00:00Z") async throws -> Told {
        try await tell(#"{"at":"\#(at)","do":"return","ticket":"\#(ticket)","lines":[\#(lines)]}"#)
    }

    @discardableResult
    func void(_ ticket: String, at: String = "2012-03-01T10:00:00Z") async throws -> Told {
        try await tell(#"{"at":"\#(at)","do":"void","ticket":"\#(ticket)"}"#)
    }

    func statement(_ member: String, at: String = "2030-01-01T00:00:00Z") async throws -> Told {
        try await tell(#"{"at":"\#(at)","do":"statement","member":"\#(member)"}"#)
    }

    /// Every entry of a member, as `rule points` in order.
    func entries(of member: MemberID) async throws -> [String] {
        try await store.read { try $0.entries(of: member).map { "\($0.rule) \($0.points.count)" } }
    }
}

/// An answer of the desk, to be asked for its figures.
struct Told {
    private let object: [String: Any]

    init(_ object: [String: Any]) { self.object = object }

    var earned: Int? { object["earned"] as? Int }
    var points: Int? { object["points"] as? Int }
    var waiting: Int? { object["waiting"] as? Int }
    var total: Int? { object["total"] as? Int }
    var storedValue: Int? { object["stored_value"] as? Int }
    var receipt: [String] { object["receipt"] as? [String] ?? [] }
    var receiptLine: String? {
        (object["receipt_line"] as? [String: Any]).map { "\($0["rule"] ?? "") \($0["net"] ?? "") \($0["cost"] ?? "")" }
    }
    var sayBefore: [String] { object["say_before"] as? [String] ?? [] }
    var sayAfter: [String] { object["say_after"] as? [String] ?? [] }
    var recruits: Int? { object["recruits"] as? Int }
    var gifts: Int? { object["gifts"] as? Int }
    var tier: String? { object["tier"] as? String ?? (object["tier"] as? [String: Any])?["id"] as? String }
    var refused: String? { (object["refused"] as? [String: Any])?["code"] as? String }
    var tierSteps: [String] { ((object["tier_change"] as? [String: Any])?["steps"] as? [[String: Any]] ?? []).compactMap { $0["tier"] as? String } }
    var nets: [Int] { lines.compactMap { $0["net"] as? Int } }
    var lists: [Int] { lines.compactMap { $0["list"] as? Int } }
    var adjustments: [[String]] {
        lines.map { line in (line["adjustments"] as? [[String: Any]] ?? []).map { "\($0["rule"] ?? "") \($0["amount"] ?? "")" } }
    }
    var notes: [String] {
        ((object["notes"] as? [[String: Any]] ?? []) + lines.flatMap { $0["notes"] as? [[String: Any]] ?? [] }).compactMap { $0["rule"] as? String }
    }
    var noteTexts: [String] { (object["notes"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String } }
    var tasks: [String] { (object["tasks"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String } }

    private var lines: [[String: Any]] { object["lines"] as? [[String: Any]] ?? [] }
}

/// `n` cars bought directly, each a line of its own, at `price` rial.
func cars(_ count: Int, price: Int = 1_000_000_000, from first: Int = 1, flag: String = "direct") -> String {
    (first..<first + count).map { #"{"id":"\#($0)","category":"vehicle","quantity":1,"unit_price":\#(price),"flags":["\#(flag)"]}"# }.joined(separator: ",")
}

/// One line of shoes, `price` in fen.
func shoes(_ price: Int, quantity: Int = 1, cost: Int? = nil, flags: [String] = []) -> String {
    let known = cost.map { #","cost":\#($0)"# } ?? ""
    let marks = flags.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"id":"1","category":"shoes","quantity":\#(quantity),"unit_price":\#(price)\#(known),"flags":[\#(marks)]}"#
}
