import Synchronization

/// Who is plugged in, and who wants to know: the part of a bus that is the same for every bus.
///
/// Snapshot and subscription happen under one lock, so a stream misses nothing and repeats nothing.
package final class USBDeviceRoster: Sendable {
    private struct State {
        var devices: [USBAddress: USBDeviceInfo] = [:]
        var readers: [Int: AsyncStream<USBEvent>.Continuation] = [:]
        var lastReader = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    package init() {}

    deinit { finish() }

    /// Sorted by address.
    package var devices: [USBDeviceInfo] {
        state.withLock { Self.sorted($0.devices) }
    }

    package func device(at address: USBAddress) -> USBDeviceInfo? { state.withLock { $0.devices[address] } }

    /// Enters a device. One that is already there is a repeated report of the same arrival and is not told again.
    package func enter(_ device: USBDeviceInfo) {
        state.withLock { state in
            guard state.devices.updateValue(device, forKey: device.address) == nil else { return }
            for reader in state.readers.values { reader.yield(.arrived(device)) }
        }
    }

    /// Strikes a device out; an unknown one was never told of and is passed over.
    package func strike(_ address: USBAddress) {
        state.withLock { state in
            guard state.devices.removeValue(forKey: address) != nil else { return }
            for reader in state.readers.values { reader.yield(.left(address)) }
        }
    }

    package func events() -> AsyncStream<USBEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: USBEvent.self, bufferingPolicy: .unbounded)
        let reader = state.withLock { state -> Int? in
            if state.isFinished { return nil }
            for device in Self.sorted(state.devices) { continuation.yield(.arrived(device)) }
            state.lastReader += 1
            state.readers[state.lastReader] = continuation
            return state.lastReader
        }
        guard let reader else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.forget(reader) }
        return stream
    }

    /// Ends every stream. It is done outside the lock, which the end of a stream takes.
    package func finish() {
        let readers = state.withLock { state -> [AsyncStream<USBEvent>.Continuation] in
            state.isFinished = true
            defer { state.readers = [:] }
            return Array(state.readers.values)
        }
        for reader in readers { reader.finish() }
    }

    private func forget(_ reader: Int) {
        let forgotten = state.withLock { $0.readers.removeValue(forKey: reader) }
        _ = forgotten
    }

    private static func sorted(_ devices: [USBAddress: USBDeviceInfo]) -> [USBDeviceInfo] {
        devices.values.sorted { ($0.address.bus, $0.address.address) < ($1.address.bus, $1.address.address) }
    }
}
