import AccessControl
import CardFormats
import HTTPTypes
import HummingbirdTesting
import LoyaltyModel
import PointOfService
import Testing

@testable import LoyaltyService

@Suite struct `The page of who is let in` {
    /// A manager's cookie, and the token of the manager's forms.
    private func manager(_ till: Till, _ service: LoyaltyService) async throws -> (cookie: String, form: String) {
        let cookie = try await service.front.doorkeeper.cookie(.manager, at: service.front.clock())
        let page = try await till.browse("/staff", cookie: cookie)
        return (cookie, String(try #require(page.text.firstMatch(of: /name="form" value="([0-9a-f]{64})"/)?.1)))
    }

    @Test func `a machine's token is shown once, and works`() async throws {
        try await Till.open { till, service in
            let me = try await manager(till, service)
            let page = try await till.submit("/staff", ["form": me.form, "machine": "1", "name": "Till 7", "role": "till"], cookie: me.cookie)
            let token = String(try #require(page.text.firstMatch(of: /ml_[0-9a-z]+_[0-9a-z]{60}/)?.0))
            #expect(try await till.get("/v1/devices", [.authorization: "Bearer \(token)"]).status == 200)
            #expect(try await !till.browse("/staff", cookie: me.cookie).text.contains(token))
        }
    }

    @Test func `somebody is added, gets another PIN, and is let in no more`() async throws {
        try await Till.open { till, service in
            let me = try await manager(till, service)
            let doorkeeper = service.front.doorkeeper
            let easy = try await till.submit("/staff", ["form": me.form, "name": "Ali", "role": "cashier", "pin": "0000"], cookie: me.cookie)
            #expect(easy.status == 422)
            _ = try await till.submit("/staff", ["form": me.form, "name": "Ali", "role": "cashier", "pin": "7082"], cookie: me.cookie)
            let ali = try #require(try await doorkeeper.staff().first { $0.name == "Ali" })
            #expect(try await till.submit("/staff/\(ali.id)/pin", ["form": me.form, "pin": "6193"], cookie: me.cookie).status == 303)
            #expect(try await till.submit("/sign-in", ["access": ali.id.rawValue, "pin": "7082"]).status == 422)
            #expect(try await till.submit("/sign-in", ["access": ali.id.rawValue, "pin": "6193"]).status == 303)
            #expect(try await till.submit("/staff/\(ali.id)/end", ["form": me.form], cookie: me.cookie).status == 303)
            #expect(try await till.submit("/sign-in", ["access": ali.id.rawValue, "pin": "6193"]).status == 422)
        }
    }

    @Test func `a name with markup in it stays a name`() async throws {
        try await Till.open { till, service in
            let me = try await manager(till, service)
            _ = try await till.submit("/staff", ["form": me.form, "name": "<b>Ali</b>", "role": "cashier", "pin": "7082"], cookie: me.cookie)
            let page = try await till.browse("/staff", cookie: me.cookie)
            #expect(page.text.contains("&lt;b&gt;Ali") && !page.text.contains("<b>Ali"))
        }
    }

    @Test func `a computer becomes a kiosk, and the manager is signed out there`() async throws {
        try await Till.open { till, service in
            let me = try await manager(till, service)
            let made = try await till.submit("/kiosk/here", ["form": me.form], cookie: me.cookie)
            #expect(made.status == 303 && made.headers[.location] == "/kiosk" && made.headers[.setCookie]?.contains("Max-Age=") == true)
            #expect(try await till.browse("/staff", cookie: me.cookie).status == 303)
            let kiosk = String(try #require(made.headers[.setCookie]?.split(separator: ";").first))
            #expect(try await till.browse("/staff", cookie: kiosk).status == 403)
            #expect(try await till.get("/session", [.cookie: kiosk, .authorization: ""])["role"]?.string == "kiosk")
        }
    }

    @Test func `a kiosk is paired by its own token and by no other`() async throws {
        try await Till.open { till, service in
            let token = try await service.front.doorkeeper.token(.kiosk, at: service.front.clock())
            #expect(try await till.submit("/kiosk/pair", ["token": till.token]).status == 422)
            #expect(try await till.submit("/kiosk/pair", ["token": " \(token) "]).headers[.location] == "/kiosk")
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Staff cards` {
    @Test func `a staff card signs in at this computer, once, and is no unknown member card`() async throws {
        let devices = FakeDevices()
        try await Till.open(devices: devices, at: .live) { till, service in
            let doorkeeper = service.front.doorkeeper
            let mina = try await doorkeeper.add(try Newcomer(role: .cashier, name: "Mina", pin: try PIN(chosen: "4951")), at: service.front.clock()).entry
            let name = service.front.presented.keep("STAFF-1", .swiped, at: service.front.clock())
            let me = try await doorkeeper.cookie(.manager, at: service.front.clock())
            let page = try await till.browse("/staff", cookie: me)
            let form = String(try #require(page.text.firstMatch(of: /name="form" value="([0-9a-f]{64})"/)?.1))
            #expect(try await till.submit("/staff/\(mina.id)/card", ["form": form, "card": "STAFF-1"], cookie: me).status == 422)
            #expect(try await till.submit("/staff/\(mina.id)/card", ["form": form, "card": name], cookie: me).status == 303)

            let wire = try till.wire()
            await wire.send("GET /sign-in/cards HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            _ = await wire.receive(upTo: "retry: 1000")
            let ear = try Ear(service.front.events)
            await devices.say(.number(.swiped("STAFF-1")))
            let event = await wire.receive(upTo: "}\n\n")
            let card = String(try #require(event.firstMatch(of: /"card":"([^"]+)"/)?.1))
            #expect(!event.contains("STAFF-1") && !event.contains("Mina"))
            await devices.say(.retry(.blank, .swiped))
            #expect(await ear.next()?.data.contains("swipe_again") == true)

            let signed = try await till.submit("/sign-in", ["card": card, "next": "/"])
            #expect(signed.status == 303 && signed.headers[.setCookie]?.contains("memberlane_session=") == true)
            #expect(try await till.submit("/sign-in", ["card": card, "next": "/"]).status == 422)
        }
    }

    @Test(arguments: ["X-Forwarded-For: 10.0.0.7", "Forwarded: for=10.0.0.7", "Via: 1.1 proxy"])
    func `nobody from elsewhere hears of staff cards`(header: String) async throws {
        try await Till.open(devices: FakeDevices(), at: .live) { till, _ in
            let wire = try till.wire()
            await wire.send("GET /sign-in/cards HTTP/1.1\r\nHost: 127.0.0.1\r\n\(header)\r\n\r\n")
            #expect(await wire.receive(upTo: "\r\n") == "HTTP/1.1 404 Not Found\r\n")
        }
    }

    @Test func `a name serves once, for half a minute`() async throws {
        let cards = StaffCards()
        var names = cards.names().makeAsyncIterator()
        cards.offer("a", at: Instant(milliseconds: 0))
        let name = try #require(await names.next())
        #expect(cards.take("x", at: Instant(milliseconds: 1)) == nil)
        #expect(cards.take(name, at: Instant(milliseconds: 29_999)) == "a")
        #expect(cards.take(name, at: Instant(milliseconds: 29_999)) == nil)
        cards.offer("a", at: Instant(milliseconds: 0))
        let late = try #require(await names.next())
        #expect(cards.take(late, at: Instant(milliseconds: 30_000)) == nil)
    }

    @Test func `whoever signs out hears no more`() async throws {
        try await Till.open(at: .live) { till, service in
            let cookie = try await service.front.doorkeeper.cookie(.manager, at: service.front.clock())
            let wire = try till.wire()
            await wire.send("GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\n\r\n")
            _ = await wire.receive(upTo: "retry: 1000\n")
            _ = try await till.sell("T1", member: nil)
            #expect(await wire.receive(upTo: "}\n\n").contains("T1"))
            try await service.front.doorkeeper.signOut(String(try #require(cookie.split(separator: "=").last)))
            _ = try await till.sell("T2", member: nil)
            #expect(await !wire.receive(upTo: "0\r\n\r\n").contains("T2"))
        }
    }
}
