import Foundation
import Testing
import USBConformance
import USBContract

/// The path of the product's program; nil where it has not been built.
private let memberlane = ProcessInfo.processInfo.environment["MEMBERLANE_PROGRAM"].flatMap { $0.isEmpty ? nil : $0 }

extension OneAtATime {
    /// The product itself on a real kernel, where its program is at hand.
    @Suite(.timeLimit(.minutes(2)), .enabled(if: memberlane != nil, "no memberlane program was given"))
    struct ProgramTests {
        @Test func `memberlane devices and doctor find every device ready, and give it back`() async throws {
            let shop = try await Shop()
            let devices = try await shop.plugAll()
            let listed = try await run("devices", "--json")
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
            #expect(rows.count == 3 && rows.allSatisfy { $0["verdict"] as? String == "ready" })
            #expect(Set(rows.compactMap { $0["port"] as? String }) == Set(devices.map(\.portPath)))
            let doctor = try await run("doctor")
            #expect(doctor.status == 0 && doctor.output.contains("All 3 devices can be used."), "\(doctor.output)")
            #expect(shop.drivers(of: devices) == ["usbhid", "usbhid", "usblp"])
            await shop.unplug(devices)
        }

        @Test func `what a killed service held has its driver back after the next start`() async throws {
            let shop = try await Shop()
            let devices = try await shop.plugAll()
            let folder = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let service = Process()
            service.executableURL = URL(filePath: try #require(memberlane))
            service.arguments = ["serve", "--programme", "km", "--database", folder.appending(path: "kernel.sqlite").path, "--listen", "127.0.0.1:0"]
            service.currentDirectoryURL = folder
            let claimed = devices.map(\.address)
            try service.run()
            while !claimed.allSatisfy({ shop.bench.driver(of: 0, of: $0) == "usbfs" }), service.isRunning { try await Task.sleep(for: .milliseconds(50)) }
            #expect(service.isRunning)
            kill(service.processIdentifier, SIGKILL)
            try await RealWorkbench.blocking { [service] in service.waitUntilExit() }
            #expect(shop.drivers(of: devices) == [nil, nil, nil])
            _ = try await run("doctor")
            #expect(shop.drivers(of: devices) == ["usbhid", "usbhid", "usblp"])
            await shop.unplug(devices)
        }

        private func run(_ arguments: String...) async throws -> (status: Int32, output: String) {
            let program = try #require(memberlane)
            return try await RealWorkbench.blocking {
                let process = Process()
                process.executableURL = URL(filePath: program)
                process.arguments = arguments
                let output = Pipe()
                process.standardOutput = output
                try process.run()
                let bytes = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
