import AccessControl
import CardFormats
import Hummingbird
import HummingbirdTesting
import Logging
import LoyaltyDesk
import LoyaltyModel
import LoyaltyStorage
import PointOfService
import ServiceLifecycle
import Testing

@testable import LoyaltyService

@Suite(.timeLimit(.minutes(1)))
struct `Live events` {
    private static func request(_ token: String) -> String {
        "GET /v1/events?language=en HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\n\r\n"
    }

    @Test func `a swipe reaches a listener with its member and without a digit of its card`() async throws {
        let devices = FakeDevices()
        try await Till.open(devices: devices, at: .live) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            let wire = try till.wire()
            await wire.send(Self.request(till.token))
            let head = await wire.receive(upTo: "retry: 1000")
            #expect(head.contains("text/event-stream"))
            await devices.say(.number(.swiped(number)))
            let event = await wire.receive(upTo: "}\n\n")
            #expect(event.contains("event: card") && event.contains(#""status":"member""#) && event.contains(#""member":"A""#))
            #expect(event.contains(#""presented":"presented:"#))
            #expect(!event.contains(number) && !event.contains(String(number.dropLast(4).suffix(6))))
            await devices.say(.refused(.paymentCard, .swiped))
            let refused = await wire.receive(upTo: "}\n\n")
            #expect(refused.contains(#""status":"refused""#) && refused.contains("payment_card_refused") && !refused.contains("presented"))
            await devices.say(.retry(.blank, .scanned))
            #expect(await wire.receive(upTo: "}\n\n").contains("scan_again"))
        }
    }

    @Test func `what happens at the kiosk is not heard at the till, now or by who comes back, and what has no place is heard everywhere`() async throws {
        let hub = EventHub(clock: { Instant(milliseconds: 0) })
        let till = try Ear(hub, at: .till)
        let kiosk = try Ear(hub, at: .kiosk)
        let anywhere = try Ear(hub)
        hub.publish("card", byLanguage: [.english: Array("1".utf8)], at: .kiosk)
        hub.publish("card", byLanguage: [.english: Array("2".utf8)], at: .till)
        hub.publish("card", byLanguage: [.english: Array("3".utf8)])
        #expect(await [till.next()?.data, till.next()?.data] == ["2", "3"])
        #expect(await [kiosk.next()?.data, kiosk.next()?.data] == ["1", "3"])
        #expect(await [anywhere.next()?.data, anywhere.next()?.data, anywhere.next()?.data] == ["1", "2", "3"])
        let back = try Ear(hub, at: .till, after: 0)
        #expect(await [back.next()?.data, back.next()?.data] == ["2", "3"])
    }

    @Test func `a listener who hangs up is let go`() async throws {
        try await Till.open(at: .live) { till, service in
            do {
                let wire = try till.wire()
                await wire.send(Self.request(till.token))
                _ = await wire.receive(upTo: "retry: 1000")
                #expect(service.front.events.listeners == 1)
            }
            while service.front.events.listeners > 0 { _ = try await till.get("/v1/health") }
        }
    }

    @Test func `the service ends although somebody listens`() async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let store = MemoryStore()
        let doorkeeper = try Doorkeeper.ofTest(store)
        let token = try await doorkeeper.token(.till, at: .now())
        let service = try LoyaltyService(
            desk: .ofTest(store), doorkeeper: doorkeeper, listen: ListenAddress(parsing: "127.0.0.1:0"), onListening: { port.yield($0.port) })
        let group = ServiceGroup(configuration: .init(services: [service], logger: .init(label: "test")))
        async let ended: Void = group.run()
        let chosen = try #require(await ports.first { _ in true })
        let wire = try #require(Wire(port: chosen))
        await wire.send(Self.request(token))
        _ = await wire.receive(upTo: "retry: 1000")
        await group.triggerGracefulShutdown()
        try await ended
    }

    @Test func `a port in use is said to be, with the way out`() async throws {
        try await Till.open(at: .live) { till, _ in
            let address = try ListenAddress(parsing: "127.0.0.1:\(till.client.port ?? 0)")
            let second = try LoyaltyService(desk: .ofTest(till.store), doorkeeper: .ofTest(till.store), listen: address)
            await #expect(throws: ListenAddressFault.inUse(address)) { try await second.run() }
            #expect(ListenAddressFault.inUse(address).recoverySuggestion?.contains("--listen 127.0.0.1:") == true)
        }
    }

    @Test func `a sale is told once, without names or amounts`() async throws {
        try await Till.open { till, service in
            let ear = try Ear(service.front.events)
            _ = try await till.sell("T1", member: nil)
            _ = try await till.sell("T1", member: nil)
            _ = try await till.post("/v1/sales/T1/void")
            #expect(await ear.next()?.data == #"{"happened":"sold","ticket":"T1"}"#)
            #expect(await ear.next()?.data == #"{"happened":"voided","ticket":"T1"}"#)
        }
    }
}

