import Foundation
import Glibc
import Synchronization
public import USBContract

/// The device's end of a USB/IP connection: serves one function to whatever host controller is at the other end of a socket.
///
/// A transfer that is taken back is answered like any other, with what it had moved, before the unlink is: so nothing of it is lost,
/// which an answer to the unlink alone could not say.
public final class USBIPLink: Sendable {
    private struct State {
        /// Transfers under way, by the host controller's number.
        var submitted: [UInt32: USBTransferID] = [:]
        /// The unlink to be answered when the transfer has ended.
        var unlinks: [UInt32: UInt32] = [:]
        var isUnplugged = false
    }

    private let host: USBFunctionHost
    private let socket: Int32
    private let state = Mutex(State())
    /// Whether the socket is open; the lock keeps each message whole.
    private let isOpen = Mutex(true)

    /// Plugs a function in at a connected stream socket, which the link closes when the other end has gone.
    public init(_ function: any USBFunction, socket: Int32) {
        host = USBFunctionHost(function)
        self.socket = socket
        let thread = Thread { self.serve() }
        thread.name = "USB/IP"
        thread.start()
    }

    /// Pulls the cable: what waits ends, with what it had moved, and then the connection.
    ///
    /// Only this end's half is shut, so that the other end reads what is still under way before it hears of the end, and shuts its own.
    public func unplug() {
        state.withLock { $0.isUnplugged = true }
        host.unplug()
        endIfTold()
    }

    /// Shuts this end once the cable is out and the end of every transfer has been told, on whichever thread the last is.
    private func endIfTold() {
        guard state.withLock({ $0.isUnplugged && $0.submitted.isEmpty }) else { return }
        isOpen.withLock { isOpen in
            if isOpen { shutdown(socket, Int32(SHUT_WR)) }
        }
    }

    private func serve() {
        while let header = read(USBIPMessage.headerLength), let command = USBIPMessage.command(header) {
            switch command {
            case .submit(let sequence, let request, let dataLength):
                guard let data = read(dataLength) else { break }
                submit(sequence, request.carrying(data))
            case .unlink(let sequence, let victim): unlink(victim, answering: sequence)
            }
        }
        host.unplug()
        isOpen.withLock { isOpen in
            isOpen = false
            close(socket)
        }
    }

    private func submit(_ sequence: UInt32, _ request: USBTransferRequest) {
        let id = host.reserve()
        state.withLock { $0.submitted[sequence] = id }
        host.submit(id, request) { outcome in
            // The end is told before the transfer is struck out, and so before an unlink that finds it no more.
            self.write(USBIPMessage.submitted(sequence, outcome))
            let unlink = self.state.withLock { state in
                state.submitted[sequence] = nil
                return state.unlinks.removeValue(forKey: sequence)
            }
            if let unlink { self.write(USBIPMessage.unlinked(unlink)) }
            self.endIfTold()
        }
    }

    private func unlink(_ victim: UInt32, answering sequence: UInt32) {
        let id = state.withLock { state in
            let id = state.submitted[victim]
            if id != nil { state.unlinks[victim] = sequence }
            return id
        }
        if let id { host.discard(id) } else { write(USBIPMessage.unlinked(sequence)) }
    }

    /// So many bytes, or nil when the other end has gone.
    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { recv(socket, $0.baseAddress?.advanced(by: filled), count - filled, 0) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }

    /// What is written to an end that has gone is lost, as it would be on a wire.
    private func write(_ bytes: [UInt8]) {
        isOpen.withLock { isOpen in
            var sent = 0
            while isOpen, sent < bytes.count {
                let put = bytes.withUnsafeBytes { send(socket, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL)) }
                if put < 0, errno == EINTR { continue }
                guard put > 0 else { return }
                sent += put
            }
        }
    }
}
