/// A pointer of libusb that several threads use.
///
/// `@unchecked Sendable`: libusb locks what its contexts, devices and handles point to; for a transfer, the state machine
/// of `LibUSBTransfer` sees to it that one thread at a time touches it.
struct LibUSBPointer<Pointer>: @unchecked Sendable {
    let raw: Pointer
}
