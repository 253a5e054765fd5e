import DeviceSheets
import PointOfService
import PrinterFormats
import Testing
import USBContract

@testable import POSDrivers

@Suite struct `A printer's name and interface` {
    @Test func `reads a printer's IEEE 1284 name whatever its length says`() {
        let text = Array("MFG:EPSON;CMD:ESC/POS,BDC;MDL:TM-T88V;".utf8)
        let name = IEEE1284ID(reply: [0xFF, 0xFF] + text)
        #expect(name.name == "EPSON TM-T88V")
        #expect(name.announcesESCPOS)
        #expect(!name.announcesOthersOnly)
        #expect(IEEE1284ID(reply: []).name == nil)
        #expect(IEEE1284ID(reply: [0, 1]).languages.isEmpty)
        #expect(IEEE1284ID("MANUFACTURER: Star ;MODEL:Star TSP143;COMMAND SET:STAR;").name == "Star TSP143")
        #expect(IEEE1284ID("CMD:STAR;").announcesOthersOnly)
        #expect(!IEEE1284ID("MDL:POS58;CLS:PRINTER;").announcesOthersOnly)
    }

    @Test(arguments: [("EPSON TM-T88V", 576), ("EPSON TM-T88IV", 512), ("TM-T88II receipt", 512), ("POS-58", 384), ("nothing known", 576)])
    func `chooses a printer's head by its name`(model: String, dots: Int) {
        #expect(PrinterProfile.named(model).headDots == dots)
        #expect(PrinterProfile.named(model).name == model)
    }

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
