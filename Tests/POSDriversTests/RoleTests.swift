import CardFormats
import PointOfService
import Testing
import USBContract
import VirtualDevices

@testable import POSDrivers

@Suite(.timeLimit(.minutes(1))) struct `Devices at their places` {
    private static func counter(_ roles: [DeviceIdentity.ID: DeviceRole]) -> Counter {
        var settings = DeviceSettings()
        settings.roles = roles
        return Counter(settings: settings)
    }

    @Test func `a reader bound by its socket says where it works, in every event`() async throws {
        let counter = Self.counter(["msr-0801-0002-port-1-1": .kiosk])
        var listener = await counter.start()
        try counter.virtual.plug(.reader)
        #expect(await listener.arrival()?.device.role == .kiosk)
        counter.virtual.reader.swipe(number: "9001")
        let event = await listener.next()
        #expect(event?.device.role == .kiosk)
        #expect(event?.device.works(at: .kiosk) == true && event?.device.works(at: .till) == false)
        await counter.manager.shutdown()
    }

    @Test func `the printer of a place goes before one that works everywhere, and another place's is never taken`() async throws {
        let own = VirtualPrinter(serialNumber: "P1")
        let other = VirtualPrinter(serialNumber: "P2")
        let desk = Self.counter(["printer-0416-5011-P1": .desk])
        var listener = await desk.start()
        try desk.virtual.bus.plug(other, port: 1)
        try desk.virtual.bus.plug(own, port: 2)
        for _ in 0..<2 { _ = await listener.arrival() }
        #expect(await desk.manager.printer(at: .desk)?.identity.id == "printer-0416-5011-P1")
        #expect(await desk.manager.printer(at: .till)?.identity.id == "printer-0416-5011-P2")
        await desk.manager.shutdown()
        let kiosk = Self.counter(["printer-0416-5011-P1": .kiosk])
        listener = await kiosk.start()
        try kiosk.virtual.bus.plug(own, port: 2)
        _ = await listener.arrival()
        #expect(await kiosk.manager.printer(at: .desk) == nil)
        await kiosk.manager.shutdown()
    }

    @Test func `what watching shows of a swipe is its last four digits`() {
        let reader = DeviceIdentity(id: "msr-1", kind: .stripeReader, model: "Reader")
        let swipe = WatchedEvent(DeviceEvent(number: 1, device: reader, happening: .card(.number(.swiped("9000123456785")))))
        #expect(swipe.line == "Reader (msr-1): swiped …6785" && swipe.event == "read")
        let torn = WatchedEvent(DeviceEvent(number: 2, device: reader, happening: .card(.refused(.paymentCard, .swiped))))
        #expect(torn.event == "not_read" && torn.hint != nil)
    }
}
