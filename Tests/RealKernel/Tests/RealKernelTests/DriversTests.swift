import DeviceSheets
import POSDrivers
import PointOfService
import PrinterFormats
import Testing
import USBConformance
import USBContract
import VirtualDevices

extension OneAtATime {
    /// The product's own drivers on a real kernel.
    @Suite(.timeLimit(.minutes(2)))
    struct DriversTests {
        private static let picture: Bitmap = {
            var picture = Bitmap(width: 432, height: 400)
            picture.fill(DotRectangle(x: 10, y: 20, width: 200, height: 300))
            return picture
        }()

        @Test func `a swipe is told, a slip is printed, and every device is given back`() async throws {
            let shop = try await Shop()
            let devices = try await shop.plugAll()
            let manager = DeviceManager(bus: shop.bench.bus, table: try .shipped())
            let events = await manager.events()
            await manager.start()
            for _ in devices { _ = await events.first { if case .arrived(let report) = $0 { report } else { nil } } }
            #expect(shop.drivers(of: devices) == ["usbfs", "usbfs", "usbfs"])
            shop.reader.swipe(number: "9001")
            #expect(await events.first { if case .card(let card) = $0 { card } else { nil } } == .number(.swiped("9001")))
            let printer = try #require(await manager.printer(at: .desk))
            #expect(try await printer.print(Self.picture) == .confirmed)
            #expect(shop.printer.sheets.map(\.inkCount) == [Self.picture.inkCount])
            await manager.shutdown()
            #expect(shop.drivers(of: devices) == ["usbhid", "usbhid", "usblp"])
            await shop.unplug(devices)
        }

        @Test func `a printer that is pulled out in mid-print fails the job, and the next job prints on it when it is back`() async throws {
            let shop = try await Shop()
            let device = try await shop.bench.arrive(shop.printer)
            let manager = DeviceManager(bus: shop.bench.bus, table: try .shipped())
            let events = await manager.events()
            await manager.start()
            _ = await events.first { if case .arrived(let report) = $0 { report } else { nil } }
            let printer = try #require(await manager.printer(at: .desk))
            shop.printer.faults.stopsTakingDataAfter = shop.printer.receivedBytes + 4096
            let job = Task { () async throws -> PrintOutcome in try await printer.print(Self.picture) }
            while shop.printer.refusedPackets == 0 { try await Task.sleep(for: .milliseconds(10)) }
            await shop.bench.leave(device)
            await #expect(throws: PrintFailure.self) { try await job.value }
            shop.printer.faults.stopsTakingDataAfter = nil
            let again = try await shop.bench.arrive(shop.printer)
            _ = await events.first { if case .arrived(let report) = $0 { report } else { nil } }
            let next = try #require(await manager.printer(at: .desk))
            #expect(try await next.print(Self.picture) == .confirmed)
            await manager.shutdown()
            await shop.bench.leave(again)
        }
    }

    /// The user of an active seat, whom udev gives devices by name.
    @Suite(.timeLimit(.minutes(2)))
    struct SeatTests {
        @Test func `the user of the seat swipes and prints without any group`() async throws {
            let shop = try await Shop()
            let devices = try await shop.plugAll()
            let manager = DeviceManager(bus: shop.bench.bus, table: try .shipped())
            let events = await manager.events()
            await manager.start()
            for _ in devices { _ = await events.first { if case .arrived(let report) = $0 { report } else { nil } } }
            shop.reader.swipe(number: "9001")
            #expect(await events.first { if case .card(let card) = $0 { card } else { nil } } == .number(.swiped("9001")))
            await manager.shutdown()
            await shop.unplug(devices)
        }
    }
}
