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

    static func virtual(withShelf: Bool = false) throws -> DeviceBus {
        let counter = VirtualCounter { try await Task.sleep(for: $0) }
        try counter.plugTill()
        if withShelf { try VirtualShelf().plugAll(into: counter.bus) }
        return DeviceBus(bus: counter.bus, counter: counter)
    }

    /// What is plugged in, or one virtual device of each family.
    static func listed(virtual isWanted: Bool) async throws -> DeviceBus { isWanted ? try .virtual(withShelf: true) : try await .real() }

    /// What is plugged in; virtual devices when asked for, or when nothing of ours is there, and then a note says so.
    static func chosen(virtual isWanted: Bool, table: DeviceTable) async throws -> (DeviceBus, note: String?) {
        if isWanted { return (try .virtual(), nil) }
        do {
            let real = try await DeviceBus.real()
            if await real.bus.devices().contains(where: { table.rows(for: $0).contains(where: \.isDriven) }) { return (real, nil) }
            return (try .virtual(), "no supported device is plugged in: virtual ones stand in for them")
        } catch let error as USBError {
            return (try .virtual(), "USB cannot be used (\(error.errorDescription ?? "\(error)")): virtual devices stand in")
        }
    }
}
