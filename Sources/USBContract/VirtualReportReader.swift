import Synchronization

/// Keeps two transfers posted at an endpoint and hands on what they bring.
final class VirtualReportReader: Sendable {
    private static let posted = 2

    private struct State {
        var isStopped = false
        var underWay: [USBTransferID: Int] = [:]
    }

    private let request: USBTransferRequest
    /// Kept open for as long as it is read.
    private let connection: VirtualConnection
    private let host: USBFunctionHost
    private let inFlight: USBInFlight
    private let continuation: AsyncStream<Result<[UInt8], USBError>>.Continuation
    private let state = Mutex(State())

    init(
        _ request: USBTransferRequest, of connection: VirtualConnection, host: USBFunctionHost, inFlight: USBInFlight,
        continuation: AsyncStream<Result<[UInt8], USBError>>.Continuation
    ) {
        self.request = request
        self.connection = connection
        self.host = host
        self.inFlight = inFlight
        self.continuation = continuation
    }

    func start() {
        for _ in 0..<Self.posted { post() }
    }

    /// Takes back what is posted and posts no more.
    func stop() {
        let underWay = state.withLock { state in
            state.isStopped = true
            return Array(state.underWay.keys)
        }
        for id in underWay { host.discard(id) }
    }

    private func post() {
        let id = host.reserve()
        let isPosted = state.withLock { state in
            guard !state.isStopped, let number = inFlight.begin(cancel: { self.stop() }) else { return false }
            state.underWay[id] = number
            return true
        }
        if !isPosted { host.discard(id) }
        host.submit(id, request) { self.ended(id, $0) }
    }

    private func ended(_ id: USBTransferID, _ outcome: USBTransferOutcome) {
        if outcome.status == .completed {
            continuation.yield(.success(outcome.received))
            post()
        } else {
            stop()
            if let kind = USBError.Kind(outcome.status, isExpired: false), kind != .cancelled {
                continuation.yield(
                    .failure(
                        USBError(kind, device: connection.device.description, endpoint: request.endpoint, partial: USBPartialTransfer(outcome))))
            }
            continuation.finish()
        }
        if let number = state.withLock({ $0.underWay.removeValue(forKey: id) }) { inFlight.end(number) }
    }
}
