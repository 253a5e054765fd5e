import Synchronization
import USBContract

/// Keeps transfers posted at an endpoint, each submitted again inside its own callback, and hands on what they bring.
final class LibUSBReportReader: Sendable {
    private static let posted = 2

    private struct State {
        var transfers: [Int: LibUSBTransfer] = [:]
        var isStopped = false
    }

    /// Kept open for as long as it is read.
    private let connection: LibUSBConnection
    private let inFlight: USBInFlight
    private let endpoint: USBEndpointAddress
    private let continuation: AsyncStream<Result<[UInt8], USBError>>.Continuation
    private let state = Mutex(State())

    init(
        _ connection: LibUSBConnection, endpoint: USBEndpointAddress, inFlight: USBInFlight,
        continuation: AsyncStream<Result<[UInt8], USBError>>.Continuation
    ) {
        self.connection = connection
        self.inFlight = inFlight
        self.endpoint = endpoint
        self.continuation = continuation
    }

    /// Posts the transfers that `make` makes.
    func start(_ make: () throws(LibUSBCode) -> LibUSBTransfer) {
        do throws(LibUSBCode) {
            for _ in 0..<Self.posted { post(try make()) }
        } catch {
            end(LibUSBTransfer.Outcome(kind: error.kind, partial: .nothing))
        }
    }

    /// Cancels what is posted. The stream ends when the last has come back.
    func stop() {
        let transfers = state.withLock { state in
            state.isStopped = true
            return Array(state.transfers.values)
        }
        for transfer in transfers { transfer.cancel() }
    }

    private func post(_ transfer: LibUSBTransfer) {
        guard let number = inFlight.begin(cancel: { self.stop() }) else { return continuation.finish() }
        let isStopped = state.withLock { state in
            state.transfers[number] = transfer
            return state.isStopped
        }
        if isStopped { transfer.cancel() }
        transfer.start { outcome in self.receive(outcome, of: number) }
    }

    /// True posts the transfer again.
    private func receive(_ outcome: LibUSBTransfer.Outcome, of number: Int) -> Bool {
        if outcome.kind == nil {
            continuation.yield(.success(outcome.partial.received))
            return true
        }
        end(outcome)
        _ = state.withLock { $0.transfers.removeValue(forKey: number) }
        inFlight.end(number)
        return false
    }

    private func end(_ outcome: LibUSBTransfer.Outcome) {
        if let kind = outcome.kind, kind != .cancelled {
            continuation.yield(
                .failure(USBError(kind, device: connection.device.description, endpoint: endpoint, partial: outcome.partial)))
        }
        continuation.finish()
        stop()
    }
}
