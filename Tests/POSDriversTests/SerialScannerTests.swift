import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Serial scanners` {
    private let bench = ReaderBench()

    @Test func `both interfaces are claimed, the line is set and DTR raised, and lowered on closing`() async throws {
        let scanner = VirtualSerialScanner()
        let driver = try await bench.serial(scanner, as: ScannerRole.self)
        let address = try #require(await bench.address)
        #expect(bench.bus.driver(of: 0, of: address) == "usbfs" && bench.bus.driver(of: 1, of: address) == "usbfs")
        // 9600 bits per second, 1 stop bit, no parity, 8 bits.
        #expect(scanner.lineCoding == [0x80, 0x25, 0, 0, 0, 0, 8] && scanner.controlLines == 3)
        scanner.scan("9001234")
        #expect(await driver.nextEvent() == .number(.scanned("9001234", symbology: nil)))
        await driver.close()
        #expect(scanner.controlLines == 0)
        #expect(bench.bus.driver(of: 0, of: address) == "cdc_acm" && bench.bus.driver(of: 1, of: address) == "cdc_acm")
    }

    @Test(arguments: [1, 63, 64, 65, 128, 1000])
    func `codes of every length against the packet's are whole`(count: Int) async throws {
        let scanner = VirtualSerialScanner()
        let driver = try await bench.serial(scanner, as: ScannerRole.self)
        let text = String(repeating: "x", count: count)
        for ending in ["\r", "\n", "\r\n", "\t", "\u{03}"] {
            scanner.scan(text, ending: ending)
            #expect(await driver.nextEvent() == .number(.scanned(text, symbology: nil)))
        }
        await driver.close()
    }

    @Test func `transfers split and joined anywhere, zeros and foreign bytes are understood`() async throws {
        let scanner = VirtualSerialScanner()
        let driver = try await bench.serial(scanner, as: ScannerRole.self)
        scanner.send([[0x39], [0x30, 0x30], [0x31, 0x0D, 0x39], [0x32, 0x0D], [0, 0], [0x41, 0xE9, 0x0D]])
        #expect(await driver.nextEvent() == .number(.scanned("9001", symbology: nil)))
        #expect(await driver.nextEvent() == .number(.scanned("92", symbology: nil)))
        #expect(await driver.nextEvent() == .number(.scanned("A\u{E9}", symbology: nil)))
        await driver.close()
    }

    @Test func `a code without a terminator ends with silence`() async throws {
        let scanner = VirtualSerialScanner()
        let driver = try await bench.serial(scanner, as: ScannerRole.self)
        scanner.scan("9001", ending: "")
        await bench.time.pass(.milliseconds(201))
        #expect(await driver.nextEvent() == .number(.scanned("9001", symbology: nil)))
        await driver.close()
    }

    @Test func `a card reader on a serial line has its tracks parsed as any other`() async throws {
        let reader = VirtualSerialScanner()
        let driver = try await bench.serial(reader, as: StripeReaderRole.self)
        reader.scan("%M9001^AB?;9001?")
        #expect(await driver.nextEvent() == .number(.swiped("9001")))
        reader.scan(";900100000000=2512101?")
        #expect(await driver.nextEvent() == .refused(.paymentCard, .swiped))
        reader.scan("%E?")
        #expect(await driver.nextEvent() == .retry(.unreadable([.one]), .swiped))
        await driver.close()
    }

    @Test func `a scanner pulled out in mid-code says nothing of it and reads when it is back`() async throws {
        let scanner = VirtualSerialScanner()
        let driver = try await bench.serial(scanner, as: ScannerRole.self)
        scanner.scan("900", ending: "")
        await bench.unplug()
        #expect(await driver.nextEvent() == nil)
        await driver.close()
        let again = try await bench.serial(scanner, as: ScannerRole.self)
        scanner.scan("9001")
        #expect(await again.nextEvent() == .number(.scanned("9001", symbology: nil)))
        await again.close()
    }

    @Test func `a device without a serial line has none`() throws {
        for function in [VirtualScanner(), VirtualKeyboard(.scanner), VirtualPrinter()] as [any USBFunction] {
            let device = try bench.bus.plug(function)
            #expect(SerialPort.of(device) == nil)
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Scanners with a trigger report` {
    private let bench = ReaderBench()

    @Test(arguments: VirtualHIDPOSScanner.Model.allCases)
    func `a scan gives its text and symbology, long ones too`(model: VirtualHIDPOSScanner.Model) async throws {
        let scanner = VirtualHIDPOSScanner(model)
        let driver = try await woken(scanner)
        scanner.scan("9001", aim: "]C0")
        #expect(await driver.nextEvent() == .number(.scanned("9001", symbology: "]C0")))
        scanner.scan(String(repeating: "ab", count: 90), aim: "]Q1")
        #expect(await driver.nextEvent() == .number(.scanned(String(repeating: "ab", count: 90), symbology: "]Q1")))
        await driver.close()
    }

    @Test func `a disabled scanner is kept from reading, and reads when it is enabled or given back`() async throws {
        let scanner = VirtualHIDPOSScanner(.newland)
        let driver = try await bench.reader(scanner, as: ScannerRole.self)
        await driver.setDeviceEnabled(false)
        while !scanner.isPrevented { await Task.yield() }
        scanner.scan("9001")
        await driver.setDeviceEnabled(true)
        while scanner.isPrevented { await Task.yield() }
        scanner.scan("9002")
        #expect(await driver.nextEvent() == .number(.scanned("9002", symbology: "]C0")))
        await driver.setDeviceEnabled(false)
        while !scanner.isPrevented { await Task.yield() }
        await driver.close()
        #expect(!scanner.isPrevented)
    }

    @Test func `being told to speak stalls no other scanner, and one that is gone is an error`() async throws {
        let (connection, interface, _) = try await bench.claimed(VirtualScanner())
        try await HIDReaderActivation.redirectOutput(on: connection, interface: interface.number)
        await bench.unplug()
        await #expect(throws: USBError.self) { try await HIDReaderActivation.redirectOutput(on: connection, interface: interface.number) }
        await connection.close()
    }

    @Test func `its beeps are the cashier's`() async throws {
        let scanner = VirtualHIDPOSScanner(.newland)
        let driver = try await bench.reader(scanner, as: ScannerRole.self)
        #expect(await driver.signal(.accepted))
        #expect(await driver.signal(.rejected))
        #expect(scanner.beeps == [.goodReadBeep, .errorBeep])
        await driver.setDeviceEnabled(false)
        while !scanner.isPrevented { await Task.yield() }
        #expect(await driver.signal(.rejected))
        #expect(scanner.isPrevented)
        await driver.close()
        #expect(await !driver.signal(.accepted))
    }

    @Test func `a reader without a sound says that it has none`() async throws {
        let driver = try await bench.reader(VirtualScanner(), as: ScannerRole.self)
        #expect(await !driver.signal(.accepted))
        await driver.close()
    }

    /// A driver of a scanner that has been told to speak, where it has to be.
    private func woken(_ scanner: VirtualHIDPOSScanner) async throws -> BarcodeScannerDriver {
        let (connection, interface, descriptor) = try await bench.claimed(scanner)
        let driver = try BarcodeScannerDriver(
            identity: bench.identity, connection: connection, endpoint: interface.input.address, descriptor: descriptor, time: bench.time.device)
        await driver.start()
        if scanner.model == .honeywell {
            scanner.scan("9000")
            try await HIDReaderActivation.redirectOutput(on: connection, interface: interface.number)
        }
        return driver
    }
}
