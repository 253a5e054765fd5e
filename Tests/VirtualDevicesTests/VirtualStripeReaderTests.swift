import CardFormats
import Testing
import USBContract
import VirtualDevices

@Suite struct `A virtual stripe reader` {
    private let counter = VirtualCounter(timer: { try await Task.sleep(for: $0) })

    private func open() async throws -> any USBConnection {
        try counter.plug(.reader)
        let device = try #require(await counter.bus.devices().first)
        let connection = try await counter.bus.open(device)
        try await connection.claim(interface: 0)
        return connection
    }

    @Test func `describes itself as a MagTek reader with reports of 337 bytes`() async throws {
        let connection = try await open()
        let bytes = try #require(try await connection.reportDescriptor(interface: 0))
        let descriptor = try HIDReportDescriptor(bytes)
        #expect(connection.device.deviceID.description == "0801:0002")
        #expect(descriptor.byteCount(of: .input, id: 0) == 337)
        #expect(descriptor.byteCount(of: .feature, id: 0) == 24)
        #expect(try ReportDecoder(descriptor: descriptor).reader == .msr)
        await connection.close()
    }

    @Test func `sends a swipe as one transfer that the decoder understands`() async throws {
        let connection = try await open()
        var decoder = try ReportDecoder(descriptor: HIDReportDescriptor(try await reportDescriptor(of: connection)))
        var transfers = connection.reports(from: 0x81, length: 337).makeAsyncIterator()
        counter.reader.swipe([.one: "%M9001^DOE^?", .two: ";9001?"])
        let report = try #require(try await transfers.next()?.get())
        #expect(report.count == 337)
        guard case .msr(.ok(let card)) = decoder.receive(report).first else {
            Issue.record("not a card")
            return
        }
        #expect(card.number == "9001")
        await connection.close()
    }

    @Test func `throws away a swipe made before somebody claimed it`() async throws {
        try counter.plug(.reader)
        counter.reader.swipe(number: "9001")
        let connection = try await open()
        var transfers = connection.reports(from: 0x81, length: 337).makeAsyncIterator()
        counter.reader.tear(.two)
        let report = try #require(try await transfers.next()?.get())
        #expect(Array(report.prefix(7)) == [0, 1, 0, 0, 0, 0, 6])
        await connection.close()
    }

    @Test func `answers which interface it speaks and refuses a strange property`() async throws {
        let connection = try await open()
        try await connection.controlOut(.setReport(.feature, interface: 0), data: [0x00, 0x01, 0x10] + Array(repeating: 0, count: 21))
        let reply = try await connection.controlIn(.getReport(.feature, interface: 0, length: 24))
        #expect(Array(reply.prefix(3)) == [0x00, 0x01, 0x00])
        try await connection.controlOut(.setReport(.feature, interface: 0), data: [0x00, 0x01, 0x77] + Array(repeating: 0, count: 21))
        #expect(try await connection.controlIn(.getReport(.feature, interface: 0, length: 24)).first == 0x02)
        await connection.close()
    }

    private func reportDescriptor(of connection: any USBConnection) async throws -> [UInt8] {
        try #require(try await connection.reportDescriptor(interface: 0))
    }
}
