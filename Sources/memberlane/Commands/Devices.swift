import ArgumentParser
import Foundation
import POSDrivers
import PointOfService
import USBContract

/// `memberlane devices`.
struct Devices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the readers, scanners and printers that are plugged in.")

    @Flag(help: "Plug virtual devices in below the drivers.")
    var virtualDevices = false
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let (devices, _) = try await DeviceBus.chosen(virtual: virtualDevices, fallback: false)
        let report = await Doctor(bus: devices.bus).examine()
        let ours = report.devices.filter { $0.verdict != .notSupported }
        if json { return try JSONOutput.print(ours) }
        if ours.isEmpty { print("no supported device is plugged in; memberlane doctor says more") }
        for finding in ours { print(finding.line) }
    }
}

/// `memberlane doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what is plugged in, what is wrong with it, and the command that repairs it.")

    @Flag(help: "Plug virtual devices in below the drivers.")
    var virtualDevices = false
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let (devices, _) = try await DeviceBus.chosen(virtual: virtualDevices, fallback: false)
        let report = await Doctor(bus: devices.bus, user: NSUserName()).examine()
        if json { try JSONOutput.print(report) } else { write(report) }
        guard report.isHealthy else { throw ExitCode(1) }
    }

    private func write(_ report: DoctorReport) {
        for finding in report.devices {
            print(finding.line)
            guard let trouble = finding.trouble else { continue }
            print("  hint: \(trouble.wayOut)")
            for command in trouble.commands { print("    \(command)") }
        }
        print(report.text)
        if let hint = report.hint { print("hint: \(hint)") }
    }
}
