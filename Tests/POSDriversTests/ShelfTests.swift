import DeviceSheets
import PointOfService
import Testing
import USBContract
import VirtualDevices

@testable import POSDrivers

@Suite(.timeLimit(.minutes(1))) struct `One device of each family` {
    private let counter = Counter()

    /// What real time passes, passes here at once: answers are waited for, printers are probed.
    private func examine() async -> DoctorReport {
        await Doctor(bus: counter.virtual.bus, table: shipped, time: DeviceTime(now: { .zero }, sleep: { _ in })).examine()
    }

    @Test func `is found by its sheet and ready, and an ordinary keyboard is left alone`() async throws {
        try counter.virtual.plugTill()
        try VirtualShelf().plugAll(into: counter.virtual.bus)
        let report = await examine()
        let families = Set(report.devices.filter { $0.verdict == .ready }.compactMap(\.sheet))
        let driven = shipped.sheets.filter { sheet in sheet.rows.contains { $0.driver.interfaceClass != nil } }.map(\.path)
        #expect(families == Set(driven))
        #expect(report.devices.filter { $0.verdict != .ready }.map(\.usb) == ["046d:c31c"], "\(report.devices.map(\.line))")
    }

    @Test func `is opened by the driver its sheet names`() async throws {
        let manager = DeviceManager(
            bus: counter.virtual.bus, table: shipped, settings: DeviceSettings(), time: DeviceTime(now: { .zero }, sleep: { _ in await Task.yield() }))
        var listener = Listener(await manager.events())
        try VirtualShelf().plugAll(into: counter.virtual.bus)
        await manager.start()
        var arrived: Set<String> = []
        while arrived.count < 15, let report = await listener.arrival() { arrived.insert(report.device.id) }
        let opened = await manager.devices().filter { $0.state == .idle }.map(\.sheet)
        #expect(
            Set(opened).isSuperset(of: [
                "hardware/msr605x.yaml", "hardware/keyboard-scanners.yaml", "hardware/serial-scanners.yaml", "hardware/zebra-label.yaml",
            ]))
        #expect(await manager.writer(at: .desk) != nil)
        #expect(await manager.others().map(\.usb) == ["046d:c31c"])
        await manager.shutdown()
    }
}
