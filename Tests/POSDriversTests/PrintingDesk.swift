import PointOfService
import PrinterFormats
import Testing
import USBContract
import VirtualDevices

@testable import POSDrivers

/// A virtual printer of some kind and its driver, without a manager.
final class PrintingDesk: Sendable {
    let time = ManualTime()
    let device: VirtualPrinter
    let limits = PrinterLimits()
    private let bus: VirtualBus

    init(_ model: VirtualPrinterModel) {
        device = VirtualPrinter(model)
        let time = self.time
        bus = VirtualBus(timer: { try await time.sleep($0) })
    }

    /// Plugs the printer in and claims it.
    func connect() async throws -> (any USBConnection, PrinterInterface) {
        let connection = try await bus.open(bus.plug(device))
        let interface = try #require(PrinterInterface.of(connection.device))
        try await connection.claim(interface: interface.number, alternate: interface.alternate)
        return (connection, interface)
    }

    /// A driver at work on the printer. Polling takes no time, all else takes as long as the test lets it.
    func open(leftover: PrinterLeftover = .none, sheet: PrinterLanguage? = nil) async throws -> USBPrinterDriver {
        let (connection, interface) = try await connect()
        let found = try #require(await interface.recognise(on: connection, sheet: sheet, limits: limits))
        let (manual, poll) = (time.device, limits.poll)
        let hurried = DeviceTime(now: manual.now, sleep: { if $0 > poll { try await manual.sleep($0) } })
        let driver = USBPrinterDriver(
            identity: DeviceIdentity(id: "printer-test", kind: .printer, model: "test"), profile: found.profile(of: connection.device),
            connection: connection, interface: interface, leftover: leftover, time: hurried, limits: limits)
        await driver.start()
        return driver
    }

    /// Pulls the cable.
    func unplug() async { for device in await bus.devices() { bus.unplug(device.address) } }

    /// What a test may have the printer do.
    enum Vice: Sendable { case takesNothing, saysNothing }

    /// How a job ends with a printer that has a vice, which takes the time of those who wait for it.
    func outcome(of picture: Bitmap, on driver: USBPrinterDriver, whenPrinter vice: Vice) async -> Result<PrintOutcome, PrintFailure> {
        let job = Task { await Self.print(picture, on: driver) }
        let writes = [limits.write, limits.question]
        let clock = Task { [time] in
            while !Task.isCancelled { await time.passNext { writes.contains($0) == (vice == .takesNothing) } }
        }
        defer { clock.cancel() }
        return await job.value
    }

    /// How a job ends with a printer that does its part, in no time.
    static func print(_ picture: Bitmap, on driver: USBPrinterDriver) async -> Result<PrintOutcome, PrintFailure> {
        do throws(PrintFailure) { return .success(try await driver.print(picture)) } catch { return .failure(error) }
    }

    /// Whether a sheet shows the picture in its top left corner, and nothing else.
    func shows(_ sheet: Bitmap, _ picture: Bitmap) -> Bool {
        var expected = Bitmap(width: sheet.width, height: sheet.height)
        expected.draw(picture, x: 0, y: 0)
        return sheet.height >= picture.height && sheet == expected
    }

    /// A picture of several bands that has dots everywhere.
    static let picture = striped(width: 432, height: 300)

    /// A card, turned or not, as it fits the head.
    func card() -> Bitmap { Self.striped(width: 685, height: 432).fitted(toHead: device.model.headDots).bitmap }

    private static func striped(width: Int, height: Int) -> Bitmap {
        var picture = Bitmap(width: width, height: height)
        for y in 0..<height { picture.fill(DotRectangle(x: y % 41, y: y, width: width / 3 + y % 29, height: 1)) }
        for y in 0..<height where y % 3 == 0 { picture.fill(DotRectangle(x: width - 90 + y % 17, y: y, width: 60, height: 1)) }
        return picture
    }
}
