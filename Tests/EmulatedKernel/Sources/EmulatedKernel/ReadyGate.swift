import Glibc
import Synchronization

/// A device node that `poll` finds writable only when there is something to reap, as with usbfs.
///
/// The node is a FIFO whose pipe holds one page: with one byte in it, it is full.
final class ReadyGate: Sendable {
    private let descriptor: Int32
    private let isReady = Mutex(false)

    /// Makes the node, not ready. Errors: `errno`.
    init(path: String) throws(EmulatedKernel.Failure) {
        try EmulatedKernel.Failure.check("mkfifo", mkfifo(path, 0o666))
        descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        try EmulatedKernel.Failure.check("open", descriptor)
        let setPipeSize: Int32 = 1031
        try EmulatedKernel.Failure.check("F_SETPIPE_SZ", fcntl(descriptor, setPipeSize, 4096 as Int32))
        try EmulatedKernel.Failure.check("write", Int32(write(descriptor, [0], 1)))
    }

    deinit { close(descriptor) }

    /// Opens or shuts the gate.
    func set(ready: Bool) {
        isReady.withLock { isReady in
            if isReady == ready { return }
            isReady = ready
            var byte: UInt8 = 0
            _ = ready ? read(descriptor, &byte, 1) : write(descriptor, &byte, 1)
        }
    }
}
