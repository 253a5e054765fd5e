import CLibUSB
import Synchronization
import USBContract

/// A transfer of libusb with its buffer.
///
/// `idle → submitted → completing → submitted …`, and `done` from each of them. Submitting and cancelling happen under the lock, so nothing
/// is cancelled after it was freed; libusb holds none of its own locks when it calls back. The closure runs outside the lock.
final class LibUSBTransfer: Sendable {
    /// Told how the transfer ended, on libusb's event thread as a rule; true posts it again.
    typealias Ended = @Sendable (Outcome) -> Bool

    /// How a transfer ended; `kind` is nil when as wanted.
    struct Outcome: Sendable {
        var kind: USBError.Kind?
        var partial: USBPartialTransfer
    }

    private static let setupPacketSize = 8

    private enum Phase { case idle, submitted, completing, done }

    private struct State {
        var phase = Phase.idle
        var ended: Ended?
    }

    private let handle: LibUSBHandle
    private let transfer: LibUSBPointer<UnsafeMutablePointer<libusb_transfer>>
    private let buffer: LibUSBPointer<UnsafeMutablePointer<UInt8>>
    private let capacity: Int
    private let isIn: Bool
    private let state = Mutex(State())

    /// `bytes` is what is sent, or room for what is received. For control requests it is the setup packet and the data stage.
    /// Without a `timeout` the transfer waits for ever.
    init(
        _ handle: LibUSBHandle, type: USBTransferType, endpoint: USBEndpointAddress, isIn: Bool, bytes: [UInt8], timeout: Duration?
    ) throws(LibUSBCode) {
        guard let transfer = libusb_alloc_transfer(0), let length = Int32(exactly: bytes.count) else { throw LibUSBCode(LIBUSB_ERROR_NO_MEM.rawValue) }
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        buffer.initialize(repeating: 0, count: max(bytes.count, 1))
        buffer.update(from: bytes, count: bytes.count)
        transfer.pointee.dev_handle = handle.pointer.raw
        transfer.pointee.endpoint = endpoint.rawValue
        transfer.pointee.type = type.rawValue
        transfer.pointee.timeout = timeout.map(\.wholeMilliseconds) ?? 0
        transfer.pointee.buffer = buffer
        transfer.pointee.length = length
        transfer.pointee.callback = { transfer in
            guard let transfer, let owner = transfer.pointee.user_data else { return }
            Unmanaged<LibUSBTransfer>.fromOpaque(owner).takeRetainedValue().complete()
        }
        self.handle = handle
        self.isIn = isIn
        self.transfer = LibUSBPointer(raw: transfer)
        self.buffer = LibUSBPointer(raw: buffer)
        capacity = max(bytes.count, 1)
    }

    deinit {
        libusb_free_transfer(transfer.raw)
        buffer.raw.deallocate()
    }

    /// What came in may be a card: it is gone from here before it is handed on, and before the buffer is posted again.
    private func wipe() { if isIn { buffer.raw.update(repeating: 0, count: capacity) } }

    /// Submits the transfer, once. When that fails, or the transfer has been cancelled already, `ended` is told at once.
    func start(_ ended: @escaping Ended) {
        let failure = state.withLock { state -> Outcome? in
            state.ended = ended
            return submit(&state, from: .idle)
        }
        if let failure { finish(failure) }
    }

    /// Asks for an early end; it comes when libusb has got the transfer back, and with what it had moved by then.
    func cancel() {
        state.withLock { state in
            switch state.phase {
            case .idle, .completing: state.phase = .done
            case .submitted: libusb_cancel_transfer(transfer.raw)
            case .done: break
            }
        }
    }

    private func submit(_ state: inout State, from phase: Phase) -> Outcome? {
        guard state.phase == phase else { return Outcome(kind: .cancelled, partial: .nothing) }
        let owner = Unmanaged.passRetained(self)
        transfer.raw.pointee.user_data = owner.toOpaque()
        let answer = libusb_submit_transfer(transfer.raw)
        state.phase = answer < 0 ? .done : .submitted
        if answer >= 0 { return nil }
        owner.release()
        return Outcome(kind: LibUSBCode(answer).kind, partial: .nothing)
    }

    private func complete() {
        let outcome = self.outcome
        wipe()
        guard
            let ended = state.withLock({ state in
                state.phase = .completing
                return state.ended
            })
        else { return }
        let isWantedAgain = ended(outcome)
        let failure = state.withLock { state -> Outcome? in
            if isWantedAgain { return submit(&state, from: .completing) }
            state.phase = .done
            state.ended = nil
            return nil
        }
        if let failure { finish(failure) }
    }

    private func finish(_ failure: Outcome) {
        let ended = state.withLock { state in
            defer { state.ended = nil }
            return state.ended
        }
        _ = ended?(failure)
    }

    private var outcome: Outcome {
        let raw = transfer.raw.pointee
        let count = Int(max(raw.actual_length, 0))
        let start = raw.type == USBTransferType.control.rawValue ? Self.setupPacketSize : 0
        let received = isIn ? Array(UnsafeBufferPointer(start: buffer.raw, count: min(start + count, capacity)).dropFirst(start)) : []
        let partial = isIn ? USBPartialTransfer(received: received) : USBPartialTransfer(sent: count)
        let isShort = !isIn && start + count < Int(raw.length)
        return Outcome(kind: Self.kind(raw.status, isShort: isShort), partial: partial)
    }

    private static func kind(_ status: libusb_transfer_status, isShort: Bool) -> USBError.Kind? {
        switch status {
        case LIBUSB_TRANSFER_COMPLETED: isShort ? .inputOutput : nil
        case LIBUSB_TRANSFER_TIMED_OUT: .timedOut
        case LIBUSB_TRANSFER_CANCELLED: .cancelled
        case LIBUSB_TRANSFER_STALL: .stalled
        case LIBUSB_TRANSFER_NO_DEVICE: .gone
        case LIBUSB_TRANSFER_OVERFLOW: .overflow
        default: .inputOutput
        }
    }
}

extension Duration {
    /// In milliseconds, rounded up, from 1 to what libusb's 32 bits hold; 0 would be no limit at all.
    var wholeMilliseconds: UInt32 {
        let (seconds, attoseconds) = components
        let millisecond: Int64 = 1_000_000_000_000_000
        let rest = attoseconds / millisecond + (attoseconds % millisecond > 0 ? 1 : 0)
        let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1000)
        if isTooLong { return seconds < 0 ? 1 : .max }
        return UInt32(clamping: max(whole.addingReportingOverflow(rest).partialValue, 1))
    }
}
