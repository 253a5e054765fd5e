import Dispatch
import Foundation

/// Runs programs of the operating system, in plain English (`LC_ALL=C`) and without a shell.
public struct ProgramRunner: Sendable {
    /// How a program ended, and what it said.
    public struct Outcome: Sendable, Hashable {
        /// Its exit status; that of a signal when it was ended.
        public let status: Int32
        /// Its standard output.
        public let output: String
        /// Its standard error.
        public let complaint: String

        /// An outcome.
        public init(status: Int32, output: String, complaint: String) {
            self.status = status
            self.output = output
            self.complaint = complaint
        }
    }

    /// Where programs are looked for, in order.
    private let folders: [String]
    private let time: DeviceTime
    private let limit: Duration

    /// A runner. A program that takes longer than `limit` is ended.
    public init(folders: [String] = ["/usr/bin", "/bin", "/usr/local/bin"], time: DeviceTime = .system, limit: Duration = .seconds(20)) {
        self.folders = folders
        self.time = time
        self.limit = limit
    }

    /// Runs a program to its end; nil when it is not installed or cannot be started.
    public func run(_ program: String, _ arguments: [String]) async -> Outcome? {
        let paths = folders.map { "\($0)/\(program)" }
        guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        let (output, complaint) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = complaint
        guard (try? process.run()) != nil else { return nil }
        let identifier = process.processIdentifier
        let alarm = Task { [time, limit] in
            try await time.sleep(limit)
            kill(identifier, SIGKILL)
        }
        async let said = Self.text(of: output)
        async let complained = Self.text(of: complaint)
        let texts = await (said, complained)
        process.waitUntilExit()
        alarm.cancel()
        return Outcome(status: process.terminationStatus, output: texts.0, complaint: texts.1)
    }

    /// Everything a program writes, read on a thread that may wait.
    private static func text(of pipe: Pipe) async -> String {
        let handle = pipe.fileHandleForReading
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let data = (try? handle.readToEnd()) ?? nil
                continuation.resume(returning: String(decoding: data ?? Data(), as: UTF8.self))
            }
        }
    }
}
