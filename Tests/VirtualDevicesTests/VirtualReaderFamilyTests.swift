import CardFormats
import Testing
import USBContract
import VirtualDevices

@Suite struct `The virtual families` {
    private let bus = VirtualBus(timer: { try await Task.sleep(for: $0) })

    private func descriptor(of function: any USBFunction) async throws -> (device: USBDeviceInfo, descriptor: HIDReportDescriptor) {
        let device = try bus.plug(function)
        let connection = try await bus.open(device)
        try await connection.claim(interface: 0)
        let bytes = try #require(try await connection.reportDescriptor(interface: 0))
        await connection.close()
        return (device, try HIDReportDescriptor(bytes))
    }

    @Test(arguments: [
        (VirtualMagneSafeReader() as any USBFunction, "0801:0011", 856, 8), (VirtualMagneSafeReader(isEncrypting: true), "0801:0011", 856, 8),
        (VirtualIDTechReader(), "0acd:2010", 509, 64), (VirtualIDTechReader(.framed), "0acd:2010", 509, 64), (VirtualStandardReader(), "1209:0001", 230, 64),
        (VirtualStripeReader(), "0801:0002", 337, 8),
    ])
    func `card readers have their family's ids, report and packet sizes, and describe themselves as card readers`(
        function: any USBFunction, id: String, report: Int, packet: Int
    ) async throws {
        let (device, descriptor) = try await descriptor(of: function)
        #expect(device.deviceID.description == id)
        #expect(device.interfaces.first?.alternates.first?.endpoints.map(\.maxPacketSize) == [packet])
        #expect(descriptor.reportIDs(of: .input).compactMap { descriptor.byteCount(of: .input, id: $0) } == [report])
        #expect(try ReportDecoder(descriptor: descriptor).reader == .msr)
    }

    @Test(arguments: VirtualHIDPOSScanner.Model.allCases)
    func `scanners describe their data, and a trigger report`(model: VirtualHIDPOSScanner.Model) async throws {
        let (device, descriptor) = try await descriptor(of: VirtualHIDPOSScanner(model))
        #expect(device.deviceID.description == (model == .honeywell ? "0c2e:1007" : "1eab:0110"))
        #expect(try ReportDecoder(descriptor: descriptor).reader == .scanner)
        #expect(descriptor.byteCount(of: .input, id: 2) == (model == .honeywell ? 64 : 62))
        #expect(ScannerTrigger(descriptor)?.canPreventRead == true)
        #expect((descriptor.byteCount(of: .feature, id: 0xFE) == 2) == (model == .honeywell))
    }

    @Test(arguments: VirtualKeyboard.Model.allCases)
    func `all that types is a boot keyboard with reports of eight bytes, whoever it is`(model: VirtualKeyboard.Model) async throws {
        let (device, descriptor) = try await descriptor(of: VirtualKeyboard(model))
        let setting = try #require(device.interfaces.first?.alternates.first)
        #expect(setting.interfaceSubclass == 1 && setting.interfaceProtocol == 1 && setting.endpoints.map(\.maxPacketSize) == [8])
        #expect(descriptor.byteCount(of: .input, id: 0) == 8 && descriptor.applications == [HIDUsage(0x01, 0x06)])
        #expect((descriptor.byteCount(of: .feature, id: 0) == 24) == (model == .stripeReader))
    }

    @Test func `the writer has the insert reader's ids, and reports of a writer`() async throws {
        let (device, descriptor) = try await descriptor(of: VirtualStripeWriter())
        #expect(device.deviceID.description == "0801:0003")
        #expect(MSR605Packet.outgoingReport(of: descriptor) == .feature)
    }

    @Test func `the serial scanner has two interfaces and keeps silent without DTR`() async throws {
        let scanner = VirtualSerialScanner()
        let device = try bus.plug(scanner)
        #expect(device.deviceID.description == "05e0:1701")
        #expect(device.interfaces.compactMap(\.alternates.first).map(\.interfaceClass) == [.communications, .communicationsData])
        let connection = try await bus.open(device)
        try await connection.claim(interface: 0)
        try await connection.claim(interface: 1)
        scanner.scan("9001")
        try await connection.controlOut(USBSetup(.out, .class, .interface, request: 0x22, value: 1))
        scanner.scan("9002")
        #expect(try await connection.read(from: 0x81, length: 64) == Array("9002\r".utf8))
        await connection.close()
    }

    @Test func `the sleeper wakes up by feature report FE alone and sleeps again without power`() async throws {
        let scanner = VirtualHIDPOSScanner(.honeywell)
        let device = try bus.plug(scanner)
        let connection = try await bus.open(device)
        try await connection.claim(interface: 0)
        scanner.scan("9001")
        try await connection.controlOut(.setReport(.feature, id: 0xFE, interface: 0), data: [0xFE, 1])
        scanner.scan("9002")
        let report = try await connection.read(from: 0x81, length: 64)
        #expect(Array(report[5..<9]) == Array("9002".utf8))
        await connection.close()
        bus.unplug(device.address)
        let again = try bus.plug(scanner)
        let second = try await bus.open(again)
        try await second.claim(interface: 0)
        scanner.scan("9003")
        try await second.controlOut(.setReport(.feature, id: 0xFE, interface: 0), data: [0xFE, 1])
        scanner.scan("9004")
        #expect(Array(try await second.read(from: 0x81, length: 64)[5..<9]) == Array("9004".utf8))
        await second.close()
    }
}
