import Foundation

/// Finds out which program has a device open, as far as this user may look.
enum DeviceHolder {
    /// `cupsd (process 812)`; nil when nobody else is found to have the file at `path` open.
    ///
    /// Other users' files show to root only: `/proc/812/fd` belongs to whoever runs process 812.
    static func name(of path: String) -> String? {
        let files = FileManager.default
        let own = String(ProcessInfo.processInfo.processIdentifier)
        for process in (try? files.contentsOfDirectory(atPath: "/proc")) ?? [] where process != own && process.allSatisfy(\.isNumber) {
            let descriptors = (try? files.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? []
            let isHolder = descriptors.contains {
                (try? files.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)")) == path
            }
            if isHolder { return "\(command(of: process)) (process \(process))" }
        }
        return nil
    }

    private static func command(of process: String) -> String {
        let name = FileManager.default.contents(atPath: "/proc/\(process)/comm").map { String(decoding: $0, as: UTF8.self) } ?? ""
        let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? "a program" : trimmed
    }
}
