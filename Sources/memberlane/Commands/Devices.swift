import ArgumentParser
import POSDrivers
import PointOfService
import UnixSignals

/// `memberlane devices`.
struct Devices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the readers, scanners and printers that are plugged in, or watches them.", subcommands: [List.self, Watch.self],
        defaultSubcommand: List.self)

    /// `memberlane devices`, `memberlane devices list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the readers, scanners and printers that are plugged in.")

        @OptionGroup var devices: DeviceOptions
        @Flag(help: "Plug virtual devices in below the drivers, one of each family.")
        var virtualDevices = false
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let table = try devices.table()
            let plugged = try await DeviceBus.listed(virtual: virtualDevices)
            let report = await Doctor(bus: plugged.bus, table: table, settings: devices.settings()).examine()
            let ours = report.devices.filter { $0.verdict != .notSupported }
            if json { return try JSONOutput.print(ours) }
            if ours.isEmpty { print("no supported device is plugged in; memberlane doctor says more") }
            for finding in ours {
                print(finding.line + (finding.id.map { "\n  id \($0)" } ?? "") + (finding.role.map { ", works at the \($0.rawValue)" } ?? ""))
            }
        }
    }

    /// `memberlane devices watch`.
    struct Watch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows swipes, scans and printers' states as they come, numbers masked, until Ctrl-C.")

        @OptionGroup var devices: DeviceOptions
        @Flag(help: "Plug virtual devices in below the drivers, one of each family.")
        var virtualDevices = false
        @Flag(help: "Print JSON, one object a line.")
        var json = false
        @Option(help: "End after so many events.")
        var count: Int?

        func validate() throws {
            if let count, count < 1 { throw ValidationError("--count takes a number from 1 on.") }
        }

        func run() async throws {
            let table = try devices.table()
            let plugged = try await DeviceBus.listed(virtual: virtualDevices)
            let manager = DeviceManager(bus: plugged.bus, table: table, settings: devices.settings(isVirtual: virtualDevices))
            let events = await manager.events()
            await manager.start()
            let interruption = Task {
                for await _ in await UnixSignalsSequence(trapping: [.sigint, .sigterm]) { return await manager.shutdown() }
            }
            defer { interruption.cancel() }
            var left = count ?? .max
            for await event in events where left > 0 {
                let seen = WatchedEvent(event)
                if json { try JSONOutput.line(seen) } else { JSONOutput.write(seen.line) }
                left -= 1
                if left == 0 { break }
            }
            await manager.shutdown()
        }
    }
}
