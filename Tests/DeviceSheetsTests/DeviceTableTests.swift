import CardFormats
import DeviceSheets
import Foundation
import PointOfService
import PrinterFormats
import TableReading
import Testing
import USBContract

@Suite struct `The device table` {
    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private let table: DeviceTable

    init() throws { table = try DeviceTable.shipped() }

    private func text(_ path: String) throws -> String { try String(contentsOf: Self.top.appending(path: path), encoding: .utf8) }

    /// A device with one interface of a class.
    private func device(
        _ vendor: UInt16, _ product: UInt16, _ interfaceClass: USBClass, subclass: UInt8 = 0, proto: UInt8 = 0
    ) throws -> USBDeviceInfo {
        let endpoints = [
            USBEndpoint(address: 0x01, transferType: .bulk, maxPacketSize: 64), USBEndpoint(address: 0x82, transferType: .interrupt, maxPacketSize: 8),
        ]
        let setting = USBAlternateSetting(
            number: 0, interfaceClass: interfaceClass, interfaceSubclass: subclass, interfaceProtocol: proto, endpoints: endpoints)
        let descriptors = USBFunctionDescriptors(
            id: USBDeviceID(vendor: vendor, product: product),
            configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]))
        return try #require(descriptors.info(address: USBAddress(bus: 1, address: 1), ports: [1]))
    }

    @Test func `holds every sheet of the folder`() throws {
        let folder = try FileManager.default.contentsOfDirectory(atPath: Self.top.appending(path: "hardware").path).filter { $0.hasSuffix(".yaml") }
        let families = try folder.filter { try text("hardware/\($0)").contains("\nfamily: ") }
        #expect(table.sheets.map(\.path).sorted() == families.map { "hardware/\($0)" }.sorted())
        #expect(table.sheets.count >= 12)
    }

    @Test func `makes the udev rules that are shipped`() throws {
        if ProcessInfo.processInfo.environment["MEMBERLANE_WRITE_PAGES"] != nil {
            try UdevRules.text(for: table).write(to: Self.top.appending(path: UdevRules.path), atomically: false, encoding: .utf8)
        }
        #expect(try text(UdevRules.path) == UdevRules.text(for: table), "make pages")
    }

    @Test func `makes the README's tables of devices`() throws {
        let begin = "<!-- devices: made from the sheets by make pages -->\n"
        let end = "<!-- end of devices -->"
        let readme = try text("README.md")
        let from = try #require(readme.firstRange(of: begin)).upperBound
        let to = try #require(readme.firstRange(of: end)).lowerBound
        if ProcessInfo.processInfo.environment["MEMBERLANE_WRITE_PAGES"] != nil {
            let new = readme.replacingCharacters(in: from..<to, with: table.page)
            try new.write(to: Self.top.appending(path: "README.md"), atomically: false, encoding: .utf8)
            return #expect(new.contains(table.page))
        }
        #expect(String(readme[from..<to]) == table.page, "make pages")
    }

    @Test func `grants rights before seats are made and only to devices it drives`() {
        let rules = UdevRules.text(for: table).split(separator: "\n")
        let grants = rules.filter { $0.contains("TAG+=\"uaccess\"") }
        #expect(UdevRules.path.split(separator: "/").last ?? "" < "73-seat-late.rules")
        #expect(UdevRules.path.split(separator: "/").last == UdevRules.installedPath.split(separator: "/").last)
        #expect(grants.count == table.rows.filter { $0.driver.interfaceClass != nil }.count)
        #expect(!rules.contains { $0.contains("\"1900\"") && $0.contains("05e0") })
        #expect(!UdevRules.text(for: table).contains("0666"))
        #expect(grants.filter { !$0.contains("GROUP=\"memberlane-io\", MODE=\"0660\"") } == ["ENV{ID_USB_INTERFACES}==\"*:0701??:*\", TAG+=\"uaccess\""])
        #expect(grants.filter { $0.contains("0801") }.allSatisfy { $0.contains("ATTR{power/control}=\"on\"") && $0.contains("ID_MM_DEVICE_IGNORE") })
    }

    @Test func `names every device once for each driver, with a source`() {
        let keys = table.rows.map { "\($0.match) \($0.driver)" }
        #expect(Set(keys).count == keys.count)
        #expect(table.rows.allSatisfy { !$0.source.isEmpty && !$0.model.isEmpty })
    }

    @Test func `says of every family what is known, and that nothing was tried on hardware`() {
        for sheet in table.sheets where sheet.rows.contains(where: \.isDriven) {
            #expect(!sheet.can.isEmpty && !sheet.cannot.isEmpty, "\(sheet.path)")
            #expect(sheet.facts.contains { $0.name == "tried on hardware" && $0.value == nil }, "\(sheet.path)")
        }
    }

    @Test func `knows a product before its maker, and a maker before the class`() throws {
        #expect(table.rows(for: try device(0x05E0, 0x2100, .humanInterface)).map(\.model) == ["Zebra scanner"])
        #expect(table.rows(for: try device(0x05E0, 0x2101, .humanInterface)).first?.match == .maker(0x05E0))
        #expect(table.rows(for: try device(0x1234, 0x0001, .printer, subclass: 1, proto: 2)).map(\.match) == [.printerClass])
        #expect(table.rows(for: try device(0x0A5F, 0x0009, .printer, subclass: 1, proto: 2)).map(\.driver) == [.printer(.epl)])
    }

    @Test func `gives both candidates for a number that a reader and a writer share`() throws {
        #expect(table.rows(for: try device(0x0801, 0x0003, .humanInterface)).map(\.driver) == [.hid(.none), .msr605x])
    }

    @Test(arguments: [(0x1234, 0x0001), (0x046D, 0xC31C)] as [(UInt16, UInt16)])
    func `never knows a keyboard that stands in no sheet`(vendor: UInt16, product: UInt16) throws {
        #expect(table.rows(for: try device(vendor, product, .humanInterface, subclass: 1, proto: 1)).isEmpty)
    }

    @Test func `takes keyboards by product alone, never by maker`() {
        for row in table.rows where row.driver.word == "keyboard" { #expect(row.match != .printerClass && "\(row.match)".contains("product"), "\(row.model)") }
    }

    @Test func `gives every mode that is not driven its reason and a way out`() throws {
        let snapi = try #require(table.rows(for: try device(0x05E0, 0x1900, .vendorSpecific)).first)
        guard case .none(let reason, let wayOut) = snapi.driver else { return #expect(Bool(false), "SNAPI is not driven") }
        #expect(reason.contains("SNAPI") && wayOut.contains("HID-POS"))
        #expect(!snapi.isDriven)
    }

    @Test func `takes an owner's own sheet, which goes before the shipped ones`() throws {
        let own = TableText(
            name: "own.yaml",
            text: """
                family: a scanner from the corner shop
                kind: scanner
                driver: keyboard
                devices:
                  - { id: "1234:0001", model: "corner scanner", source: "its underside" }
                """)
        let table = try DeviceTable.shipped(with: [own])
        #expect(table.rows(for: try device(0x1234, 0x0001, .humanInterface, subclass: 1, proto: 1)).map(\.driver) == [.keyboard()])
    }
}
