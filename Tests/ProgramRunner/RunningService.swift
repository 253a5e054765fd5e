internal import Dispatch
internal import Foundation
internal import Glibc
internal import Synchronization

/// A `memberlane serve` that is up: callers can connect.
public final class RunningService: Sendable {
    /// The port it listens at, on 127.0.0.1.
    public let port: UInt16
    /// A manager's token, made by `memberlane access add`; the same for every service on a database.
    public let token: String
    private let process: Process
    private let ending: Ending
    /// Holds standard error, and goes with the service.
    private let folder: ScratchFolder

    /// Starts a service and waits until it says where it is open.
    ///
    /// `arguments` are those behind `serve`, without `--listen`: the system chooses the port.
    public init(_ arguments: [String]) async throws {
        if let fault = ProgramUnderTest.missing() { throw fault }
        folder = try ScratchFolder()
        process = Process()
        process.executableURL = ProgramUnderTest.executable
        process.arguments = ["serve", "--listen", "127.0.0.1:0"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = try ProgramUnderTest.file("complaint", in: folder)
        let output = Pipe()
        process.standardOutput = output
        ending = try Ending(of: process)
        let number = process.processIdentifier
        let announced = await Self.port(from: output.fileHandleForReading, of: number)
        guard let announced else {
            let status = await ending.status(within: ProgramUnderTest.patience)
            let complaint = String(decoding: try folder.bytes("complaint"), as: UTF8.self)
            throw TestFault("the service ended with \(status) before it was open: \(complaint)")
        }
        port = announced
        token = try await ServiceTokens.token(of: arguments)
    }

    deinit { if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) } }

    /// The client of a till beside it.
    public var client: LocalClient { LocalClient(port: port, token: token) }

    /// Ends the process where it stands, without a chance to tidy up. Safe to repeat.
    public func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

    /// Waits until the process is gone, and says how it ended; to be asked once.
    public func ended() async -> Int { await ending.status(within: ProgramUnderTest.patience) }

    /// Asks it to end, as the system does at shutdown, and says with which status it did.
    public func stop() async -> Int {
        Glibc.kill(process.processIdentifier, SIGTERM)
        return await ended()
    }

    /// Reads standard output until the port stands there, and drains the rest; nil when it ends before.
    private static func port(from output: FileHandle, of process: pid_t) async -> UInt16? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let watch = DispatchWorkItem { Glibc.kill(process, SIGKILL) }
                DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(ProgramUnderTest.patience), execute: watch)
                var text = ""
                var announced: UInt16?
                while true {
                    let data = output.availableData
                    if data.isEmpty { break }
                    text += String(decoding: data, as: UTF8.self)
                    guard announced == nil, let found = text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//) else { continue }
                    announced = UInt16(found.output.1)
                    watch.cancel()
                    continuation.resume(returning: announced)
                }
                watch.cancel()
                if announced == nil { continuation.resume(returning: nil) }
            }
        }
    }
}
