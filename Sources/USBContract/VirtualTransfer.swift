import Synchronization

/// One transfer of a `VirtualConnection`, which its task, its time limit and the closing of the connection may end early.
final class VirtualTransfer: Sendable {
    private let request: USBTransferRequest
    private let host: USBFunctionHost
    private let id: USBTransferID
    private let expired = Atomic(false)

    init(_ request: USBTransferRequest, host: USBFunctionHost) {
        self.request = request
        self.host = host
        id = host.reserve()
    }

    /// Whether the time limit ended it.
    var isExpired: Bool { expired.load(ordering: .acquiring) }

    func discard() { host.discard(id) }

    func run(timeout: Duration?, timer: @escaping VirtualBus.Timer) async -> USBTransferOutcome {
        let alarm = timeout.map { limit in Task { try await self.expire(after: limit, timer) } }
        defer { alarm?.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                host.submit(id, request) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            discard()
        }
    }

    /// Gives its name back to the host without moving anything.
    func abandon() async {
        discard()
        await withCheckedContinuation { continuation in
            host.submit(id, request) { _ in continuation.resume() }
        }
    }

    private func expire(after limit: Duration, _ timer: VirtualBus.Timer) async throws {
        try await timer(limit)
        expired.store(true, ordering: .releasing)
        discard()
    }
}

extension USBError.Kind {
    /// What an outcome means to the caller; nil when it is what was wanted.
    init?(_ status: USBTransferOutcome.Status, isExpired: Bool) {
        switch status {
        case .completed: return nil
        case .stalled: self = .stalled
        case .discarded: self = isExpired ? .timedOut : .cancelled
        case .gone: self = .gone
        case .overflow: self = .overflow
        case .garbled: self = .inputOutput
        }
    }
}

extension USBPartialTransfer {
    init(_ outcome: USBTransferOutcome) {
        self.init(sent: outcome.count)
        received = outcome.received
    }
}
