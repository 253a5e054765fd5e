import POSDrivers
import PointOfService
import PrinterFormats
import USBConformance
import USBContract
import VirtualDevices

/// The devices of a counter, the same as behind `--virtual-devices`, plugged into the kernel.
struct Shop {
    let bench: RealWorkbench
    let reader = VirtualStripeReader()
    let scanner = VirtualScanner()
    let printer = VirtualPrinter()

    init() async throws { bench = try await RealWorkbench() }

    /// Plugs all of them in and waits until the bus has told of them.
    func plugAll() async throws -> [USBDeviceInfo] {
        var devices: [USBDeviceInfo] = []
        for function in [reader, scanner, printer] as [any USBFunction] { devices.append(try await bench.arrive(function)) }
        return devices
    }

    func unplug(_ devices: [USBDeviceInfo]) async {
        for device in devices { await bench.leave(device) }
    }

    func drivers(of devices: [USBDeviceInfo]) -> [String?] { devices.map { bench.driver(of: 0, of: $0.address) } }
}

extension AsyncStream<DeviceEvent> {
    /// The next event that is what is wanted; others are passed over.
    func first<Found>(_ wanted: (DeviceEvent.Happening) -> Found?) async -> Found? {
        for await event in self {
            if let found = wanted(event.happening) { return found }
        }
        return nil
    }
}
