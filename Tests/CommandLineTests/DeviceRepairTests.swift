import Foundation
import ProgramRunner
import Testing

@Suite("memberlane doctor --fix, devices watch, and owners' own words")
struct DeviceRepairTests {
    private let folder: ScratchFolder
    /// Programs of the same names as the system's that only write down how they were called.
    private let environment: [String: String]

    init() throws {
        folder = try ScratchFolder()
        for name in ["groupadd", "udevadm"] {
            let path = try folder.write("#!/bin/sh\necho \(name) \"$@\" >> \(folder.path("calls"))\n", to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        environment = ["PATH": folder.url.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")]
    }

    private func fix(_ arguments: String...) async throws -> Outcome {
        try await ProgramUnderTest.run(["doctor", "--virtual-devices", "--fix", "--rules-folder", folder.url.path] + arguments, environment: environment)
    }

    @Test func `says what it will do and changes nothing when nobody can answer`() async throws {
        let outcome = try await fix()
        #expect(outcome.status == 2)
        #expect(outcome.complaint.contains("write \(folder.path("60-memberlane.rules"))"))
        #expect(outcome.complaint.contains("udevadm control --reload") && outcome.complaint.contains("--yes"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("60-memberlane.rules")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("calls")))
    }

    @Test func `installs the rules once and finds them in force after that`() async throws {
        let before = try await ProgramUnderTest.run("doctor", "--virtual-devices", "--rules-folder", folder.url.path, "--json")
        #expect(try before.json.rules == "missing")
        let outcome = try await fix("--yes")
        #expect(outcome.status == 0, "\(outcome)")
        let rules = String(decoding: try folder.bytes("60-memberlane.rules"), as: UTF8.self)
        #expect(rules.contains("ATTR{idVendor}==\"0801\"") && rules.contains("memberlane-io"))
        let calls = String(decoding: try folder.bytes("calls"), as: UTF8.self)
        #expect(calls == "groupadd --system --force memberlane-io\nudevadm control --reload\nudevadm trigger --subsystem-match=usb\n")
        let again = try await fix("--yes", "--json")
        #expect(try again.json.rules == "current")
        #expect(String(decoding: try folder.bytes("calls"), as: UTF8.self) == calls)
        _ = try folder.write(rules + "# another version\n", to: "60-memberlane.rules")
        let changed = try await ProgramUnderTest.run("doctor", "--virtual-devices", "--rules-folder", folder.url.path, "--json")
        #expect(try changed.json.rules == "outdated")
    }

    @Test func `tells which step failed and the way out`() async throws {
        _ = try folder.write("#!/bin/sh\nexit 4\n", to: "udevadm")
        let outcome = try await fix("--yes")
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("error: udevadm control --reload failed: exit status 4\nhint: "))
    }

    @Test func `watching shows what is plugged in, one object a line`() async throws {
        let outcome = try await ProgramUnderTest.run(
            "devices", "watch", "--virtual-devices", "--json", "--count", "19", "--role", "desk=scanner-05e0-2100-S20070001")
        #expect(outcome.status == 0, "\(outcome)")
        let lines = try outcome.jsonLines
        #expect(lines.count == 19)
        #expect(lines.contains { $0.event == "arrived" && $0.device == "scanner-05e0-2100-S20070001" && $0.text == "ready at the desk" })
    }

    @Test func `lists the id by which a device is bound to a place, and the place`() async throws {
        let outcome = try await ProgramUnderTest.run("devices", "--virtual-devices", "--json", "--role", "kiosk=msr-0801-0002-port-1-1")
        let reader = try #require(try outcome.json.elements.first { $0.id == "msr-0801-0002-port-1-1" })
        #expect(reader.role == "kiosk" && reader.driver == "hid" && reader.sheet == "hardware/magtek.yaml")
    }

    @Test func `a faulty sheet is told with its place`() async throws {
        let sheet = try folder.write("family: x\nkind: scanner\ndriver: hod\n", to: "own.yaml")
        let outcome = try await ProgramUnderTest.run("devices", "--virtual-devices", "--device-sheet", sheet)
        #expect(outcome.status == 1 && outcome.complaint.contains("own.yaml:3:9: malformed value in driver: “hod”"), "\(outcome)")
    }
}
