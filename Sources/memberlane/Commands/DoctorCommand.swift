import ArgumentParser
import DeviceSheets
import Foundation
import POSDrivers
import PointOfService
import USBTransport

/// `memberlane doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what is plugged in, what is wrong with it, and the command that repairs it.")

    @OptionGroup var devices: DeviceOptions
    @Flag(help: "Plug virtual devices in below the drivers, one of each family.")
    var virtualDevices = false
    @Flag(help: "Install the udev rules and let udev apply them, after asking; needs root.")
    var fix = false
    @Flag(help: "With --fix: do not ask.")
    var yes = false
    @Option(help: "Where udev reads rules.")
    var rulesFolder = "/etc/udev/rules.d"
    @Flag(help: "Print JSON.")
    var json = false

    /// What the doctor found, and how the rules stand.
    private struct Answer: Encodable {
        let report: DoctorReport
        let rules: RulesState
        let hearsOfChanges: Bool

        private enum Key: String, CodingKey {
            case rules
            case hearsOfChanges = "hears_of_changes"
        }

        func encode(to encoder: any Encoder) throws {
            try report.encode(to: encoder)
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(rules, forKey: .rules)
            try object.encode(hearsOfChanges, forKey: .hearsOfChanges)
        }
    }

    func run() async throws {
        let table = try devices.table()
        let installer = UdevInstaller(folder: rulesFolder, rules: UdevRules.text(for: table))
        if fix { try repair(installer) }
        let plugged = try await DeviceBus.listed(virtual: virtualDevices)
        let report = await Doctor(bus: plugged.bus, table: table, settings: devices.settings(), user: NSUserName()).examine()
        let rules = installer.state
        let deafness = virtualDevices ? nil : LibUSBBus.deafness
        if json {
            try JSONOutput.print(Answer(report: report, rules: rules, hearsOfChanges: deafness == nil))
        } else {
            write(report)
            if !virtualDevices { write(rules.sentence, rules == .current ? nil : "sudo memberlane doctor --fix") }
            if let deafness { write(deafness.sentence, deafness.wayOut) }
        }
        guard report.isHealthy else { throw ExitCode(1) }
    }

    private func repair(_ installer: UdevInstaller) throws {
        guard installer.state != .current else { return Complaint.write("note: \(RulesState.current.sentence)") }
        Complaint.write("This will:")
        for step in installer.plan { Complaint.write("  \(step)") }
        guard yes || isatty(STDIN_FILENO) == 1 else {
            throw ValidationError("--fix asks before it changes anything, and nobody can answer here; say --yes to go on.")
        }
        if !yes {
            FileHandle.standardError.write(Data("Go on? [y/N] ".utf8))
            guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else { throw CleanExit.message("Nothing was changed.") }
        }
        try installer.install()
    }

    private func write(_ sentence: String, _ hint: String?) {
        print(sentence)
        if let hint { print("hint: \(hint)") }
    }

    private func write(_ report: DoctorReport) {
        for finding in report.devices {
            print(finding.line)
            guard let trouble = finding.trouble else { continue }
            print("  hint: \(trouble.wayOut)")
            for command in trouble.commands { print("    \(command)") }
        }
        write(report.text, report.hint)
    }
}
