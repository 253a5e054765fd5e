import CLibUSB
import Dispatch
import Synchronization
import USBContract

/// The devices libusb has told of. It looks at them on a queue of its own: nothing may be asked of a device in a callback.
final class LibUSBRegistry: Sendable {
    let roster = USBDeviceRoster()
    private let queue = DispatchQueue(label: "libusb arrivals")
    private let devices = Mutex<[USBAddress: LibUSBDevice]>([:])
    private let session = Mutex(WeakSession())

    private struct WeakSession {
        weak var session: LibUSBSession?
    }

    /// The registry does not keep the session: the session's thread ends when the bus and all connections have gone.
    func attach(_ session: LibUSBSession) { self.session.withLock { $0.session = session } }

    /// Takes an event of libusb, in its callback.
    func hear(_ pointer: LibUSBPointer<OpaquePointer>, _ hasArrived: Bool) {
        let address = LibUSBDevice.address(of: pointer)
        guard hasArrived else {
            return queue.async { self.strike(address) }
        }
        guard let session = session.withLock({ $0.session }) else { return }
        libusb_ref_device(pointer.raw)
        let device = LibUSBDevice(owning: pointer, session: session)
        queue.async { self.enter(device, at: address) }
    }

    /// Waits until everything heard so far is entered.
    func settle() { queue.sync {} }

    func device(at address: USBAddress) -> LibUSBDevice? { devices.withLock { $0[address] } }

    private func enter(_ device: LibUSBDevice, at address: USBAddress) {
        guard let info = device.info() else { return }
        devices.withLock { $0[address] = device }
        roster.enter(info)
    }

    private func strike(_ address: USBAddress) {
        let device = devices.withLock { $0.removeValue(forKey: address) }
        withExtendedLifetime(device) { roster.strike(address) }
    }
}
