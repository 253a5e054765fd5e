import Foundation
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `The doctor` {
    private let time = ManualTime()
    private let counter: VirtualCounter

    init() {
        let time = self.time
        counter = VirtualCounter(timer: { try await time.sleep($0) })
    }

    private func examine(user: String? = nil) async -> DoctorReport {
        await Doctor(bus: counter.bus, table: shipped, user: user, time: time.device).examine()
    }

    @Test func `says that nothing is plugged in`() async {
        let report = await examine()
        #expect(report.text == "No USB device is plugged in.")
        #expect(report.hint?.contains("/dev/bus/usb") == true)
        #expect(!report.isHealthy)
    }

    @Test func `finds every device ready and leaves it as it was`() async throws {
        try counter.plugTill()
        let report = await examine()
        #expect(report.text == "All 3 devices can be used.")
        #expect(report.isHealthy)
        #expect(report.devices.map(\.verdict) == [.ready, .ready, .ready])
        #expect(report.devices[0].line == "1-1  0801:0002  Mag-Tek USB Swipe Reader (MagTek SureSwipe): ready")
        #expect(report.devices.map(\.sheet) == ["hardware/magtek.yaml", "hardware/hid-pos.yaml", "hardware/escpos.yaml"])
        #expect(counter.driver(of: .reader) == "usbhid")
        #expect(counter.driver(of: .printer) == "usblp")
        #expect(counter.printer.receivedBytes == 0)
    }

    @Test func `gives the commands that grant missing rights`() async throws {
        try counter.bus.plug(VirtualStripeReader(), conditions: VirtualBus.Conditions(mayOpen: false))
        let examination = Task { await examine(user: "till") }
        for pause in [50, 100, 200, 400] { await time.pass(.milliseconds(pause)) }
        let report = await examination.value
        let trouble = try #require(report.devices.first?.trouble)
        #expect(report.text == "1 of 1 devices cannot be used.")
        #expect(trouble.code == .accessDenied)
        #expect(
            trouble.commands == [
                "sudo memberlane doctor --fix",
                "sudo usermod --append --groups memberlane-io,lp till",
            ])
    }

    @Test func `names what is not ours and what is missing`() async throws {
        let setting = USBAlternateSetting(interfaceClass: USBClass(rawValue: 0x08), endpoints: [])
        let stick = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x0781, product: 0x5567),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), product: "Memory stick")
        try counter.bus.plug(DescriptorsOnly(stick))
        let report = await examine()
        #expect(report.devices.map(\.line) == ["1-1  0781:5567  Memory stick: not a device MemberLane drives"])
        #expect(report.text == "No card reader, scanner or receipt printer is plugged in.")
    }

    @Test func `writes itself as JSON`() async throws {
        try counter.plug(.scanner)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(await examine()), as: UTF8.self)
        #expect(
            json == """
                {"devices":[{"driver":"hid","id":"scanner-05e0-2100-S20070001","kind":"scanner","name":"Symbol Technologies, Inc, 2008 Symbol Bar Code Scanner (Zebra scanner)","port":"1-2",\
                "sheet":"hardware/hid-pos.yaml","usb":"05e0:2100","verdict":"ready"}],"text":"The device can be used."}
                """)
    }
}
