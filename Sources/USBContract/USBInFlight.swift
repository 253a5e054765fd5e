import Synchronization

/// The transfers under way on a connection, so that closing it can cancel them all and wait for the last.
package final class USBInFlight: Sendable {
    fileprivate struct State {
        var cancels: [Int: @Sendable () -> Void] = [:]
        var lastNumber = 0
        var isClosed = false
        var waitingForNone: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Enters a transfer and how to cancel it; nil when the connection is being closed, and nothing may start.
    package func begin(cancel: @escaping @Sendable () -> Void) -> Int? {
        state.withLock { state in
            if state.isClosed { return nil }
            state.lastNumber += 1
            state.cancels[state.lastNumber] = cancel
            return state.lastNumber
        }
    }

    /// Strikes a transfer out that has ended.
    package func end(_ number: Int) {
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.cancels[number] = nil
            return state.takeWaiting()
        }
        for continuation in waiting { continuation.resume() }
    }

    package var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Lets nothing new start, cancels everything and waits until all has ended. True for the first caller only.
    package func close() async -> Bool {
        let (isFirst, cancels) = state.withLock { state in
            let isFirst = !state.isClosed
            state.isClosed = true
            return (isFirst, Array(state.cancels.values))
        }
        for cancel in cancels { cancel() }
        await withCheckedContinuation { continuation in
            let waiting = state.withLock { state in
                state.waitingForNone.append(continuation)
                return state.takeWaiting()
            }
            for continuation in waiting { continuation.resume() }
        }
        return isFirst
    }
}

extension USBInFlight.State {
    fileprivate mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
        guard cancels.isEmpty, isClosed else { return [] }
        defer { waitingForNone = [] }
        return waitingForNone
    }
}
