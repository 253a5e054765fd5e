import DeviceSheets
import PointOfService
import PrinterFormats
import Testing
import USBContract

@testable import POSDrivers

@Suite struct `A printer's interface` {
    @Test func `prefers the two-way setting of a printer and finds endpoints by direction`() throws {
        func setting(_ number: UInt8, _ proto: UInt8, _ endpoints: [USBEndpointAddress]) -> USBAlternateSetting {
            USBAlternateSetting(
                number: number, interfaceClass: .printer, interfaceSubclass: 1, interfaceProtocol: proto,
                endpoints: endpoints.map { USBEndpoint(address: $0, transferType: .bulk, maxPacketSize: 64) })
        }
        let alternates = [setting(0, 1, [0x03]), setting(1, 2, [0x84, 0x03]), setting(2, 4, [0x05, 0x86])]
        let descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: 0x1234, product: 1), configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: alternates)]))
        let device = try #require(descriptors.info(address: USBAddress(bus: 1, address: 1), ports: [1]))
        let interface = try #require(PrinterInterface.of(device))
        #expect(interface.alternate == 1)
        #expect(interface.output.address == 0x03)
        #expect(interface.input?.address == 0x84)
        #expect(shipped.rows(for: device).map(\.match) == [.printerClass])
    }
}
