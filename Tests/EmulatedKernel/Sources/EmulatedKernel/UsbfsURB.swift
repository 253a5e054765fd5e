import CUMockdev
import Glibc
import USBContract

/// A request block between its submission and its reaping.
struct UsbfsURB: Sendable {
    let pointer: SharedPointer<UnsafeMutablePointer<usbdevfs_urb>>
    let id: USBTransferID
    let request: USBTransferRequest
    /// Set when the transfer has ended.
    var outcome: USBTransferOutcome?

    /// Reads the block as the program filled it in. Nil when the type is one the emulator does not know.
    init?(_ pointer: UnsafeMutablePointer<usbdevfs_urb>, id: USBTransferID) {
        let urb = pointer.pointee
        let bytes = Array(UnsafeRawBufferPointer(start: urb.buffer, count: urb.buffer == nil ? 0 : Int(max(urb.buffer_length, 0))))
        let endpoint = USBEndpointAddress(rawValue: urb.endpoint)
        switch Int32(urb.type) {
        case USBDEVFS_URB_TYPE_CONTROL:
            guard let setup = USBSetup(bytes: bytes) else { return nil }
            request = .control(setup, data: setup.direction == .out ? Array(bytes.dropFirst(8).prefix(Int(setup.length))) : [])
        case USBDEVFS_URB_TYPE_BULK, USBDEVFS_URB_TYPE_INTERRUPT:
            request = endpoint.direction == .in ? .receive(endpoint, length: bytes.count) : .send(endpoint, bytes)
        default: return nil
        }
        self.pointer = SharedPointer(raw: pointer)
        self.id = id
    }

    var address: UInt { UInt(bitPattern: pointer.raw) }

    /// Whether it goes on where the block before it ended.
    var isContinuation: Bool { pointer.raw.pointee.flags & UInt32(USBDEVFS_URB_BULK_CONTINUATION) != 0 }

    /// Whether fewer bytes than asked for are an error, which ends the blocks that continue this one.
    var isTooShort: Bool {
        guard let outcome, case .receive(_, let length) = request else { return false }
        return pointer.raw.pointee.flags & UInt32(USBDEVFS_URB_SHORT_NOT_OK) != 0 && outcome.status == .completed && outcome.count < length
    }

    /// Writes the outcome into the block, as the kernel does when it is reaped.
    func deliver() {
        guard let outcome else { return }
        let isControl = if case .control = request { true } else { false }
        let room = Int(max(pointer.raw.pointee.buffer_length, 0)) - (isControl ? 8 : 0)
        if let buffer = pointer.raw.pointee.buffer, !outcome.received.isEmpty {
            let target = UnsafeMutableRawBufferPointer(start: buffer + (isControl ? 8 : 0), count: max(room, 0))
            target.copyBytes(from: outcome.received.prefix(target.count))
        }
        pointer.raw.pointee.actual_length = Int32(outcome.count)
        pointer.raw.pointee.status = status(of: outcome)
    }

    private func status(of outcome: USBTransferOutcome) -> Int32 {
        switch outcome.status {
        case .completed: isTooShort ? -EREMOTEIO : 0
        case .stalled: -EPIPE
        case .discarded: -ENOENT
        case .gone: -ESHUTDOWN
        case .overflow: -EOVERFLOW
        case .garbled: -EPROTO
        }
    }
}
