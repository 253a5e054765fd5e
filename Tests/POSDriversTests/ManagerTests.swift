import LoyaltyModel
import POSDrivers
import PointOfService
import PrinterFormats
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `The device manager` {
    private let counter = Counter()

    private func keyboard(_ id: USBDeviceID) -> USBFunctionDescriptors {
        let input = USBEndpoint(address: 0x81, transferType: .interrupt, maxPacketSize: 8, interval: 10)
        let setting = USBAlternateSetting(interfaceClass: .humanInterface, interfaceSubclass: 1, interfaceProtocol: 1, endpoints: [input])
        return USBFunctionDescriptors(
            id: id, configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]),
            reports: [0: [0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0xC0]], product: "Keyboard")
    }

    @Test func `gives everything back when it is shut down`() async throws {
        var listener = await counter.start()
        try counter.virtual.plugTill()
        for _ in 0..<3 { _ = await listener.arrival() }
        for device in VirtualCounter.Device.ofTill { #expect(counter.virtual.driver(of: device) == "usbfs") }
        await counter.manager.shutdown()
        #expect(counter.virtual.driver(of: .reader) == "usbhid")
        #expect(counter.virtual.driver(of: .scanner) == "usbhid")
        #expect(counter.virtual.driver(of: .printer) == "usblp")
        #expect(await listener.rest().suffix(3).map(\.happening) == [.left, .left, .left])
        #expect(await counter.manager.devices().isEmpty)
        await counter.manager.shutdown()
    }

    @Test func `tells everybody everything once, and late comers what is there`() async throws {
        var first = await counter.start()
        var second = Listener(await counter.manager.events())
        try counter.virtual.plug(.reader)
        let arrival = try #require(await first.next())
        counter.virtual.reader.swipe(number: "9001")
        let card = try #require(await first.next())
        #expect(await second.next() == arrival)
        #expect(await second.next() == card)
        var late = Listener(await counter.manager.events())
        counter.virtual.reader.swipe(number: "9002")
        #expect(await late.next() == arrival)
        #expect(await late.next()?.happening == .card(.number(.swiped("9002"))))
        #expect(await first.next()?.number == card.number + 1)
        await counter.manager.shutdown()
    }

    @Test func `tells late comers how a printer and a device in trouble stand`() async throws {
        var listener = await counter.start()
        try counter.virtual.plug(.printer)
        _ = await listener.arrival()
        counter.virtual.printer.conditions = PrinterState([.coverOpen])
        _ = await listener.printer { $0.conditions?.coverOpen == true }
        try counter.virtual.bus.plug(DescriptorsOnly(keyboard(USBDeviceID(vendor: 0x05E0, product: 0x1900))))
        let trouble = try #require(await listener.trouble())
        var late = Listener(await counter.manager.events())
        #expect(await late.arrival()?.device.kind == .printer)
        #expect(await late.next()?.happening == .printer(PrinterReport(state: .idle, conditions: PrinterState([.coverOpen]))))
        #expect(await late.next()?.happening == .trouble(trouble))
        await counter.manager.shutdown()
    }

    @Test func `waits for rights that come late, and tells how to get them when they do not come`() async throws {
        var listener = await counter.start()
        let address = try counter.virtual.bus.plug(VirtualStripeReader(), conditions: VirtualBus.Conditions(mayOpen: false)).address
        for pause in [50, 100, 200, 400] { await counter.time.pass(.milliseconds(pause)) }
        let trouble = try #require(await listener.trouble())
        #expect(trouble.code == .accessDenied)
        #expect(trouble.kind == .fault)
        #expect(trouble.commands.last == "sudo memberlane doctor --fix")
        #expect(await counter.manager.devices().map(\.state) == [.error])
        counter.virtual.bus.setMayOpen(true, address)
        await counter.time.pass(DeviceSettings().retryPause)
        #expect(await listener.arrival()?.state == .idle)
        #expect(await counter.manager.devices().map(\.trouble) == [nil])
        await counter.manager.shutdown()
    }

    @Test func `names the program that holds a device and takes the device when it is free`() async throws {
        let reader = VirtualStripeReader()
        let address = try counter.virtual.bus.plug(reader).address
        counter.virtual.bus.hold(0, of: address, by: "cupsd")
        var listener = await counter.start()
        for pause in [50, 100, 200, 400] { await counter.time.pass(.milliseconds(pause)) }
        let trouble = try #require(await listener.trouble())
        #expect(trouble.code == .inUse)
        #expect(trouble.sentence.hasSuffix("is in use by cupsd."))
        counter.virtual.bus.hold(0, of: address, by: nil)
        await counter.time.pass(DeviceSettings().retryPause)
        #expect(await listener.arrival() != nil)
        await counter.manager.shutdown()
    }

    @Test func `never takes a keyboard away from who types on it`() async throws {
        var listener = await counter.start()
        let usbhid = VirtualBus.Conditions(kernelDrivers: [0: "usbhid"])
        let strange = try counter.virtual.bus.plug(
            DescriptorsOnly(keyboard(USBDeviceID(vendor: 0x046D, product: 0xC31C))), port: 1, conditions: usbhid
        ).address
        let scanner = try counter.virtual.bus.plug(
            DescriptorsOnly(keyboard(USBDeviceID(vendor: 0x05F9, product: 0x2202))), port: 2, conditions: usbhid
        ).address
        let trouble = try #require(await listener.trouble())
        #expect(trouble.code == .wrongMode)
        #expect(trouble.sentence == "Keyboard (05f9:2202 at 001:002) is in keyboard mode.")
        #expect(counter.virtual.bus.driver(of: 0, of: strange) == "usbhid")
        #expect(counter.virtual.bus.driver(of: 0, of: scanner) == "usbhid")
        #expect(await counter.manager.devices().map(\.usb) == ["05f9:2202"])
        await counter.manager.shutdown()
    }

    @Test func `tells the way out of a mode that is not driven`() async throws {
        var listener = await counter.start()
        try counter.virtual.bus.plug(DescriptorsOnly(keyboard(USBDeviceID(vendor: 0x05E0, product: 0x1900))))
        let trouble = try #require(await listener.trouble())
        #expect(trouble.sentence == "Zebra scanner in SNAPI mode (05e0:1900) is not driven: SNAPI is Zebra's own and closed.")
        #expect(trouble.wayOut.hasPrefix("Scan the label for “HID-POS”"))
        await counter.manager.shutdown()
    }
}

/// A device that says what it is and does nothing.
final class DescriptorsOnly: USBFunction {
    let descriptors: USBFunctionDescriptors

    init(_ descriptors: USBFunctionDescriptors) { self.descriptors = descriptors }

    func plugged(doorbell: @escaping USBDoorbell) {}
    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply { .stall }
    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply { .nak }
    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .nak }
    func notice(_ event: USBHostEvent) {}
}
