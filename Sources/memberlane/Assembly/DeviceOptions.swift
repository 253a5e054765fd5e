import ArgumentParser
import CardArtwork
import CardFormats
import DeviceSheets
import POSDrivers
import PointOfService
import TableReading

/// What the owner says of the devices, on the command line.
struct DeviceOptions: ParsableArguments {
    @Option(name: .customLong("device-sheet"), help: "A sheet of your own for a device that stands in none; it goes before the shipped ones. May be repeated.")
    var sheets: [String] = []
    @Option(
        name: .customLong("role"),
        help: ArgumentHelp("Where a device works: till, desk or kiosk, by the id that memberlane devices prints. May be repeated.", valueName: "role=id"))
    var roles: [RoleBinding] = []

    @Option(name: .customLong("queue"), help: "A CUPS queue to print cards on, for plastic-card printers. May be repeated.")
    var queues: [String] = []

    /// The shipped sheets and the owner's.
    func table() throws -> DeviceTable {
        try DeviceTable.shipped(with: try sheets.map { try TableText(name: $0, bytes: try InputFile.bytes($0)) })
    }

    /// A virtual device has nothing to say from before it was claimed, and no hand draws a card through it twice: all it says counts.
    func settings(ranges: CardRanges = .none, isVirtual: Bool = false) -> DeviceSettings {
        var settings = DeviceSettings(ranges: ranges)
        settings.readers = isVirtual ? ReaderSettings(repeats: .zero, settling: .zero) : .shop
        settings.roles = Dictionary(roles.map { ($0.device, $0.role) }, uniquingKeysWith: { $1 })
        return settings
    }

    func printQueues() -> [CUPSPrinter] { queues.map { CUPSPrinter(queue: $0) { try PNGImage.encode($0) } } }
}

/// `desk=scanner-05e0-2100-S2007`.
struct RoleBinding: ExpressibleByArgument {
    let role: DeviceRole
    let device: DeviceIdentity.ID

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let role = DeviceRole(rawValue: String(parts[0])) else { return nil }
        self.role = role
        device = String(parts[1])
    }
}
