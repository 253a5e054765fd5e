import CardFormats
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage
import PointOfService
import Testing

@testable import LoyaltyService

@Suite struct `The kiosk` {
    private static let account = "/v1/kiosk/account"

    /// A number of the test club's length and prefix with a right check digit, or of another club's.
    private static func number(_ serial: Int, like number: String, prefix: String? = nil) throws -> String {
        let start = prefix ?? String(number.prefix(4))
        let middle = String(repeating: "0", count: number.count - start.count - 1 - String(serial).count) + String(serial)
        return try #require((0...9).map { start + middle + String($0) }.first { CheckDigit.isValid($0) })
    }

    private static func type(_ number: String, _ till: Till) async throws -> Till.Answer { try await till.post(account, #"{"number":"\#(number)"}"#) }

    @Test func `a member sees the own account, masked, and how far the next tier is`() async throws {
        try await Till.open { till, service in
            try await till.join(name: "Sepehr Rezai-Nia")
            let number = try await till.cardNumber(of: "A")
            let name = service.front.presented.keep(number, .swiped, at: service.front.clock())
            let answer = try await till.get(Self.account + "?presented=\(name)")
            #expect(answer.status == 200 && answer.headers[.cacheControl] == "no-store")
            #expect(answer["name"]?.string == "S••• R••• N•••")
            #expect(answer["points"]?.int == 90 && answer["tier"]?["id"]?.string == "bronze")
            #expect(answer["next_tier"]?["tier"]?["id"]?.string == "silver" && answer["next_tier"]?["progress"]?.int == 33)
            #expect(answer["entries"]?.count == 2 && answer["presented"]?.string == name)
            #expect(!answer.text.contains("Sepehr") && !answer.text.contains("Rezai") && !answer.text.contains(number) && !answer.text.contains(#""member""#))
            let typed = try await Self.type(number, till)
            #expect(typed.status == 200 && typed["points"]?.int == 90 && typed["presented"]?.string?.hasPrefix("presented:") == true)
        }
    }

    @Test func `unknown, foreign, replaced and lost numbers get one answer, after the same look at the store`() async throws {
        let memory = MemoryStore()
        let watched = WatchedStore(memory)
        let clock = TestClock()
        try await Till.open(store: watched, clock: clock) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            var numbers = [try Self.number(77, like: number), try Self.number(77, like: number, prefix: "9999")]
            for (serial, state) in [(81, Card.State.replaced), (82, .lost), (83, .pending), (84, .unused)] {
                let other = try Self.number(serial, like: number)
                numbers.append(other)
                let card = Card(
                    number: try #require(CardNumber(other)), member: "A", tier: "bronze", state: state, isPrinted: true, since: Instant(milliseconds: 0))
                try await memory.write { try $0.keep(card) }
            }
            var answers: Set<String> = []
            var looks: Set<ArraySlice<String>> = []
            for other in numbers {
                clock.advance(seconds: 30)
                _ = watched.takeAsked()
                let answer = try await till.post(Self.account, #"{"number":"\#(other)"}"#, [HTTPField.Name.acceptLanguage: "en"])
                #expect(answer.status == 404)
                answers.insert(answer.text)
                // What goes before is the look at who asks, whatever the number.
                looks.insert(watched.takeAsked().suffix(2))
            }
            #expect(answers.count == 1 && answers.first?.contains("card_not_shown") == true)
            #expect(looks == [["read", "card(_:)"]])
        }
    }

    @Test func `a slip, a forged code, a payment card and a telephone number are refused before the store is asked`() async throws {
        let watched = WatchedStore(MemoryStore())
        try await Till.open(store: watched) { till, service in
            try await till.join()
            _ = try await till.patch("/v1/members/A", #"{"phone":"09120000001"}"#)
            let number = try await till.cardNumber(of: "A")
            let wrong = String(number.dropLast()) + String((Int(String(number.suffix(1))) ?? 0) == 9 ? 0 : (Int(String(number.suffix(1))) ?? 0) + 1)
            _ = watched.takeAsked()
            #expect(try await Self.type(wrong, till).code == "check_digit_wrong")
            let phone = try await Self.type("09120000001", till)
            #expect(phone.status != 200)
            let forged = service.front.presented.keep(number + "00000000", .scanned, at: service.front.clock())
            #expect(try await till.get(Self.account + "?presented=\(forged)").code != nil)
            #expect(!watched.takeAsked().contains("account(of:)"))
        }
    }

    @Test func `typing goes five times at once and then once in half a minute, and going through numbers finds nothing`() async throws {
        let clock = TestClock()
        try await Till.open(clock: clock) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            var found = 0
            var asked = 0
            for serial in 0..<40 {
                let answer = try await Self.type(Self.number(serial, like: number), till)
                if answer.status == 200 { found += 1 }
                if answer.code != "kiosk_busy" { asked += 1 } else { #expect(answer.status == 429 && answer["kind"]?.string == "retry") }
            }
            #expect(found == 0 && asked == 5)
            #expect(try await Self.type(number, till).code == "kiosk_busy")
            clock.advance(seconds: 30)
            #expect(try await Self.type(number, till).status == 200)
            #expect(try await Self.type(number, till).code == "kiosk_busy")
        }
    }

    @Test func `only what a reader read a moment ago is taken as presented`() async throws {
        let clock = TestClock()
        try await Till.open(clock: clock) { till, service in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            #expect(try await till.get(Self.account + "?presented=\(number)").code == "swipe_again")
            #expect(try await till.get(Self.account + "?presented=presented:none").code == "swipe_again")
            #expect(try await till.get(Self.account).code == "field_missing")
            let name = service.front.presented.keep(number, .swiped, at: service.front.clock())
            clock.advance(seconds: 300)
            #expect(try await till.get(Self.account + "?presented=\(name)").code == "swipe_again")
        }
    }

    @Test func `a kiosk hears that a card was read and not whose, and nothing of sales`() async throws {
        let devices = FakeDevices()
        try await Till.open(devices: devices, at: .live) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            let wire = try till.wire()
            await wire.send("GET /v1/events?language=en&at=kiosk HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(till.kioskToken)\r\n\r\n")
            _ = await wire.receive(upTo: "retry: 1000")
            _ = try await till.sell("T9", member: "A")
            await devices.say(.number(.swiped(number)))
            let event = await wire.receive(upTo: "}\n\n")
            #expect(event.contains("event: card") && event.contains(#""status":"read""#) && event.contains(#""presented":"presented:"#))
            #expect(!event.contains(#""member""#) && !event.contains("sale") && !event.contains(String(number.suffix(4))))
        }
    }

    @Test func `a statement is printed at the kiosk with the name masked, for a card presented there and no other`() async throws {
        let slips = FakeSlips()
        try await Till.open(slips: slips) { till, service in
            try await till.join(name: "Sepehr Rezai")
            let number = try await till.cardNumber(of: "A")
            let name = service.front.presented.keep(number, .swiped, at: service.front.clock())
            let answer = try await till.post("/v1/kiosk/statement", #"{"presented":"\#(name)"}"#, [.acceptLanguage: "zh"])
            #expect(answer.status == 200 && answer.text.contains("confirmed"))
            #expect(try await till.post("/v1/kiosk/statement", #"{"presented":"\#(number)"}"#).code == "swipe_again")
            for _ in 0..<2 { _ = try await till.post("/v1/kiosk/statement", #"{"presented":"\#(name)"}"#) }
            #expect(try await till.post("/v1/kiosk/statement", #"{"presented":"\#(name)"}"#).code == "kiosk_busy")
        }
        let printed = try #require(slips.printed.first)
        guard case .statement(let statement, let member) = printed.slip else { return #expect(Bool(false), "\(printed.slip)") }
        #expect(statement.member == "A" && member.name == "S••• R•••" && printed.place == .kiosk && printed.language == .chinese)
        #expect(slips.printed.count == 3)
    }

    @Test(arguments: ["fa", "zh", "ru", "en"])
    func `its page has the four languages on it and is never kept`(language: String) async throws {
        try await Till.open { till, _ in
            let page = try await till.get("/kiosk?language=\(language)")
            #expect(page.status == 200 && page.headers[.cacheControl] == "no-store" && page.text.utf8.count < 60_000)
            #expect(page.text.contains(#"data-place="kiosk""#))
            for other in ["fa", "zh", "ru", "en"] { #expect(page.text.contains(#"data-language="\#(other)""#)) }
        }
    }
}
