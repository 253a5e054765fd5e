import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `What an earlier run has left` {
    @Test func `has its kernel driver again, on interfaces too that are not used`() async throws {
        let counter = Counter()
        let reader = VirtualStripeReader().descriptors
        var configuration = try #require(USBConfiguration(bytes: reader.configurations[0]))
        let keys = USBEndpoint(address: 0x82, transferType: .interrupt, maxPacketSize: 8, interval: 10)
        configuration.interfaces.append(
            USBInterface(
                number: 1,
                alternates: [USBAlternateSetting(interfaceClass: .humanInterface, interfaceSubclass: 1, interfaceProtocol: 1, endpoints: [keys])]))
        let both = USBFunctionDescriptors(
            device: reader.device, configurations: [configuration.bytes], strings: reader.strings, reports: reader.reports)
        let bus = counter.virtual.bus
        let device = try bus.plug(DescriptorsOnly(both), conditions: .init(kernelDrivers: [0: "usbhid", 1: "usbhid"]))
        bus.orphan(0, of: device.address)
        bus.orphan(1, of: device.address)
        var listener = await counter.start()
        _ = await listener.arrival()
        while bus.driver(of: 1, of: device.address) == nil { await Task.yield() }
        #expect(bus.driver(of: 0, of: device.address) == "usbfs")
        await counter.manager.shutdown()
        #expect(bus.driver(of: 0, of: device.address) == "usbhid" && bus.driver(of: 1, of: device.address) == "usbhid")
    }
}
