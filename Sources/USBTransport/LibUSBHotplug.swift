import CLibUSB
import Synchronization

/// Hears of arrivals and departures from libusb.
///
/// libusb calls on the event thread, and for what is plugged in already on the registering one; nothing is asked of a device here.
final class LibUSBHotplug: Sendable {
    typealias Hearer = @Sendable (LibUSBPointer<OpaquePointer>, _ hasArrived: Bool) -> Void

    private let hearer: Hearer
    private let registration = Mutex<libusb_hotplug_callback_handle?>(nil)

    /// `hearer` is given a device that it has to keep with `libusb_ref_device` if it wants to use it later.
    init(_ hearer: @escaping Hearer) { self.hearer = hearer }

    /// Starts hearing; what is plugged in already is told before this returns.
    func register(with context: LibUSBPointer<OpaquePointer>) throws(LibUSBCode) {
        var handle: libusb_hotplug_callback_handle = 0
        let events = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED.rawValue | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT.rawValue
        try LibUSBCode.check(
            libusb_hotplug_register_callback(
                context.raw, Int32(events), Int32(LIBUSB_HOTPLUG_ENUMERATE.rawValue), LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
                LIBUSB_HOTPLUG_MATCH_ANY,
                { _, device, event, hotplug in
                    guard let device, let hotplug else { return 0 }
                    let hasArrived = event == LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED
                    Unmanaged<LibUSBHotplug>.fromOpaque(hotplug).takeUnretainedValue().hearer(LibUSBPointer(raw: device), hasArrived)
                    return 0
                },
                Unmanaged.passUnretained(self).toOpaque(), &handle))
        registration.withLock { $0 = handle }
    }

    /// Called by the event thread as its last act but one, so no callback is running and none comes after.
    func deregister(from context: LibUSBPointer<OpaquePointer>) {
        guard let handle = registration.withLock({ $0 }) else { return }
        libusb_hotplug_deregister_callback(context.raw, handle)
    }
}
