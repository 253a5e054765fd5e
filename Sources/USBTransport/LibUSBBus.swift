import Foundation
public import USBContract

/// The USB devices of this computer, through libusb.
public final class LibUSBBus: USBBus {
    private let session: LibUSBSession
    private let registry: LibUSBRegistry
    private let patience: Patience

    private init(session: LibUSBSession, registry: LibUSBRegistry, patience: Patience) {
        self.session = session
        self.registry = registry
        self.patience = patience
    }

    deinit { registry.roster.finish() }

    /// Looks at what is plugged in, and listens from then on.
    ///
    /// `patience` is for devices that may not be opened or claimed yet because they have only just been plugged in.
    /// Errors: `unsupported` when this computer has no USB, as a container without `/dev/bus/usb` has none.
    public static func start(patience: Patience = .afterPlugging) async throws(USBError) -> LibUSBBus {
        let queue = BlockingQueue("libusb start")
        do throws(LibUSBCode) {
            return try await queue.run { () throws(LibUSBCode) in
                let registry = LibUSBRegistry()
                let hotplug = LibUSBHotplug { [weak registry] device, hasArrived in registry?.hear(device, hasArrived) }
                let session = try LibUSBSession()
                registry.attach(session)
                try hotplug.register(with: session.context)
                session.serve(hotplug)
                registry.settle()
                return LibUSBBus(session: session, registry: registry, patience: patience)
            }
        } catch {
            throw USBError(.unsupported, device: "The USB of this computer")
        }
    }

    /// What to tell people, and the way out, where arrivals and departures are not told; nil where they are.
    ///
    /// libusb learns of them from udev and is silent without it, though it says that it is not: as in containers without `/run/udev`. What was
    /// plugged in at the start is known even so. A bus that was started without udev stays deaf when udev starts later.
    public static var deafness: (sentence: String, wayOut: String)? {
        if FileManager.default.fileExists(atPath: "/run/udev/control") { return nil }
        return (
            "Devices that are plugged in or pulled out from now on go unnoticed: udev, which tells of them, is not running.",
            "Start systemd-udevd, or in a container pass /run/udev through; then start MemberLane again."
        )
    }

    /// What is plugged in, by address.
    public func devices() async -> [USBDeviceInfo] { registry.roster.devices }

    /// Arrivals and departures.
    public func events() -> AsyncStream<USBEvent> { registry.roster.events() }

    /// Opens a device.
    public func open(_ device: USBDeviceInfo) async throws(USBError) -> any USBConnection {
        let (handle, queue) = try await handle(of: device)
        return LibUSBConnection(device, handle: handle, patience: patience, queue: queue)
    }

    /// Gives what nobody has back to the kernel's drivers.
    public func restoreDrivers(of device: USBDeviceInfo) async throws(USBError) -> [UInt8] {
        let (handle, queue) = try await handle(of: device)
        let numbers = device.interfaces.map(\.number)
        return await queue.run {
            defer { handle.close() }
            return numbers.filter(handle.restoreDriver)
        }
    }

    private func handle(of device: USBDeviceInfo) async throws(USBError) -> (LibUSBHandle, BlockingQueue) {
        guard let known = registry.device(at: device.address) else { throw USBError(.gone, device: device.description) }
        let queue = BlockingQueue("libusb \(device.address)")
        do throws(LibUSBCode) {
            let handle = try await patience.attempt { () async throws(LibUSBCode) in
                try await queue.run { () throws(LibUSBCode) in try LibUSBHandle(opening: known) }
            }
            return (handle, queue)
        } catch {
            throw USBError(error.kind, device: device.description)
        }
    }
}
