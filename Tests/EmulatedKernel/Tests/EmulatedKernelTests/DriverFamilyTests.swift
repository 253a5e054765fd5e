import CardFormats
import DeviceSheets
import EmulatedKernel
import POSDrivers
import PointOfService
import PrinterFormats
import Testing
import USBContract
import VirtualDevices

extension LibUSBTests {
    /// Readers and printers of each family, as their drivers meet them: on libusb as it is.
    @Suite struct `Each family on libusb` {
        /// A device with what a hand does with it, and the number that is read then.
        struct Reader: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let make: @Sendable () -> (any USBFunction, @Sendable () -> Void)
        }

        static let number = "9000123456785"

        static let readers: [Reader] = [
            Reader(testDescription: "MagTek SureSwipe") {
                let device = VirtualStripeReader()
                return (device, { device.swipe(number: number) })
            },
            Reader(testDescription: "MagTek MagneSafe") {
                let device = VirtualMagneSafeReader()
                return (device, { device.swipe([.two: ";\(number)?"]) })
            },
            Reader(testDescription: "ID TECH, 509 bytes") {
                let device = VirtualIDTechReader(.structured)
                return (device, { device.swipe([.two: ";\(number)?"]) })
            },
            Reader(testDescription: "MagTek in keyboard mode") {
                let device = VirtualKeyboard(.stripeReader)
                return (device, { device.type(";\(number)?") })
            },
            Reader(testDescription: "Zebra HID-POS") {
                let device = VirtualScanner()
                return (device, { device.scan(number) })
            },
            Reader(testDescription: "Honeywell HID-POS, silent until it is woken") {
                let device = VirtualHIDPOSScanner(.honeywell)
                return (device, { device.scan(number) })
            },
            Reader(testDescription: "Zebra in keyboard mode") {
                let device = VirtualKeyboard(.scanner)
                return (device, { device.type(number) })
            },
            Reader(testDescription: "Zebra in serial mode") {
                let device = VirtualSerialScanner()
                return (device, { device.scan(number) })
            },
        ]

        private func manager(_ bench: EmulatedWorkbench) throws -> DeviceManager {
            DeviceManager(bus: bench.bus, table: try .shipped())
        }

        @Test(arguments: readers)
        func `is claimed, read and given back`(reader: Reader) async throws {
            let bench = try await EmulatedWorkbench(.whole)
            let manager = try manager(bench)
            let events = await manager.events()
            await manager.start()
            let (device, act) = reader.make()
            let address = try bench.plug(device, port: bench.freePort(), kernelDrivers: [0: "usbhid"], mayOpen: true)
            var read: String?
            loop: for await event in events {
                switch event.happening {
                case .arrived: act()
                case .card(.number(let card)):
                    read = card.text
                    break loop
                case .card(let other):
                    Issue.record("\(other)")
                    break loop
                case .trouble(let trouble):
                    Issue.record("\(trouble.sentence)")
                    break loop
                case .left, .printer: break
                }
            }
            #expect(read == Self.number)
            await manager.shutdown()
            #expect(bench.driver(of: 0, of: address) == "usbhid")
            bench.unplug(address)
        }

        @Test(arguments: VirtualPrinterModel.all.map(\.product))
        func `prints a picture dot for dot`(product: String) async throws {
            let model = try #require(VirtualPrinterModel.all.first { $0.product == product })
            let bench = try await EmulatedWorkbench(.whole)
            let manager = try manager(bench)
            let events = await manager.events()
            await manager.start()
            let printer = VirtualPrinter(model)
            let address = try bench.plug(printer, port: bench.freePort(), kernelDrivers: [0: "usblp"], mayOpen: true)
            for await event in events {
                if case .arrived = event.happening { break }
            }
            let driver = try #require(await manager.printer(at: .desk))
            var picture = Bitmap(width: 203, height: 97)
            for row in 0..<97 where row % 3 == 0 { picture.fill(DotRectangle(x: row, y: row, width: 40, height: 1)) }
            _ = try await driver.print(picture)
            let sheet = try #require(printer.takeSheets().first)
            #expect(sheet.inkCount == picture.inkCount)
            await manager.shutdown()
            #expect(bench.driver(of: 0, of: address) == "usblp")
            bench.unplug(address)
        }
    }
}
