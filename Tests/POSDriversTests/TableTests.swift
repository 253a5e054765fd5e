import Foundation
import PointOfService
import PrinterFormats
import Testing
import USBContract

@testable import POSDrivers

@Suite struct `The device table` {
    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) throws -> String { try String(contentsOf: Self.top.appending(path: path), encoding: .utf8) }

    @Test func `makes the udev rules that are shipped`() throws {
        #expect(try text(UdevRules.path) == UdevRules.text(for: .supported))
    }

    @Test func `grants rights before seats are made and only to devices it drives`() {
        let rules = UdevRules.text(for: .supported).split(separator: "\n")
        let grants = rules.filter { $0.contains("TAG+=\"uaccess\"") }
        #expect(UdevRules.path.split(separator: "/").last ?? "" < "73-seat-late.rules")
        #expect(!rules.contains { $0.contains("0001\"") && $0.contains("0801") })
        #expect(!UdevRules.text(for: .supported).contains("0666"))
        #expect(grants.filter { !$0.contains("GROUP=\"memberlane-io\", MODE=\"0660\"") } == ["ENV{ID_USB_INTERFACES}==\"*:0701??:*\", TAG+=\"uaccess\""])
        #expect(grants.filter { $0.contains("0801") }.allSatisfy { $0.contains("ATTR{power/control}=\"on\"") && $0.contains("ID_MM_DEVICE_IGNORE") })
    }

    @Test(arguments: Set(DeviceTable.supported.rows.map(\.sheet)).sorted())
    func `agrees with the data sheet about products and whether they are driven`(sheet: String) throws {
        let rows = DeviceTable.supported.rows.filter { $0.sheet == sheet }
        let expected = rows.compactMap { row -> String? in
            guard case .product(let id) = row.match else { return nil }
            return "\(id) \(row.isDriven ? "driven" : "not driven") \(row.kind.rawValue)"
        }
        let lines = try text(sheet).split(separator: "\n")
        let kind = try #require(lines.first { $0.hasPrefix("kind: ") }).dropFirst(6)
        let stated = lines.compactMap { line -> String? in
            guard let match = line.firstMatch(of: #/id: "([0-9a-f]{4}:[0-9a-f]{4})".*mode: (driven|not driven)/#) else { return nil }
            return "\(match.1) \(match.2) \(kind)"
        }
        #expect(stated.sorted() == expected.sorted())
        let vendors = rows.compactMap { if case .vendor(let vendor) = $0.match { USBDeviceID(vendor: vendor, product: 0).description.prefix(4) } else { nil } }
        let statedVendors = lines.compactMap { $0.firstMatch(of: #/\{ vendor: "([0-9a-f]{4})"/#)?.1 }
        #expect(statedVendors.sorted() == vendors.sorted())
    }

    @Test func `has one row for a product and a source for each`() {
        let matches = DeviceTable.supported.rows.map(\.match)
        #expect(Set(matches).count == matches.count)
        #expect(DeviceTable.supported.rows.allSatisfy { !$0.source.isEmpty })
    }

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
        #expect(DeviceTable.supported.row(for: device)?.match == .printerClass)
    }
}
