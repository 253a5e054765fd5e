import CLibUSB
import Synchronization
import USBContract

/// An open device of libusb and what is claimed of it. Transfers keep the handle, so it goes only when none is under way.
///
/// Everything here may block; it is called on a `BlockingQueue`.
final class LibUSBHandle: Sendable {
    let pointer: LibUSBPointer<OpaquePointer>
    private let device: LibUSBDevice
    private let isOpen = Mutex(true)
    /// The settings in force of the interfaces that are claimed.
    private let claims = Mutex<[UInt8: USBAlternateSetting]>([:])

    /// Opens the device. Interfaces will be claimed with their kernel drivers detached in the same step.
    init(opening device: LibUSBDevice) throws(LibUSBCode) {
        var handle: OpaquePointer?
        try LibUSBCode.check(libusb_open(device.pointer.raw, &handle))
        guard let handle else { throw LibUSBCode(LIBUSB_ERROR_OTHER.rawValue) }
        libusb_set_auto_detach_kernel_driver(handle, 1)
        self.device = device
        pointer = LibUSBPointer(raw: handle)
    }

    deinit {
        guard isOpen.withLock({ $0 }) else { return }
        let interfaces = claims.withLock { Array($0.keys) }
        // Giving a printer back may take its driver five seconds: on a thread of its own, not one that others wait for.
        BlockingQueue("libusb farewell").later { [pointer, device] in Self.close(pointer, interfaces, of: device) }
    }

    /// Claims the interface, and selects the setting where there is a choice: whoever had it before may have selected another.
    func claim(_ interface: UInt8, _ setting: USBAlternateSetting, isOnlySetting: Bool) throws(LibUSBCode) {
        try LibUSBCode.check(libusb_claim_interface(pointer.raw, Int32(interface)))
        if !isOnlySetting {
            do throws(LibUSBCode) {
                try LibUSBCode.check(libusb_set_interface_alt_setting(pointer.raw, Int32(interface), Int32(setting.number)))
            } catch {
                if !isClaimed(interface) { libusb_release_interface(pointer.raw, Int32(interface)) }
                throw error
            }
        }
        claims.withLock { $0[interface] = setting }
    }

    /// Releases the interface, which gives it back to its kernel driver. A device that is gone has nothing to give back.
    func release(_ interface: UInt8) {
        if claims.withLock({ $0.removeValue(forKey: interface) }) != nil { libusb_release_interface(pointer.raw, Int32(interface)) }
    }

    /// Lets the kernel bind a driver to an interface that nobody has; false when somebody has it, or there is no driver.
    func restoreDriver(_ interface: UInt8) -> Bool {
        libusb_kernel_driver_active(pointer.raw, Int32(interface)) == 0 && libusb_attach_kernel_driver(pointer.raw, Int32(interface)) == 0
    }

    func isClaimed(_ interface: UInt8) -> Bool { claims.withLock { $0[interface] != nil } }

    func claimedEndpoint(_ address: USBEndpointAddress) -> USBEndpoint? {
        claims.withLock { $0.values.flatMap(\.endpoints).first { $0.address == address } }
    }

    func clearHalt(_ endpoint: USBEndpointAddress) throws(LibUSBCode) {
        try LibUSBCode.check(libusb_clear_halt(pointer.raw, endpoint.rawValue))
    }

    /// Gives everything back and closes the device, once.
    func close() {
        guard
            isOpen.withLock({ isOpen in
                defer { isOpen = false }
                return isOpen
            })
        else { return }
        let interfaces = claims.withLock { claims in
            defer { claims = [:] }
            return Array(claims.keys)
        }
        Self.close(pointer, interfaces, of: device)
    }

    /// `device` is named so that it is kept until its handle is closed.
    private static func close(_ pointer: LibUSBPointer<OpaquePointer>, _ interfaces: [UInt8], of device: LibUSBDevice) {
        withExtendedLifetime(device) {
            for interface in interfaces { libusb_release_interface(pointer.raw, Int32(interface)) }
            libusb_close(pointer.raw)
        }
    }
}
