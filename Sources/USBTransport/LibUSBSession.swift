import CLibUSB
import Foundation
import Synchronization

/// A libusb context and the thread that serves its events.
///
/// Devices and connections keep the session, so the thread outlives every transfer and the context every device.
/// When the last of them is gone, the thread itself closes the context, since the last may well go on that thread.
final class LibUSBSession: Sendable {
    let context: LibUSBPointer<OpaquePointer>
    private let stopFlag = StopFlag()

    /// Errors: libusb's code, when this computer has no USB it could serve.
    init() throws(LibUSBCode) {
        var context: OpaquePointer?
        try LibUSBCode.check(libusb_init(&context))
        guard let context else { throw LibUSBCode(LIBUSB_ERROR_OTHER.rawValue) }
        self.context = LibUSBPointer(raw: context)
    }

    deinit {
        if !stopFlag.set(andWake: context) { libusb_exit(context.raw) }
    }

    /// Starts the thread. `hotplug` is deregistered when the thread ends.
    func serve(_ hotplug: LibUSBHotplug) {
        stopFlag.serve()
        let thread = Thread { [context, stopFlag] in
            while !stopFlag.isSet {
                let answer = libusb_handle_events_completed(context.raw, nil)
                if answer < 0, answer != LIBUSB_ERROR_INTERRUPTED.rawValue { Thread.sleep(forTimeInterval: 0.1) }
            }
            hotplug.deregister(from: context)
            libusb_exit(context.raw)
        }
        thread.name = "libusb events"
        thread.start()
    }
}

/// Tells the event thread to end. The lock keeps the context alive until the thread has been woken.
private final class StopFlag: Sendable {
    private struct State {
        var isServed = false
        var isSet = false
    }

    private let state = Mutex(State())

    var isSet: Bool { state.withLock { $0.isSet } }

    func serve() { state.withLock { $0.isServed = true } }

    /// False when there is no thread that would close the context.
    func set(andWake context: LibUSBPointer<OpaquePointer>) -> Bool {
        state.withLock { state in
            state.isSet = true
            if state.isServed { libusb_interrupt_event_handler(context.raw) }
            return state.isServed
        }
    }
}