@Suite struct `The hub of events` {
    private struct Word: Encodable { let word: String }

    private let clock = TestClock()

    @Test func `numbers grow, also over a restart`() async throws {
        let hub = EventHub(clock: { [clock] in clock.now })
        let ear = try Ear(hub)
        hub.publish("x", Word(word: "a"))
        hub.publish("x", Word(word: "b"))
        let first = try #require(await ear.next()?.number)
        #expect(await ear.next()?.number == first + 1)
        clock.advance(seconds: 1)
        let restarted = EventHub(clock: { [clock] in clock.now })
        let later = try Ear(restarted)
        restarted.publish("x", Word(word: "c"))
        let next = try #require(await later.next()?.number)
        #expect(next > first + 1)
    }

    @Test func `who comes back hears what was missed, but nothing older than ten seconds`() async throws {
        let hub = EventHub(clock: { [clock] in clock.now })
        let start = clock.now.milliseconds
        hub.publish("x", Word(word: "old"))
        clock.advance(seconds: 10)
        hub.publish("x", Word(word: "heard"))
        hub.publish("x", Word(word: "missed"))
        #expect(try await Ear(hub, after: start + 2).next()?.data == #"{"word":"missed"}"#)
        #expect(try await Ear(hub, after: 0).next()?.data == #"{"word":"heard"}"#)
    }

    @Test func `who has heard nothing yet knows where to go on when they come back`() async throws {
        let hub = EventHub(clock: { [clock] in clock.now })
        let head = try #require(try await hub.listen(in: .english, after: nil).first { _ in true })
        let number = try #require(String(buffer: head).split(separator: "\n").compactMap { Int($0.trimmingPrefix("id: ")) }.first)
        hub.publish("x", Word(word: "missed"))
        #expect(try await Ear(hub, after: number).next()?.data == #"{"word":"missed"}"#)
    }

    @Test func `events are worded for who was cut off a moment ago`() async throws {
        let hub = EventHub(clock: { [clock] in clock.now })
        do {
            let stream = try hub.listen(in: .russian, after: nil)
            withExtendedLifetime(stream) { #expect(hub.languages() == [.russian]) }
        }
        while hub.listeners > 0 { await Task.yield() }
        #expect(hub.languages() == [.russian] && hub.languages(of: .staff) == [.russian])
        clock.advance(seconds: 10)
        #expect(hub.languages() == [])
    }

    @Test func `one listener too many is told so, and those who are in stay in`() async throws {
        let hub = EventHub(places: 2, clock: { [clock] in clock.now })
        let first = try Ear(hub)
        let second = try Ear(hub)
        #expect(throws: Trouble(.tooManyListeners)) { try hub.listen(in: .english, after: nil) }
        hub.publish("x", Word(word: "heard"))
        for ear in [first, second] { #expect(await ear.next()?.data == #"{"word":"heard"}"#) }
    }

    @Test func `a slow listener loses the oldest events and holds nobody up`() async throws {
        let hub = EventHub(clock: { [clock] in clock.now })
        let slow = try Ear(hub)
        for index in 0..<EventHub.buffer + 5 { hub.publish("x", Word(word: "\(index)")) }
        #expect(await slow.next()?.data == #"{"word":"5"}"#)
    }
}
