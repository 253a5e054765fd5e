import EmulatedKernel
import Testing
import USBConformance
import USBContract
import USBTransport

/// One after another: umockdev keeps its book of file descriptors without a lock, for at most 50 of them.
/// For the same reason the test that starts a second libusb is the last.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct LibUSBTests {
    @Test(
        arguments: EmulatedKernel.Controller.allCases,
        USBRule.all(denyingAccess: EmulatedWorkbench.canDenyAccess))
    func `libusb keeps the rules of every bus`(controller: EmulatedKernel.Controller, rule: USBRule) async throws {
        try await rule.check(EmulatedWorkbench(controller))
    }

    @Test func `a connection that is dropped gives its interface back`() async throws {
        let bench = try await EmulatedWorkbench(.whole)
        let reader = TestDevice.reader()
        let device = try await bench.arrive(reader, kernelDrivers: [0: "usbhid"])
        var connection: (any USBConnection)? = try await bench.bus.open(device)
        try await connection?.claim(interface: 0)
        connection = nil
        await reader.wait { $0.events.contains(.released(interface: 0)) }
        #expect(connection == nil)
        await bench.leave(device)
    }

    @Test func `eight readers opened, read, cancelled and closed over and over keep out of each other's way`() async throws {
        try await withThrowingTaskGroup { group in
            for number in UInt8(1)...8 {
                group.addTask {
                    let bench = try await EmulatedWorkbench(number % 2 == 0 ? .whole : .chained)
                    let reader = TestDevice.reader()
                    let device = try await bench.arrive(reader)
                    for _ in 1...40 { try await Self.swipe(number, reader, try await bench.bus.open(device)) }
                    await bench.leave(device)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `a connection outlives its bus`() async throws {
        let bench = try await EmulatedWorkbench(.whole)
        let reader = TestDevice.reader()
        let device = try await bench.arrive(reader)
        var bus: LibUSBBus? = try await LibUSBBus.start()
        let connection = try #require(try await bus?.open(device))
        try await connection.claim(interface: 0)
        bus = nil
        reader.send([1], on: 0x81)
        #expect(try await connection.read(from: 0x81, length: 8) == [1])
        await connection.close()
        await bench.leave(device)
        #expect(bus == nil)
    }

    /// Reads one report, leaves a second read cancelled under way, and closes.
    private static func swipe(_ number: UInt8, _ reader: TestDevice, _ connection: any USBConnection) async throws {
        try await connection.claim(interface: 0)
        reader.send([number], on: 0x81)
        let report = try await connection.read(from: 0x81, length: 8)
        #expect(report == [number])
        let idle = Task { try await connection.read(from: 0x81, length: 8) }
        idle.cancel()
        let error = await #expect(throws: USBError.self) { _ = try await idle.value }
        #expect(error?.kind == .cancelled)
        await connection.close()
    }
}
