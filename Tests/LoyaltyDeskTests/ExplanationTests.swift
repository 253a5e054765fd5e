import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

@testable import LoyaltyWording

/// Every amount in an answer can be reckoned again from the sentence beside it, in each language.
@Suite struct ExplanationTests {
    private struct Answer: Decodable {
        struct Adjustment: Decodable {
            let rule: String
            let amount: Int
            let text: String
        }
        struct Line: Decodable {
            let adjustments: [Adjustment]
        }
        struct Entry: Decodable {
            let rule: String
            let table: String
            let points: Int
            let amount: Int?
            let text: String
        }

        let table: String?
        let lines: [Line]?
        let entries: [Entry]?
    }

    private static let histories: [(club: String, settings: String?, lines: [String])] = [
        (
            "km", nil,
            [
                #"{"at":"2012-01-01T10:00:00Z","do":"enrol","member":"A","name":"A. N."}"#,
                #"{"at":"2012-01-02T10:00:00Z","do":"sale","ticket":"T1","member":"A","lines":[\#(cars(3))]}"#,
                #"{"at":"2012-01-03T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#,
                #"{"at":"2012-01-03T11:00:00Z","do":"decide","request":"R1","approved":true}"#,
                #"{"at":"2012-01-04T10:00:00Z","do":"sale","ticket":"T2","member":"A","approval":"R1","lines":[\#(cars(1, price: 1_234_567_890))]}"#,
                #"{"at":"2012-01-05T10:00:00Z","do":"return","ticket":"T1","lines":[{"id":"2","quantity":1}]}"#,
                #"{"at":"2012-01-06T10:00:00Z","do":"complete_profile","member":"A"}"#,
            ]
        ),
        (
            "sh", "sh.example",
            [
                #"{"at":"2026-02-10T10:00:00Z","do":"sale","ticket":"T0","lines":[\#(shoes(10_000))]}"#,
                #"{"at":"2026-02-10T11:00:00Z","do":"enrol","member":"A","name":"A. N.","birthday":"1990-03-05","phone":"13800000000","tickets":["T0"]}"#,
                #"{"at":"2026-02-12T10:00:00Z","do":"sale","ticket":"T1","member":"A","lines":[\#(shoes(19_999, quantity: 3, cost: 1_000))]}"#,
                #"{"at":"2026-02-17T05:00:00Z","do":"sale","ticket":"T2","member":"A","lines":[\#(shoes(19_999, cost: 18_500))]}"#,
                #"{"at":"2026-03-05T05:00:00Z","do":"sale","ticket":"T3","member":"A","lines":[\#(shoes(20_000, quantity: 2))]}"#,
                #"{"at":"2026-03-06T05:00:00Z","do":"adjust","member":"A","points":400,"reason":"count","by":"N. N."}"#,
                #"{"at":"2026-03-07T05:00:00Z","do":"gift","member":"A","reason":"points","gift":"polish"}"#,
                #"{"at":"2026-03-08T05:00:00Z","do":"return","ticket":"T1","lines":[{"id":"1","quantity":2}]}"#,
            ]
        ),
        (
            "cl", "cl.example",
            [
                #"{"at":"2026-01-10T10:00:00Z","do":"enrol","member":"A","name":"A. N.","phone":"77000000000"}"#,
                #"{"at":"2026-01-11T10:00:00Z","do":"adjust","member":"A","points":900,"reason":"count","by":"N. N."}"#,
                #"{"at":"2026-01-12T10:00:00Z","do":"sale","ticket":"T1","member":"A","redeem_points":37,"lines":[\#(Self.cosmetics)]}"#,
                #"{"at":"2026-01-13T10:00:00Z","do":"return","ticket":"T1","lines":[{"id":"2","quantity":1}]}"#,
            ]
        ),
        (
            "ti", "ti.example",
            [
                #"{"at":"2021-03-21T10:00:00Z","do":"sale","ticket":"T0","lines":[\#(Self.service)]}"#,
                #"{"at":"2021-03-21T11:00:00Z","do":"enrol","member":"A","name":"A. N.","tickets":["T0"],"allowed_by":"N. N.","reason":"test"}"#,
                #"{"at":"2021-03-22T10:00:00Z","do":"sale","ticket":"T1","member":"A","lines":[\#(Self.service)]}"#,
                #"{"at":"2021-03-23T10:00:00Z","do":"enrol","member":"B","name":"B. N.","introduced_by":"A","allowed_by":"N. N.","reason":"test"}"#,
                #"{"at":"2021-03-24T10:00:00Z","do":"sale","ticket":"T2","member":"B","lines":[\#(Self.service)]}"#,
                #"{"at":"2022-06-24T10:00:00Z","do":"catch_up"}"#,
                #"{"at":"2022-06-25T10:00:00Z","do":"statement","member":"A"}"#,
            ]
        ),
    ]

