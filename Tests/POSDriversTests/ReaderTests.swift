import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Card readers` {
    private let counter = Counter()

    @Test func `a swipe gives the number and how it got in`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.reader)
        let arrival = try #require(await listener.arrival())
        #expect(arrival.device == DeviceIdentity(id: "msr-0801-0002-port-1-1", kind: .stripeReader, model: "MagTek SureSwipe"))
        #expect(arrival.sheet == "hardware/magtek.yaml")
        counter.virtual.reader.swipe([.one: "%M9001^DOE/JANE^?", .two: ";9001?"])
        #expect(await listener.card() == .number(.swiped("9001")))
        await counter.manager.shutdown()
    }

    @Test func `a torn swipe asks for another and names the track`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.reader)
        _ = await listener.arrival()
        counter.virtual.reader.tear(.two)
        #expect(await listener.card() == .retry(.unreadable([.two]), .swiped))
        counter.virtual.reader.swipe([:], torn: [.one, .three])
        #expect(await listener.card() == .retry(.unreadable([.one, .three]), .swiped))
        counter.virtual.reader.swipe(number: "9002")
        #expect(await listener.card() == .number(.swiped("9002")))
        await counter.manager.shutdown()
    }

    @Test func `a payment card is refused and no digit of it is in any event`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.reader)
        _ = await listener.arrival()
        counter.virtual.reader.swipe([.one: "%B9123456789012345^DOE/JANE^2912101000?", .two: ";9123456789012345=29121010000?"])
        counter.virtual.reader.swipe(number: "9003")
        var events: [DeviceEvent] = []
        while let event = await listener.next() {
            events.append(event)
            if event.happening == .card(.number(.swiped("9003"))) { break }
        }
        #expect(events.contains { $0.happening == .card(.refused(.paymentCard, .swiped)) })
        var dumped = ""
        dump(events.dropLast(), to: &dumped)
        #expect(!(dumped + String(reflecting: events.dropLast())).contains("2345"))
        await counter.manager.shutdown()
    }

    @Test func `a number prints itself masked`() {
        let read = CardRead.swiped("9001234567")
        var dumped = ""
        dump(read, to: &dumped)
        #expect("\(read)" == "swiped …4567")
        #expect(!(dumped + String(reflecting: CardEvent.number(read))).contains("9001"))
        #expect("\(CardRead.scanned("9001", symbology: nil))" == "scanned …")
    }

    @Test func `a reader pulled out in the middle of a swipe says nothing of it and reads on when it is back`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.reader)
        let before = try #require(await listener.arrival())
        counter.virtual.reader.swipe([.two: ";9001?"], stoppingAfter: 20)
        counter.virtual.unplug(.reader)
        let next = try #require(await listener.next())
        #expect(next.happening == .left)
        try counter.virtual.plug(.reader)
        let after = try #require(await listener.arrival())
        #expect(after.device == before.device)
        counter.virtual.reader.swipe(number: "9004")
        #expect(await listener.card() == .number(.swiped("9004")))
        await counter.manager.shutdown()
    }

    @Test func `a swipe that stops half-way is given up after two seconds`() async throws {
        var listener = await counter.start()
        let packets = PacketReader()
        try counter.virtual.bus.plug(packets)
        _ = await listener.arrival()
        packets.send(Array(repeating: 0, count: 7))
        await counter.time.pass(SwipeAssembler.longestPause + .milliseconds(1))
        #expect(await listener.card() == .retry(.cutOff, .swiped))
        await counter.manager.shutdown()
    }

    @Test func `several readers are told apart`() async throws {
        var listener = await counter.start()
        let second = VirtualStripeReader(serialNumber: "B0A1")
        try counter.virtual.plug(.reader)
        _ = await listener.arrival()
        try counter.virtual.bus.plug(second, port: 7)
        #expect(await listener.arrival()?.device.id == "msr-0801-0002-B0A1")
        try counter.virtual.plug(.scanner)
        #expect(await listener.arrival()?.device.id == "scanner-05e0-2100-S20070001")
        second.swipe(number: "9005")
        #expect(await listener.first { $0 }?.device.id == "msr-0801-0002-B0A1")
        counter.virtual.reader.swipe(number: "9006")
        #expect(await listener.first { $0 }?.device.id == "msr-0801-0002-port-1-1")
        counter.virtual.scanner.scan("9007")
        #expect(await listener.first { $0 }?.device.id == "scanner-05e0-2100-S20070001")
        #expect(await counter.manager.devices().map(\.state) == [.idle, .idle, .idle])
        await counter.manager.shutdown()
    }

    @Test func `clones that share a serial number are told apart by their sockets`() async throws {
        var listener = await counter.start()
        try counter.virtual.bus.plug(VirtualStripeReader(serialNumber: "77"), port: 1)
        #expect(await listener.arrival()?.device.id == "msr-0801-0002-77")
        try counter.virtual.bus.plug(VirtualStripeReader(serialNumber: "77"), port: 2)
        #expect(await listener.arrival()?.device.id == "msr-0801-0002-port-1-2")
        await counter.manager.shutdown()
    }

    @Test func `a reader survives two hundred replugs`() async throws {
        var listener = await counter.start()
        for number in 9100..<9300 {
            try counter.virtual.plug(.reader)
            #expect(await listener.arrival() != nil)
            counter.virtual.reader.swipe(number: "\(number)")
            #expect(await listener.card() == .number(.swiped("\(number)")))
            counter.virtual.unplug(.reader)
            #expect(await listener.departure()?.kind == .stripeReader)
        }
        #expect(await counter.manager.devices().isEmpty)
        await counter.manager.shutdown()
    }

    @Test func `a disabled reader throws cards away`() async throws {
        var listener = await counter.start()
        let packets = PacketReader()
        let address = try counter.virtual.bus.plug(packets).address
        let id = try #require(await listener.arrival()).device.id
        let reader = try #require(await counter.manager.reader(id))
        await reader.setDeviceEnabled(false)
        packets.send([0, 6] + Array(";9008?".utf8) + Array(repeating: 0, count: 6))
        packets.send(Array(repeating: 0, count: 7))
        while await reader.state != .busy { await Task.yield() }
        await reader.setDeviceEnabled(true)
        counter.virtual.bus.unplug(address)
        #expect(await listener.next()?.happening == .left)
        await counter.manager.shutdown()
    }

    @Test func `the programme's own ranges decide what is its own`() async throws {
        var settings = DeviceSettings()
        settings.ranges = try CardRanges([CardRange(prefix: "81")])
        let counter = Counter(settings: settings)
        var listener = await counter.start()
        try counter.virtual.plug(.reader)
        _ = await listener.arrival()
        counter.virtual.reader.swipe(number: "8100000001")
        #expect(await listener.card() == .number(.swiped("8100000001")))
        counter.virtual.reader.swipe(number: "8200000001")
        #expect(await listener.card() == .foreign(masked: "…0001", .swiped))
        await counter.manager.shutdown()
    }
}
