import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Families of card readers` {
    private let bench = ReaderBench()
    private let own: [TrackNumber: String] = [.one: "%M9001000000000012^AB^?", .two: ";9001000000000012?"]

    @Test(arguments: [VirtualIDTechReader.Output.structured, .raw, .framed])
    func `an ID TECH reader gives the number in each of its outputs`(output: VirtualIDTechReader.Output) async throws {
        let reader = VirtualIDTechReader(output)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        reader.swipe(own)
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        reader.swipe([:], torn: [.two])
        #expect(await driver.nextEvent() == .retry(.unreadable([.two]), .swiped))
        reader.swipe([.one: "%M" + String(repeating: "A", count: 76) + "?", .two: ";9002?", .three: ";" + String(repeating: "1", count: 104) + "?"])
        #expect(await driver.nextEvent() == .number(.swiped("9002")))
        await driver.close()
    }

    @Test func `frames are understood without a structured report to tell them from`() async throws {
        let reader = VirtualIDTechReader(.framed)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: .frames)
        reader.swipe(own)
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        await driver.close()
    }

    @Test func `readers that encrypt are refused`() async throws {
        let idTech = VirtualIDTechReader(.encrypted)
        let first = try await bench.reader(idTech, as: StripeReaderRole.self)
        idTech.swipe(own)
        #expect(await first.nextEvent() == .refused(.encryptingReader, .swiped))
        await first.close()
        let magneSafe = VirtualMagneSafeReader(isEncrypting: true)
        let second = try await bench.reader(magneSafe, as: StripeReaderRole.self)
        magneSafe.swipe(own)
        #expect(await second.nextEvent() == .refused(.encryptingReader, .swiped))
        await second.close()
    }

    @Test func `a MagneSafe reader at level 2 is read, in 107 packets that no short one ends`() async throws {
        let reader = VirtualMagneSafeReader()
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        reader.swipe(own)
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        reader.swipe([.two: ";9001000000000020?"], torn: [.one])
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000020")))
        await driver.close()
    }

    @Test func `a reader of the standard usage page is read`() async throws {
        let reader = VirtualStandardReader()
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        reader.swipe(own)
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        reader.swipe([:], torn: [.one])
        #expect(await driver.nextEvent() == .retry(.unreadable([.one]), .swiped))
        await driver.close()
    }

    @Test func `a double swipe is swallowed for a second from the one that was handed over`() async throws {
        let reader = VirtualStripeReader()
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        func swipe(_ number: String) async -> CardEvent? {
            reader.swipe(number: number)
            reader.tear(.three)
            let event = await driver.nextEvent()
            if event != .retry(.unreadable([.three]), .swiped) { _ = await driver.nextEvent() }
            return event
        }
        let torn = CardEvent.retry(.unreadable([.three]), .swiped)
        #expect(await swipe("9001") == .number(.swiped("9001")))
        #expect(await swipe("9001") == torn)
        bench.time.advance(.milliseconds(600))
        #expect(await swipe("9001") == torn)
        // Counted from the delivered one: the swallowed one did not put the end off.
        bench.time.advance(.milliseconds(400))
        #expect(await swipe("9001") == .number(.swiped("9001")))
        #expect(await swipe("9002") == .number(.swiped("9002")))
        #expect(await swipe("9001") == .number(.swiped("9001")))
        await driver.close()
    }

    @Test func `a card that a disabled reader threw away is read when it is enabled again`() async throws {
        let reader = VirtualStripeReader()
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        await driver.setDeviceEnabled(false)
        reader.swipe(number: "9001")
        try await fence(reader.port, driver)
        await driver.setDeviceEnabled(true)
        reader.swipe(number: "9001")
        #expect(await driver.nextEvent() == .number(.swiped("9001")))
        await driver.close()
    }

    @Test func `what was read before the claim is dropped, whole, even when its end comes later`() async throws {
        let reader = VirtualIDTechReader(.framed)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: .frames, settings: .shop)
        reader.swipe([.two: ";9001?"])
        try await fence(reader.port, driver)
        // A frame of two reports, of which the first comes a moment too early.
        let long = [UInt8](repeating: 0x41, count: 600)
        let frame: [UInt8] = [2, 0x58, 0x02] + long + [0, long.reduce(0, &+), 3]
        reader.port.send([Array(frame.prefix(509))])
        try await fence(reader.port, driver)
        bench.time.advance(.milliseconds(250))
        reader.port.send([Array(frame.dropFirst(509)) + [UInt8](repeating: 0, count: 1018 - frame.count)])
        reader.swipe([.two: ";9002?"])
        #expect(await driver.nextEvent() == .number(.swiped("9002")))
        await driver.close()
    }

    /// Waits until the driver has seen everything its reader has sent: a report that is too long is a fault, which nothing holds back.
    private func fence(_ port: VirtualHIDPort, _ driver: MagneticStripeReaderDriver) async throws {
        port.send([[UInt8](repeating: 0, count: 65)])
        guard case .fault? = await driver.nextEvent() else { throw Unfenced() }
    }

    private struct Unfenced: Error {}

    @Test func `a stalled endpoint is cleared and read on`() async throws {
        let reader = VirtualIDTechReader()
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        reader.port.stallOnce()
        reader.swipe(own)
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        await driver.close()
    }

    @Test func `a report that is too short is a fault in figures, and the next is read`() async throws {
        let reader = VirtualIDTechReader()
        let driver = try await bench.reader(reader, as: StripeReaderRole.self)
        reader.port.send([[UInt8](repeating: 0, count: 100)])
        reader.swipe(own)
        guard case .fault(let trouble)? = await driver.nextEvent() else {
            Issue.record("no fault")
            return
        }
        #expect(trouble.code == .unreliable && trouble.sentence.contains("100") && trouble.sentence.contains("509"))
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        await driver.close()
    }

    @Test func `a reader pulled out in mid-report ends without an event, and reads when it is back`() async throws {
        for function in [VirtualIDTechReader(.framed), VirtualIDTechReader(.structured)] {
            let driver = try await bench.reader(function, as: StripeReaderRole.self)
            function.port.send([[2, 0x40, 0, 0x80]])
            await bench.unplug()
            #expect(await driver.nextEvent() == nil)
            #expect(await driver.state == .closed)
            await driver.close()
            let again = try await bench.reader(function, as: StripeReaderRole.self)
            function.swipe(own)
            #expect(await again.nextEvent() == .number(.swiped("9001000000000012")))
            await again.close()
            await bench.unplug()
        }
    }

    @Test func `a reader without a descriptor that says so is none`() async throws {
        let writer = VirtualStripeWriter()
        let (connection, interface, descriptor) = try await bench.claimed(writer)
        #expect(throws: ReaderFault.notAReader([HIDUsage(0xFF00, 0x01)])) {
            _ = try MagneticStripeReaderDriver(
                identity: bench.identity, connection: connection, endpoint: interface.input.address, descriptor: descriptor)
        }
        #expect(throws: ReaderFault.notAReader([])) {
            _ = try MagneticStripeReaderDriver(identity: bench.identity, connection: connection, endpoint: interface.input.address, descriptor: nil)
        }
        await connection.close()
    }
}
