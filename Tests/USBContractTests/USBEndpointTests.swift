import Testing
import USBContract

struct USBEndpointTests {
    @Test(arguments: [(337, 8, 344), (64, 64, 64), (1, 8, 8), (0, 8, 8), (-5, 8, 8), (10, 0, 10), (.max, 8, .max)])
    func `room for a report is whole packets`(length: Int, packet: Int, room: Int) {
        #expect(USBEndpoint.wholePackets(of: packet, for: length) == room)
    }

    @Test func `an endpoint's address tells number and direction`() {
        let addresses: [USBEndpointAddress] = [0x81, 0x02, 0x8F]
        #expect(addresses.map(\.number) == [1, 2, 15])
        #expect(addresses.map(\.direction) == [.in, .out, .in])
        #expect(addresses.map(\.description) == ["IN 1", "OUT 2", "IN 15"])
    }

    @Test func `a device is named as lsusb and Linux name it`() {
        let address = USBAddress(bus: 1, address: 42)
        #expect("\(USBDeviceID(vendor: 0x04B8, product: 0x0E15))" == "04b8:0e15" && "\(address)" == "001:042")
        #expect(address.nodePath == "/dev/bus/usb/001/042")
        var device = USBDeviceInfo(
            address: address, ports: [2, 3], speed: .full, descriptor: USBDeviceDescriptor(id: USBDeviceID(vendor: 1, product: 2)),
            configurations: [], activeConfigurationValue: nil)
        #expect(device.portPath == "1-2.3" && device.description == "USB device (0001:0002 at 001:042)" && device.interfaces.isEmpty)
        device.ports = []
        #expect(device.portPath == "usb1")
    }
}
