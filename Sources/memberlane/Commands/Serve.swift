import AccessControl
import ArgumentParser
import CardArtwork
import CardFormats
import Foundation
import Logging
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyService
import POSDrivers
import ProgramTables
import SQLiteStorage
import ServiceLifecycle
import TableReading
import UnixSignals

/// `memberlane serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Opens the till: the API, the pages and the devices.")

    @OptionGroup var table: ProgrammeOptions
    @OptionGroup var deviceOptions: DeviceOptions
    @Option(help: "The database file; made when there is none.")
    var database = "memberlane.sqlite"
    @OptionGroup var door: DoorOptions
    @Option(help: "A folder of the shop's own card faces, named PROGRAMME.TIER.svg and PROGRAMME.back.svg.")
    var faces: String?
    @Option(help: "The stripes of the shop's cards, where a writer is plugged in: high (black) or low (brown).")
    var stripe = StripeKind.high
    @Option(
        name: .customLong("odoo-origin"), help: "A page that may use this service as Odoo's hardware proxy, such as https://shop.example; repeatable.",
        transform: Self.origin)
    var odooOrigins: [WebOrigin] = []
    @Flag(help: "Plug virtual devices in below the drivers, and open a page for them.")
    var virtualDevices = false

    func run() async throws {
        let address = try door.address()
        let exposure = try door.exposure(of: address)
        let live = LiveProgramme(table: try TableText(table.programme), settings: try table.settings.map { try TableText($0) })
        let store = try SQLiteStore(path: database)
        let book = try await live.publish(on: store, at: .now())
        let key = try SealKeyFile.key(beside: database)
        let desk = Desk(store: store, book: book, codes: CodeSeal(key: key), serials: RandomSerials())
        let doorkeeper = Doorkeeper(store: store, key: key, rules: door.rules)
        let setUpCode = try await doorkeeper.isUnclaimed() ? Doorkeeper.drawSetUpCode() : nil
        let sheets = try deviceOptions.table()
        let (devices, note) = try await DeviceBus.chosen(virtual: virtualDevices, table: sheets)
        if let note { Complaint.write("note: " + note) }
        let manager = DeviceManager(
            bus: devices.bus, table: sheets, settings: deviceOptions.settings(ranges: book.current.numbers.ranges, isVirtual: devices.counter != nil),
            queues: deviceOptions.printQueues())
        await manager.start()
        let shelf = FaceShelf(folder: faces.map { URL(fileURLWithPath: $0, isDirectory: true) })
        let press = CardPress(renderer: try CardRenderer(), shelf: shelf, programme: book.current, devices: manager)
        try await press.warmUp()
        let bar = ProgressBar()
        let service = try LoyaltyService(
            desk: desk, devices: manager, press: press, stripes: StripeHand(devices: manager, coercivity: stripe.coercivity),
            slips: SlipPress(renderer: press.renderer, programme: book.current, devices: manager), tables: TableWorkshop(book: book, store: store),
            virtualCounter: devices.counter.map { CounterHands(counter: $0) }, odoo: odooOrigins.isEmpty ? nil : OdooProxy(origins: odooOrigins),
            doorkeeper: doorkeeper, setUpCode: setUpCode, listen: address, exposure: exposure,
            onListening: { [hasCounter = devices.counter != nil] in
                let root = (exposure.isSecure && !door.plainBehindProxy ? "https://" : "http://") + $0.description
                Self.announce(root, programme: book.current, hasCounter: hasCounter, setUpCode: setUpCode)
            },
            onCatchingUp: { seen, all in
                bar.show(seen, of: all)
                if seen >= all { bar.clear() }
            })
        let result = await Result { try await Self.group(service).run() }
        await manager.shutdown()
        try store.close()
        try result.get()
    }

    private static func group(_ service: LoyaltyService) -> ServiceGroup {
        var logger = Logger(label: "memberlane")
        logger.logLevel = .error
        return ServiceGroup(
            configuration: .init(
                services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    }

    private static func origin(_ text: String) throws -> WebOrigin {
        guard let origin = WebOrigin(text) else { throw ValidationError("“\(text)” is no origin: write scheme, host and port, such as https://shop.example") }
        return origin
    }

    /// Straight to the descriptor: whoever waits at the end of a pipe reads it at once.
    private static func announce(_ root: String, programme: Programme, hasCounter: Bool, setUpCode: String?) {
        var lines = [
            "\(programme.name.text(in: .english)) (\(programme.version)) is open:", "  till             \(root)/",
            "  card desk        \(root)/card-desk", "  benefit desk     \(root)/benefits", "  front desk       \(root)/front-desk",
            "  kiosk            \(root)/kiosk", "  owner's office   \(root)/owner",
        ]
        if hasCounter { lines.append("  virtual devices  \(root)/virtual") }
        lines.append("  staff            \(root)/staff")
        lines.append("  API              \(root)/openapi.yaml")
        if let setUpCode {
            lines += ["Nobody manages it yet. Open this address to choose your name and PIN:", "  set up           \(root)/set-up?code=\(setUpCode)"]
        }
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

/// The stripes of a shop's cards.
enum StripeKind: String, ExpressibleByArgument, CaseIterable {
    case high, low

    var coercivity: StripeCoercivity { self == .high ? .high : .low }
}
