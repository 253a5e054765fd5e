import Testing
import USBConformance
import USBContract

struct VirtualBusTests {
    private static let workbench = VirtualWorkbench()

    @Test(.timeLimit(.minutes(1)), arguments: USBRule.all(denyingAccess: true))
    func `the bus in process keeps the rules of every bus`(rule: USBRule) async throws {
        try await rule.check(Self.workbench)
    }

    @Test func `who holds a busy interface is named with the way out`() async throws {
        let bus = VirtualBus { _ in }
        let device = try bus.plug(StillDevice())
        bus.hold(0, of: device.address, by: "cupsd")
        let connection = try await bus.open(device)
        let error = await #expect(throws: USBError.self) { try await connection.claim(interface: 0) }
        #expect(error?.errorDescription == "Still Device (1209:0001 at 001:001) is in use by cupsd.")
        #expect(error?.recoverySuggestion?.hasPrefix("Stop cupsd") == true)
    }

    @Test func `at most 127 devices find an address`() throws {
        let bus = VirtualBus { _ in }
        for _ in 1...127 { try bus.plug(StillDevice()) }
        #expect(throws: USBError(.unsupported, device: "The emulated device")) { try bus.plug(StillDevice()) }
    }

    @Test func `a bus that goes ends its streams`() async {
        var bus: VirtualBus? = VirtualBus { _ in }
        let events = bus?.events()
        bus = nil
        var count = 0
        if let events { for await _ in events { count += 1 } }
        #expect(bus == nil && count == 0)
    }
}

/// A device that says nothing and takes nothing.
private final class StillDevice: USBFunction {
    let descriptors = USBFunctionDescriptors(
        id: USBDeviceID(vendor: 0x1209, product: 0x0001),
        configuration: USBConfiguration(interfaces: [
            USBInterface(number: 0, alternates: [USBAlternateSetting(interfaceClass: .vendorSpecific, endpoints: [])])
        ]), manufacturer: "Still", product: "Device")

    func plugged(doorbell: @escaping USBDoorbell) {}
    func control(_ setup: USBSetup, data: [UInt8]) -> USBControlReply { .stall }
    func packetIn(_ endpoint: USBEndpointAddress, limit: Int) -> USBInReply { .nak }
    func packetOut(_ endpoint: USBEndpointAddress, _ packet: [UInt8]) -> USBOutReply { .nak }
    func notice(_ event: USBHostEvent) {}
}