    private static let cosmetics =
        #"{"id":"1","category":"procedure","quantity":1,"unit_price":1000000},{"id":"2","category":"cosmetics","quantity":3,"unit_price":12345}"#
    private static let service = #"{"id":"1","category":"service","quantity":1,"unit_price":90000000}"#

    @Test(arguments: Language.allCases, histories.indices)
    func `every amount carries its rule, its table and arithmetic that comes out`(language: Language, history: Int) async throws {
        let (club, settings, lines) = Self.histories[history]
        let programme = try ProgramTables.load(club, settings: settings)
        let replayer = Replayer(store: MemoryStore(), book: ProgrammeBook(current: programme), language: language)
        var checked = 0
        for line in lines {
            let text = try #require(try await replayer.answer(to: line))
            #expect(!text.contains(#""refused""#), "\(text)")
            let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
            var rate: Int?
            for adjustment in (answer.lines ?? []).flatMap(\.adjustments) {
                #expect(!adjustment.rule.isEmpty && answer.table == programme.version.rawValue)
                let isReturn = line.contains(#""do":"return""#)
                if !isReturn { try Self.check(adjustment, programme.currency, language, tierPrice: &rate) }
                checked += 1
            }
            for entry in answer.entries ?? [] {
                #expect(!entry.rule.isEmpty && entry.table == programme.version.rawValue)
                try Self.check(entry, programme.currency, language)
                checked += 1
            }
        }
        #expect(checked >= 5)
    }

    /// Adjustments: the sentence's own rate of its own price is its own amount, and that is what was taken off.
    private static func check(_ adjustment: Answer.Adjustment, _ currency: Currency, _ language: Language, tierPrice: inout Int?) throws {
        let why = try #require(Explanation(adjustment.text, in: language), "\(language): \(adjustment.text)")
        let places = currency.minorDigits
        switch why.key {
        case .tierTakesOff:
            let list = try #require(why.amount("list", places: places))
            let rate = try #require(why.millionths("rate"))
            #expect(why.amount("amount", places: places) == halfUp(list, rate) && adjustment.amount == -halfUp(list, rate))
        case .tierPays, .storedRatePays:
            let list = try #require(why.amount("list", places: places))
            let price = halfUp(list, try #require(why.millionths("rate")))
            #expect(why.amount("price", places: places) == price && adjustment.amount == price - list)
            tierPrice = price
        case .extraOnBirthday, .extraOnFestival:
            let list = try #require(why.amount("list", places: places))
            let rate = try #require(why.millionths("rate")) * (try #require(why.millionths("extra")))
            let price = (list * rate / 100_000 * 2 + 10_000_000) / 20_000_000
            #expect(why.amount("price", places: places) == price && adjustment.amount == price - (tierPrice ?? 0))
        case .costFloorTrimmed: #expect(why.amount("amount", places: places) == adjustment.amount)
        case .pointsPay:
            let points = try #require(why.amount("points"))
            let value = try #require(why.amount("value", places: places))
            #expect(why.amount("amount", places: places) == points * value && adjustment.amount == -points * value)
        default: Issue.record("\(why.key) explains no price")
        }
    }

    /// Entries: the sentence's figure is the entry's, and where it names what was paid, the rate leads from one to the other.
    private static func check(_ entry: Answer.Entry, _ currency: Currency, _ language: Language) throws {
        let why = try #require(Explanation(entry.text, in: language), "\(language): \(entry.text)")
        let places = currency.minorDigits
        let points = why.amount("points")
        switch why.key {
        case .pointsForSpend:
            let paid = try #require(why.amount("paid", places: places))
            let step = try #require(why.amount("step"))
            #expect(points == paid * step / (try #require(why.amount("per", places: places))))
            #expect(entry.points == points)
        case .pointsLapsed, .pointsForGift, .clipped: #expect(entry.points == -(try #require(points)))
        case .pointsPay: #expect(entry.points == -(try #require(points)))
        default: #expect(entry.points == points)
        }
    }

    private static func halfUp(_ amount: Int, _ millionths: Int) -> Int { (amount * millionths * 2 + 1_000_000) / 2_000_000 }
}
