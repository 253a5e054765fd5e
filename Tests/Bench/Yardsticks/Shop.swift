import CanonicalJSON
import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables

/// A shoe shop with members, the one that every bench of the checkout path works on.
struct Shop {
    static let members = 500

    let desk: Desk
    let book: ProgrammeBook
    let context = DeskContext(at: Instant(milliseconds: 1_700_000_000_000), language: .chinese)

    /// A shop on `store`, its members joined.
    init(on store: any LoyaltyStore) async throws {
        book = try Self.book()
        desk = Desk(store: store, book: book, codes: nil, serials: RandomSerials())
        for number in 1...Self.members {
            _ = try await desk.sell(try Self.ticket("T\(number)", lines: 1), context)
            let wish: EnrolRequest = try JSON.value(
                EnrolRequest.self, in: Array(#"{"member":"M\#(number)","name":"A. \#(number)","tickets":["T\#(number)"]}"#.utf8))
            _ = try await desk.enrol(wish, context)
        }
    }

    static func book() throws -> ProgrammeBook { ProgrammeBook(current: try ProgramTables.load("sh", settings: "sh.example")) }

    static func ticket(_ name: String, member: Int? = nil, lines: Int = 3) throws -> TicketRequest {
        try JSON.value(TicketRequest.self, in: Array(body(name, member: member, lines: lines).utf8))
    }

    /// An event of a long history, by its number: members join, buy in turn, and now and then bring something back.
    static func event(_ number: Int) -> String {
        let at = #""at":"\#(Instant(milliseconds: 1_400_000_000_000 + number * 1000))""#
        let round = number / 20
        switch number % 20 {
        case 0: return #"{\#(at),"do":"sale",\#(body("T\(number)", lines: 1).dropFirst())"#
        case 1: return #"{\#(at),"do":"enrol","member":"M\#(round)","name":"A. \#(round)","tickets":["T\#(number - 1)"]}"#
        case 19: return #"{\#(at),"do":"return","ticket":"T\#(number - 3)","lines":[{"id":"2","quantity":1}]}"#
        default: return #"{\#(at),"do":"sale",\#(body("T\(number)", member: round - (number * 7 % 19) * round / 20).dropFirst())"#
        }
    }

    /// A ticket as a till sends it.
    static func body(_ name: String, member: Int? = nil, lines: Int = 3) -> String {
        let goods = (1...lines).map { #"{"id":"\#($0)","category":"shoes","quantity":1,"unit_price":\#(9900 * $0),"cost":100}"# }
        return #"{"ticket":"\#(name)"\#(member.map { #","member":"M\#($0)""# } ?? ""),"lines":[\#(goods.joined(separator: ","))]}"#
    }
}
