import ArgumentParser
import CardFormats
import POSDrivers
import PointOfService
import USBContract
import UnixSignals

/// `memberlane devices`.
struct Devices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the readers, scanners and printers that are plugged in, or watches them.", subcommands: [List.self, Watch.self, Mode.self],
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

    /// `memberlane devices mode`.
    struct Mode: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Switches a MagTek reader between HID reports and key strokes.")

        @Argument(help: "What the reader is to send: hid or keyboard.")
        var mode: ReaderMode
        @Option(help: "Which reader, by the id that memberlane devices prints; the only MagTek reader when there is one.")
        var device: String?

        func run() async throws {
            let bus = try await DeviceBus.real().bus
            let readers = await bus.devices().filter { $0.deviceID.vendor == MagTekModeSwitch.vendor }
            let wanted = readers.filter { device == nil || DeviceIdentity.id(of: $0, kind: .stripeReader) == device }
            guard let reader = wanted.first, wanted.count == 1 else {
                throw DeviceTrouble(
                    .unplugged, sentence: wanted.isEmpty ? "No such MagTek reader is plugged in." : "Several MagTek readers are plugged in.",
                    wayOut: "Name one that memberlane devices lists, with --device.")
            }
            let switched = try await MagTekModeSwitch(bus: bus).perform(mode.interface, on: reader)
            print("\(DeviceIdentity.id(of: switched, kind: .stripeReader)) sends \(mode == .hid ? "HID reports" : "key strokes")")
        }
    }
}

/// What a reader sends.
enum ReaderMode: String, ExpressibleByArgument, CaseIterable {
    case hid, keyboard

    var interface: MagTekInterface { self == .hid ? .hid : .keyboard }
}
