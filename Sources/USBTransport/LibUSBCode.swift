import CLibUSB
import USBContract

/// A negative answer of libusb, `enum libusb_error`.
struct LibUSBCode: Error, Sendable, Hashable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    /// Throws a negative answer; others are lengths or success.
    @discardableResult
    static func check(_ answer: Int32) throws(LibUSBCode) -> Int32 {
        if answer < 0 { throw LibUSBCode(answer) }
        return answer
    }

    /// What the answer means to the caller of a connection.
    var kind: USBError.Kind {
        switch libusb_error(number) {
        case LIBUSB_ERROR_ACCESS: .accessDenied
        case LIBUSB_ERROR_NO_DEVICE: .gone
        case LIBUSB_ERROR_NOT_FOUND, LIBUSB_ERROR_INVALID_PARAM: .notFound
        case LIBUSB_ERROR_BUSY: .busy
        case LIBUSB_ERROR_TIMEOUT: .timedOut
        case LIBUSB_ERROR_OVERFLOW: .overflow
        case LIBUSB_ERROR_PIPE: .stalled
        case LIBUSB_ERROR_INTERRUPTED: .cancelled
        case LIBUSB_ERROR_NOT_SUPPORTED: .unsupported
        default: .inputOutput
        }
    }

    /// Whether it may pass by itself right after plugging in: udev has not set the rights yet, or a driver is still probing.
    var mayPass: Bool { kind == .accessDenied || kind == .busy }
}
