import CardFormats
import Testing
import USBContract
import VirtualDevices

@Suite struct `A virtual scanner` {
    private let counter = VirtualCounter(timer: { try await Task.sleep(for: $0) })

    @Test func `cuts a long code into chunks of 56 bytes, each but the last saying that more follows`() async throws {
        try counter.plug(.scanner)
        let connection = try await counter.bus.open(#require(await counter.bus.devices().first))
        try await connection.claim(interface: 0)
        var transfers = connection.reports(from: 0x81, length: 64).makeAsyncIterator()
        counter.scanner.scan(String(repeating: "9", count: 120), aim: "]Q1")
        var counts: [UInt8] = []
        var flags: [UInt8] = []
        for _ in 0..<3 {
            let report = try #require(try await transfers.next()?.get())
            #expect(report.count == 64)
            #expect(Array(report[3..<6]) == Array("]Q1".utf8))
            counts.append(report[1])
            flags.append(report[63])
        }
        #expect(counts == [56, 56, 8])
        #expect(flags == [1, 1, 0])
        await connection.close()
    }

    @Test func `lays its report out as the captured one of 05E0:2100`() async throws {
        try counter.plug(.scanner)
        let connection = try await counter.bus.open(#require(await counter.bus.devices().first))
        try await connection.claim(interface: 0)
        let bytes = try #require(try await connection.reportDescriptor(interface: 0))
        let descriptor = try HIDReportDescriptor(bytes)
        #expect(connection.device.deviceID.description == "05e0:2100")
        #expect(descriptor.byteCount(of: .input, id: 2) == 64)
        #expect(descriptor.field(HIDUsage(0x8C, 0xFE))?.byteRange == 5..<61)
        var decoder = try ReportDecoder(descriptor: descriptor)
        var transfers = connection.reports(from: 0x81, length: 64).makeAsyncIterator()
        counter.scanner.scan("306030209223", aim: "]Xg")
        let report = try #require(try await transfers.next()?.get())
        #expect(Array(report.prefix(8)) == [0x02, 0x0C, 0x00, 0x5D, 0x58, 0x67, 0x33, 0x30])
        guard case .scanner(.ok(let scan)) = decoder.receive(report).first else {
            Issue.record("not a scan")
            return
        }
        #expect(scan.data == "306030209223")
        #expect(scan.aim == "]Xg")
        await connection.close()
    }
}
