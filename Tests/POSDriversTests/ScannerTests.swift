import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Barcode scanners` {
    private let counter = Counter()

    @Test func `a scan gives its text and symbology`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.scanner)
        #expect(await listener.arrival()?.device.kind == .scanner)
        counter.virtual.scanner.scan("9001234", aim: "]C0")
        #expect(await listener.card() == .number(.scanned("9001234", symbology: "]C0")))
        await counter.manager.shutdown()
    }

    @Test func `a long code comes in chunks and is one event`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.scanner)
        _ = await listener.arrival()
        let text = (0..<40).map { "member-\($0);" }.joined()
        counter.virtual.scanner.scan(text, aim: "]Q1")
        counter.virtual.scanner.scan("9", aim: "]C0")
        #expect(await listener.card() == .number(.scanned(text, symbology: "]Q1")))
        #expect(await listener.card() == .number(.scanned("9", symbology: "]C0")))
        await counter.manager.shutdown()
    }

    @Test func `a code whose rest does not come is given up after half a second`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.scanner)
        _ = await listener.arrival()
        counter.virtual.scanner.scan(String(repeating: "x", count: 100), aim: "]Q1", stoppingAfter: 1)
        await counter.time.pass(ScanAssembler.longestPause + .milliseconds(1))
        #expect(await listener.card() == .retry(.cutOff, .scanned))
        counter.virtual.scanner.scan("9001", aim: "]Q1")
        #expect(await listener.card() == .number(.scanned("9001", symbology: "]Q1")))
        await counter.manager.shutdown()
    }

    @Test func `a scanned payment number is refused`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.scanner)
        _ = await listener.arrival()
        counter.virtual.scanner.scan(";9123456789012345=29121010000?", aim: "]Q1")
        #expect(await listener.card() == .refused(.paymentCard, .scanned))
        await counter.manager.shutdown()
    }

    @Test func `a Honeywell scanner is told to speak before it is believed silent`() async throws {
        var listener = await counter.start()
        let scanner = VirtualHIDPOSScanner(.honeywell)
        try counter.virtual.bus.plug(scanner)
        #expect(await listener.arrival()?.device.kind == .scanner)
        scanner.scan("9001", aim: "]E0")
        #expect(await listener.card() == .number(.scanned("9001", symbology: "]E0")))
        await counter.manager.shutdown()
    }
}
