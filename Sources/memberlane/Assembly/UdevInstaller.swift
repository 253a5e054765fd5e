import DeviceSheets
import Foundation

/// Puts the udev rules in force: writes the file, makes the service's group, and lets udev apply the rules to what is plugged in.
struct UdevInstaller {
    /// Where udev reads rules.
    let folder: String
    /// The whole file.
    let rules: String

    private var path: String { "\(folder)/\(UdevRules.path.split(separator: "/").last ?? "")" }

    /// What is in force now.
    var state: RulesState {
        guard let installed = try? String(contentsOfFile: path, encoding: .utf8) else { return .missing }
        return installed == rules ? .current : .outdated
    }

    /// What `install` will do, one thing a line.
    var plan: [String] { ["write \(path)"] + commands.map { $0.joined(separator: " ") } }

    private var commands: [[String]] {
        [["groupadd", "--system", "--force", UdevRules.group], ["udevadm", "control", "--reload"], ["udevadm", "trigger", "--subsystem-match=usb"]]
    }

    func install() throws {
        try InputFile.write(Array(rules.utf8), to: path)
        for command in commands { try run(command) }
    }

    private func run(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        do { try process.run() } catch { throw InstallFault(command: command, why: (error as NSError).localizedDescription) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw InstallFault(command: command, why: "exit status \(process.terminationStatus)") }
    }
}

/// How the installed rules stand to those of this program.
enum RulesState: String, Encodable {
    case missing, outdated, current

    /// For people, in English.
    var sentence: String {
        switch self {
        case .missing: "The udev rules are not installed: only root may open most devices."
        case .outdated: "The installed udev rules are those of another version or of other sheets."
        case .current: "The udev rules are installed."
        }
    }
}

/// A step that failed.
struct InstallFault: LocalizedError {
    let command: [String]
    let why: String

    var errorDescription: String? { "\(command.joined(separator: " ")) failed: \(why)" }
    var recoverySuggestion: String? { "The rules are written; run that command as root, or restart the computer." }
}
