import Foundation
import Testing
import USBConformance
import USBContract

extension OneAtATime {
    /// Who may have a device, and who has it.
    @Suite(.timeLimit(.minutes(2)))
    struct HandOverTests {
        @Test func `our udev rules give a reader to the group and keep it awake, and a receipt printer to the group`() async throws {
            let bench = try await RealWorkbench()
            for model in [TestDevice.reader(), TestDevice.printer()] {
                let device = try await bench.arrive(model)
                let node = try FileManager.default.attributesOfItem(atPath: device.address.nodePath)
                #expect(node[.posixPermissions] as? Int == 0o660)
                #expect(node[.groupOwnerAccountName] as? String == "memberlane-io")
                if device.interfaces[0].alternates[0].interfaceClass == .humanInterface {
                    let control = try String(contentsOfFile: "/sys/bus/usb/devices/\(device.portPath)/power/control", encoding: .utf8)
                    #expect(control == "on\n")
                }
                await bench.leave(device)
            }
        }

        @Test func `a reader that is in no udev rule may not be opened, and the error says how to be let in`() async throws {
            let bench = try await RealWorkbench()
            let device = try await bench.arrive(TestDevice.reader(id: USBDeviceID(vendor: 0x1209, product: 0x0001)))
            let error = await #expect(throws: USBError.self) { _ = try await bench.bus.open(device) }
            #expect(error?.kind == .accessDenied && error?.recoverySuggestion?.hasPrefix("Install udev/60-memberlane.rules") == true)
            await bench.leave(device)
        }

        @Test func `the program that holds a device is named with its process`() async throws {
            let bench = try await RealWorkbench()
            let device = try await bench.arrive(TestDevice.reader())
            let holder = try await RealWorkbench.blocking { try Holder(0, of: device.address) }
            let connection = try await bench.bus.open(device)
            let error = await #expect(throws: USBError.self) { try await connection.claim(interface: 0) }
            #expect(error?.kind == .busy && error?.holder == holder.name)
            try await RealWorkbench.blocking { try holder.letGo() }
            await connection.close()
            await bench.leave(device)
        }
    }
}
