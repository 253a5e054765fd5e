import ProgramRunner
import Testing

@Suite("memberlane devices and doctor")
struct DeviceCommandTests {
    @Test func `virtual devices are listed with port, identity and verdict`() async throws {
        let outcome = try await ProgramUnderTest.run("devices", "--virtual-devices", "--json")
        #expect(outcome.status == 0)
        let devices = try outcome.json.elements
        #expect(devices.allSatisfy { $0.verdict == "ready" }, "\(outcome.output)")
        let sheets = Set(devices.compactMap(\.sheet.string))
        #expect(
            sheets
                == Set(
                    ["magtek", "idtech", "msr605x", "hid-pos", "keyboard-scanners", "serial-scanners", "escpos", "star", "zebra-label", "tsc-label"]
                        .map { "hardware/\($0).yaml" }))
        let text = try await ProgramUnderTest.run("devices", "--virtual-devices")
        #expect(text.status == 0)
        for device in devices {
            let line = "\(device.port.string ?? "?")  \(device.usb.string ?? "?")  \(device.name.string ?? "?"): ready"
            #expect(text.output.contains(line))
        }
    }

    @Test func `the doctor finds virtual devices well`() async throws {
        let outcome = try await ProgramUnderTest.run("doctor", "--virtual-devices")
        #expect(outcome.status == 0 && outcome.complaint.isEmpty)
        let answer = try await ProgramUnderTest.run("doctor", "--virtual-devices", "--json")
        #expect(answer.status == 0)
        #expect(try answer.json.devices.elements.count == 19)
        let verdict = try #require(try answer.json.text.string)
        #expect(outcome.output.contains(verdict))
    }

    @Test func `on this computer's own devices the doctor either finds all well or says what to do`() async throws {
        let outcome = try await ProgramUnderTest.run("doctor", "--json")
        let answer = try outcome.json
        let ours = answer.devices.elements.filter { $0.verdict != "not_supported" }
        let isWell = !ours.isEmpty && ours.allSatisfy { $0.verdict == "ready" }
        #expect(outcome.status == (isWell ? 0 : 1), "\(outcome)")
        #expect(answer.text.string?.isEmpty == false)
        if ours.isEmpty { #expect(answer.hint.string?.isEmpty == false) }
        let text = try await ProgramUnderTest.run("doctor")
        #expect(text.status == outcome.status && text.output.contains(answer.text.string ?? "?"))
        if let hint = answer.hint.string { #expect(text.output.contains("hint: \(hint)")) }
    }

    @Test func `on this computer's own devices the list says where to learn more when it is empty`() async throws {
        let outcome = try await ProgramUnderTest.run("devices", "--json")
        #expect(outcome.status == 0)
        let text = try await ProgramUnderTest.run("devices")
        #expect(text.status == 0 && !text.output.isEmpty)
        if try outcome.json.elements.isEmpty { #expect(text.output.contains("memberlane doctor")) }
    }
}
