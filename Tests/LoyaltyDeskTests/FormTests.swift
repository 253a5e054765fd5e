import CanonicalJSON
import Foundation
import LoyaltyDesk
import LoyaltyModel
import Testing

/// What is written and read by hand is what `Codable` would write and read.
@Suite struct `The desk's own JSON` {
    private static let request = #"""
        {"ticket":"T1","register":"R","cashier":"C","member":"M","card":"9001","entry":"keyed","visitor":"V","occurred_at":"2012-05-01T10:00:00.250+04:30",
        "lines":[{"id":"1","sku":"x\"y","category":"vehicle","quantity":2,"unit_price":5000,"cost":900,"flags":["special","direct"]},
        {"id":"2","quantity":1,"unit_price":7}],"redeem_points":5,"approval":"R1","pay_from":"stored_value","payments":[{"tender":"cash","amount":10007}],"expected_total":10007}
        """#

    private static let answer = #"""
        {"currency":{"code":"IRR","minor_digits":0},"earned":-60,"entries":[{"amount":500,"kind":"earned","corrects":"3.0","effective":"2012-05-01T05:30:00Z","id":"7.0","member":"M",
        "points":60,"rule":"KM-06","table":"km 2012","text":"e\n","ticket":"T1"}],"lines":[{"adjustments":[{"amount":-5,"rule":"KM-14","text":"«a»"}],
        "id":"1","list":100,"net":95,"notes":[{"rule":"KM-02","text":"n"}],"quantity":1}],"list":100,"member":"M","needs_approval":{"amount":5,
        "benefit":"b","rule":"KM-18"},"notes":[{"rule":"KM-03","text":"o"}],"points":120,"receipt":["1  100","95"],"redeem_options":[{"amount":3,
        "points":2}],"say_after":["a"],"say_before":["b","c"],"table":"km 2012","tasks":[{"kind":"gift","subject":"B1","text":"g"}],"ticket":"T1","tier":"bronze",
        "tier_change":{"from":"none","reason":"points","steps":[{"rule":"KM-11","tier":"bronze"}],"to":"bronze"},"tier_name":"برنزی","total":95,"waiting":0}
        """#

    private func reference(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// Every stored field of the value and of all that is in it is there (of lists, in the first element), so that a field added later is not forgotten here.
    private func hasNoGap(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional, .collection, .set, .dictionary: return mirror.children.first.map { hasNoGap($0.value) } ?? false
        default: return mirror.children.allSatisfy { hasNoGap($0.value) }
        }
    }

    @Test func `a full ticket is read and written as the reference does`() throws {
        let bytes = Array(Self.request.utf8)
        let request = try JSON.value(TicketRequest.self, in: bytes)
        #expect(request == (try JSONDecoder().decode(TicketRequest.self, from: Data(bytes))))
        #expect(hasNoGap(request))
        #expect(try JSON.bytes(of: request) == reference(request))
        let bare = TicketRequest(ticket: "T", lines: [])
        #expect(try JSON.bytes(of: bare) == reference(bare))
    }

    @Test func `a full answer is written as the reference does`() throws {
        let answer = try JSONDecoder().decode(TicketAnswer.self, from: Data(Self.answer.utf8))
        #expect(hasNoGap(answer))
        #expect(try JSON.bytes(of: answer) == reference(answer))
        let bare =
            Array(#"{"ticket":"T","earned":0,"list":0,"total":0,"currency":{"code":"X","minor_digits":2},"lines":[],"notes":[],"entries":[],"tasks":[],"#.utf8)
            + Array(#""say_before":[],"say_after":[],"redeem_options":[],"receipt":[],"table":"t"}"#.utf8)
        let empty = try JSONDecoder().decode(TicketAnswer.self, from: Data(bare))
        #expect(try JSON.bytes(of: empty) == reference(empty))
    }

    @Test func `every field of a ticket is at fault where the reference finds it so`() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(Self.request.utf8)) as? [String: Any])
        for name in object.keys.sorted() {
            for wrong in [NSNull(), [String: Any](), [Any](), true, "?", 7] as [Any] {
                var damaged = object
                damaged[name] = wrong
                try hold(JSONSerialization.data(withJSONObject: damaged))
            }
            var without = object
            without[name] = nil
            try hold(JSONSerialization.data(withJSONObject: without))
        }
        let line = try #require((object["lines"] as? [[String: Any]])?.first)
        for name in line.keys.sorted() {
            for wrong in [NSNull(), [String: Any](), [Any](), true, "?", 7] as [Any] {
                var damaged = object
                damaged["lines"] = [line, line.merging([name: wrong]) { $1 }]
                try hold(JSONSerialization.data(withJSONObject: damaged))
            }
        }
    }

    /// The same value, or the same no about the same field.
    private func hold(_ data: Data) throws {
        let ours = Result { try JSON.value(TicketRequest.self, in: Array(data)) }
        let theirs = Result { try JSONDecoder().decode(TicketRequest.self, from: data) }
        let text = String(decoding: data, as: UTF8.self)
        switch (ours, theirs) {
        case (.success(let ours), .success(let theirs)): #expect(ours == theirs, "\(text)")
        case (.failure(let ours as DecodingError), .failure(let theirs as DecodingError)):
            let (ours, theirs) = (Trouble(ours), Trouble(theirs))
            #expect(ours.code == theirs.code && ours.field == theirs.field, "\(text): \(ours) is not \(theirs)")
        default: Issue.record("\(text): \(ours) is not \(theirs)")
        }
    }
}
