import Testing
import USBContract

struct USBDescriptorTests {
    private let reader = USBAlternateSetting(
        interfaceClass: .humanInterface, interfaceSubclass: 1, interfaceProtocol: 1,
        endpoints: [USBEndpoint(address: 0x81, transferType: .interrupt, maxPacketSize: 8, interval: 10)],
        classDescriptors: [9, 0x21, 0x11, 0x01, 0, 1, 0x22, 0x51, 0x01])

    @Test func `a configuration reads back as it was written`() {
        let printer = USBAlternateSetting(
            number: 1, interfaceClass: .printer, interfaceSubclass: 1, interfaceProtocol: 2,
            endpoints: [
                USBEndpoint(address: 0x01, transferType: .bulk, maxPacketSize: 512), USBEndpoint(address: 0x82, transferType: .bulk, maxPacketSize: 64),
            ])
        var oneWay = printer
        oneWay.number = 0
        oneWay.endpoints.removeLast()
        let configuration = USBConfiguration(
            value: 2, interfaces: [USBInterface(number: 0, alternates: [reader]), USBInterface(number: 3, alternates: [oneWay, printer])],
            attributes: 0xC0, maxPower: 250)
        #expect(USBConfiguration(bytes: configuration.bytes) == configuration)
    }

    @Test func `the configuration of a boot keyboard is read byte for byte`() throws {
        let bytes: [UInt8] = [
            9, 2, 34, 0, 1, 1, 0, 0xA0, 50, 9, 4, 0, 0, 1, 3, 1, 1, 0, 9, 0x21, 0x11, 0x01, 0, 1, 0x22, 0x51, 0x01, 7, 5, 0x81, 3, 8, 0, 10,
        ]
        let configuration = try #require(USBConfiguration(bytes: bytes))
        #expect(configuration.interfaces == [USBInterface(number: 0, alternates: [reader])])
        #expect(configuration.attributes == 0xA0)
        #expect(configuration.interfaces.first?.alternates.first?.reportDescriptorLength == 0x151)
    }

    @Test func `a configuration cut at any byte reads without what is missing`() {
        let bytes = USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [reader])]).bytes
        let counts = (0...bytes.count).map { USBConfiguration(bytes: Array(bytes.prefix($0)))?.interfaces.count }
        #expect(counts.prefix(9).allSatisfy { $0 == nil })
        #expect(counts[9..<18].allSatisfy { $0 == 0 } && counts[18...].allSatisfy { $0 == 1 })
    }

    @Test(arguments: [[], [0], [9, 2], [0, 2, 0], [255, 2, 1, 1, 1, 1, 1, 1, 1], [18, 1] + [UInt8](repeating: 0, count: 16)] as [[UInt8]])
    func `bytes that are no configuration are none`(bytes: [UInt8]) {
        #expect(USBConfiguration(bytes: bytes) == nil)
    }

    @Test func `a device descriptor reads back as it was written`() {
        let descriptor = USBDeviceDescriptor(
            id: USBDeviceID(vendor: 0x0801, product: 0x0002), usbVersion: 0x0110, deviceClass: .vendorSpecific, deviceSubclass: 3, deviceProtocol: 4,
            controlPacketSize: 8, release: 0x0305, manufacturerString: 1, productString: 2, serialNumberString: 3, configurationCount: 1)
        #expect(descriptor.bytes.count == 18)
        #expect(USBDeviceDescriptor(bytes: descriptor.bytes) == descriptor)
        #expect(USBDeviceDescriptor(bytes: Array(descriptor.bytes.dropLast())) == nil)
    }

    @Test func `a string descriptor holds its text in UTF-16`() {
        #expect(USBFunctionDescriptors.string("کارت") == [10, 3, 0xA9, 0x06, 0x27, 0x06, 0x31, 0x06, 0x2A, 0x06])
        #expect(USBFunctionDescriptors.text(USBFunctionDescriptors.string("کارت 1")) == "کارت 1")
        #expect(USBFunctionDescriptors.string(String(repeating: "x", count: 300)).count == 254)
        #expect(USBFunctionDescriptors.text([10, 3, 0x41]) == nil)
        #expect(USBFunctionDescriptors.text([3, 3, 0x41]) == "")
    }

    @Test func `a setup packet reads back as it was written`() {
        let setup = USBSetup.getReport(.feature, id: 7, interface: 2, length: 0x0118)
        #expect(setup.bytes == [0xA1, 0x01, 0x07, 0x03, 0x02, 0x00, 0x18, 0x01])
        #expect(USBSetup(bytes: setup.bytes) == setup)
        #expect(USBSetup(bytes: Array(setup.bytes.dropLast())) == nil)
        #expect(setup.direction == .in && setup.kind == .class && setup.recipient == .interface)
    }

    @Test func `the printer's identity is asked of the interface in the high byte`() {
        #expect(USBSetup.getDeviceID(interface: 2, alternate: 1).interface == 2)
        #expect(USBSetup.getPortStatus(interface: 2).interface == 2)
        #expect(USBSetup.softReset(interface: 2, recipient: .other).interface == nil)
    }
}
