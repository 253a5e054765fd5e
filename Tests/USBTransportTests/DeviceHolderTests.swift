import Foundation
import Testing

@testable import USBTransport

struct DeviceHolderTests {
    @Test func `the program that has a file open is named with its process`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "held-\(UUID())").resolvingSymlinksInPath()
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(DeviceHolder.name(of: file.path) == nil)
        let holder = Process()
        holder.executableURL = URL(filePath: "/bin/cat")
        let pipe = Pipe()
        holder.standardInput = pipe
        holder.standardError = try FileHandle(forWritingTo: file)
        try holder.run()
        #expect(DeviceHolder.name(of: file.path) == "cat (process \(holder.processIdentifier))")
        try pipe.fileHandleForWriting.close()
        holder.waitUntilExit()
        #expect(DeviceHolder.name(of: file.path) == nil)
    }
}
