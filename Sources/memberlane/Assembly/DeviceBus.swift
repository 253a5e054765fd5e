import CardArtwork
import DeviceSheets
import POSDrivers
import PointOfService
import USBContract
import USBTransport
import VirtualDevices

/// The devices a command works with: those plugged into this computer, or virtual ones below the same drivers.
struct DeviceBus {
    let bus: any USBBus
    /// The virtual devices, where there are any.
    let counter: VirtualCounter?

    static func real() async throws -> DeviceBus { DeviceBus(bus: try await LibUSBBus.start(), counter: nil) }

    static func virtual() throws -> DeviceBus {
        let counter = VirtualCounter { try await Task.sleep(for: $0) }
        try counter.plugAll()
        return DeviceBus(bus: counter.bus, counter: counter)
    }

    /// Virtual devices when asked for or when nothing of ours is plugged in; `note` says why when nobody asked.
    static func chosen(virtual isWanted: Bool, fallback: Bool, table: DeviceTable) async throws -> (DeviceBus, note: String?) {
        if isWanted { return (try .virtual(), nil) }
        guard fallback else { return (try await .real(), nil) }
        do {
            let real = try await DeviceBus.real()
            if await real.bus.devices().contains(where: { table.rows(for: $0).contains(where: \.isDriven) }) { return (real, nil) }
            return (try .virtual(), "no supported device is plugged in: virtual ones stand in for them")
        } catch let error as USBError {
            return (try .virtual(), "USB cannot be used (\(error.errorDescription ?? "\(error)")): virtual devices stand in")
        }
    }
}
