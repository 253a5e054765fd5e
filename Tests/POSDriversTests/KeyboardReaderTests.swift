import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Readers in keyboard mode` {
    private let bench = ReaderBench()
    private let keys = ReaderDecoder.Speech.keys(TextTerms())

    @Test func `a swipe is taken below the keyboard, and the kernel has it back afterwards`() async throws {
        let reader = VirtualKeyboard(.stripeReader)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        let address = try #require(await bench.address)
        #expect(bench.bus.driver(of: 0, of: address) == "usbfs")
        reader.type("%M9001000000000012^AB^?;9001000000000012?")
        #expect(await driver.nextEvent() == .number(.swiped("9001000000000012")))
        await driver.close()
        #expect(bench.bus.driver(of: 0, of: address) == "usbhid")
    }

    @Test(arguments: ["\r", "\t", "\n"])
    func `ALT codes and every terminator will do`(ending: String) async throws {
        let reader = VirtualKeyboard(.stripeReader)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        reader.type("%M9001^?;9001?", ending: ending, altCodes: true)
        #expect(await driver.nextEvent() == .number(.swiped("9001")))
        await driver.close()
    }

    @Test func `without a terminator silence ends the swipe`() async throws {
        let reader = VirtualKeyboard(.stripeReader)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        reader.type(";9001?", ending: "")
        // A short report is a fault at once: when it is there, all that was typed has been taken in.
        reader.send([[0, 0, 0x26]])
        guard case .fault? = await driver.nextEvent() else {
            Issue.record("no fault")
            return
        }
        await bench.time.pass(.milliseconds(201))
        #expect(await driver.nextEvent() == .number(.swiped("9001")))
        await driver.close()
    }

    @Test func `torn tracks are named and a swipe without its end is not accepted`() async throws {
        let reader = VirtualKeyboard(.stripeReader)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        reader.type("%E?;E?")
        #expect(await driver.nextEvent() == .retry(.unreadable([.one, .two]), .swiped))
        reader.type(";9001")
        #expect(await driver.nextEvent() == .retry(.cutOff, .swiped))
        reader.type(";9001?")
        #expect(await driver.nextEvent() == .number(.swiped("9001")))
        await driver.close()
    }

    @Test func `a scanner's prefix and suffix are asked for`() async throws {
        let scanner = VirtualKeyboard(.scanner)
        let driver = try await bench.reader(scanner, as: ScannerRole.self, speech: .keys(TextTerms(prefix: "~", suffix: "#")))
        scanner.type("~9001#")
        #expect(await driver.nextEvent() == .number(.scanned("9001", symbology: nil)))
        scanner.type("9001")
        #expect(await driver.nextEvent() == .retry(.cutOff, .scanned))
        scanner.type("~;9001?#")
        #expect(await driver.nextEvent() == .number(.scanned(";9001?", symbology: nil)))
        await driver.close()
    }

    @Test func `a short report is a fault, phantoms and a stall are passed over`() async throws {
        let reader = VirtualKeyboard(.stripeReader)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        reader.send([[0, 0, 0x26]])
        guard case .fault(let trouble)? = await driver.nextEvent() else {
            Issue.record("no fault")
            return
        }
        #expect(trouble.code == .unreliable)
        reader.send([[0, 0, 1, 1, 1, 1, 1, 1]])
        reader.port.stallOnce()
        reader.type(";9001?")
        #expect(await driver.nextEvent() == .number(.swiped("9001")))
        await driver.close()
    }

    @Test func `a reader pulled out in the middle of a word says nothing of it`() async throws {
        let reader = VirtualKeyboard(.stripeReader)
        let driver = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        reader.type(";900", ending: "")
        await bench.unplug()
        #expect(await driver.nextEvent() == nil)
        await driver.close()
        let again = try await bench.reader(reader, as: StripeReaderRole.self, speech: keys)
        reader.type(";9001?")
        #expect(await again.nextEvent() == .number(.swiped("9001")))
        await again.close()
    }

    @Test func `a keyboard is never among the interfaces that may be taken unasked`() throws {
        for model in VirtualKeyboard.Model.allCases {
            let device = try bench.bus.plug(VirtualKeyboard(model))
            #expect(HIDInterface.candidates(of: device).isEmpty && HIDInterface.keyboards(of: device).count == 1)
        }
    }

    @Test func `with the manager an ordinary keyboard stays the operator's`() async throws {
        let counter = Counter()
        var listener = await counter.start()
        let keyboard = VirtualKeyboard(.ordinary)
        let device = try counter.virtual.bus.plug(keyboard, conditions: VirtualBus.Conditions(kernelDrivers: [0: "usbhid"]))
        try counter.virtual.plug(.reader)
        #expect(await listener.arrival()?.device.kind == .stripeReader)
        #expect(counter.virtual.bus.driver(of: 0, of: device.address) == "usbhid")
        #expect(await counter.manager.devices().count == 1)
        await counter.manager.shutdown()
    }
}

@Suite(.timeLimit(.minutes(1))) struct `MagTek's mode switch` {
    private let bench = ReaderBench()

    @Test func `sends a reader from keyboard mode to HID mode and waits for the other product in the same socket`() async throws {
        let pair = VirtualMagTekPair(bus: bench.bus, socket: 4)
        let before = try pair.plug(pair.keys)
        #expect(before.deviceID.description == "0801:0001")
        let modes = MagTekModeSwitch(bus: bench.bus, time: bench.time.device)
        let after = try await modes.perform(.hid, on: before)
        #expect(after.deviceID.description == "0801:0002" && after.ports == [4])
        #expect(bench.bus.driver(of: 0, of: after.address) == "usbhid")
        let back = try await modes.perform(.keyboard, on: after)
        #expect(back.deviceID.description == "0801:0001")
        // It is there already: nothing is reset.
        #expect(try await modes.perform(.keyboard, on: back) == back)
        pair.unplug()
    }

    @Test func `a reader that wants a key for it says so`() async throws {
        let device = try bench.bus.plug(VirtualMagneSafeReader(isEncrypting: true))
        let modes = MagTekModeSwitch(bus: bench.bus, time: bench.time.device)
        let trouble = await #expect(throws: DeviceTrouble.self) { try await modes.perform(.keyboard, on: device) }
        #expect(trouble?.code == .wrongMode && trouble?.wayOut.isEmpty == false)
    }

    @Test func `another maker's device is left alone`() async throws {
        let device = try bench.bus.plug(VirtualKeyboard(.ordinary))
        let modes = MagTekModeSwitch(bus: bench.bus, time: bench.time.device)
        let trouble = await #expect(throws: DeviceTrouble.self) { try await modes.perform(.hid, on: device) }
        #expect(trouble?.code == .wrongMode)
    }

    @Test func `a reader that does not come back is a fault`() async throws {
        let reader = VirtualStripeReader()
        let device = try bench.bus.plug(reader)
        let modes = MagTekModeSwitch(bus: bench.bus, time: bench.time.device)
        let waiting = Task { try await modes.perform(.keyboard, on: device) }
        await bench.time.pass(MagTekModeSwitch.patience)
        let result = await waiting.result
        #expect(throws: DeviceTrouble.self) { try result.get() }
    }
}
