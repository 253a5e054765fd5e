import Foundation
import USBContract

/// Another program that has claimed an interface.
final class Holder: Sendable {
    private let process: Process
    private let input: Pipe

    /// Starts the program and waits until it says that it holds the interface.
    init(_ interface: UInt8, of address: USBAddress) throws {
        guard let program = ProcessInfo.processInfo.environment["MEMBERLANE_HOLDER"] else { throw CocoaError(.fileNoSuchFile) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [address.bus, address.address, interface].map(String.init)
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.process = process
        self.input = input
        guard output.fileHandleForReading.availableData == Data("held\n".utf8) else { throw CocoaError(.executableLoad) }
    }

    /// How errors name it.
    var name: String { "holder (process \(process.processIdentifier))" }

    /// Lets it give the interface back and end.
    func letGo() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Kills it.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
