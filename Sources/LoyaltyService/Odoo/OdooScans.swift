import LoyaltyModel
import PointOfService
import Synchronization

/// What was scanned a moment ago, and who waits for the next.
final class OdooScans: Sendable {
    /// A scan is told to whoever asks within five seconds of it, as Odoo's own proxy does: later it belongs to another customer.
    static let lifetime = 5_000

    struct Scan: Sendable {
        /// Grows from scan to scan, also over a restart: milliseconds at least.
        let number: Int
        let at: Instant
        let device: DeviceIdentity
        let value: String
    }

    /// Which scans somebody waits for.
    struct Wish: Sendable {
        /// Newer than this one; nil for one that nobody has been told yet.
        let after: Int?
        /// Devices by their id or by Odoo's word for their kind; nil for all.
        let devices: Set<String>?

        func fits(_ scan: Scan) -> Bool {
            guard let devices else { return true }
            return devices.contains(scan.device.id) || devices.contains(OdooScans.kind)
        }
    }

    /// Odoo's word for whatever a code comes from.
    static let kind = "scanner"

    private struct Waiting {
        let wish: Wish
        let told: AsyncStream<Scan>.Continuation
    }

    private struct State {
        var last = 0
        var recent: [Scan] = []
        /// Scans that some page has been told which asks without saying what it knows.
        var told: Set<Int> = []
        var waiting: [Int: Waiting] = [:]
        var nextWaiting = 0
    }

    private let state = Mutex(State())

    /// How many wait.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Tells everybody who waits, and whoever asks within the next seconds.
    func publish(_ value: String, from device: DeviceIdentity, at instant: Instant) {
        let (scan, waiting) = state.withLock { state in
            state.last = max(state.last + 1, instant.milliseconds)
            let scan = Scan(number: state.last, at: instant, device: device, value: value)
            state.recent.removeAll { instant.milliseconds - $0.at.milliseconds >= Self.lifetime }
            state.told.formIntersection(state.recent.map(\.number))
            state.recent.append(scan)
            let waiting = state.waiting.filter { $0.value.wish.fits(scan) }
            if waiting.values.contains(where: { $0.wish.after == nil }) { state.told.insert(scan.number) }
            for number in waiting.keys { state.waiting[number] = nil }
            return (scan, waiting.values)
        }
        // Whoever is told leaves the list, which is locked no more.
        for one in waiting {
            one.told.yield(scan)
            one.told.finish()
        }
    }

    /// The next scan, or one of the last seconds; nil when there is none within `patience`, or the page that asked has gone.
    func next(_ wish: Wish, at instant: Instant, patience: Duration) async -> Scan? {
        let stream = wait(wish, at: instant)
        return await withTaskGroup(of: Scan?.self) { group in
            group.addTask { await stream.first { _ in true } }
            group.addTask {
                // The wait itself is what was asked for; it ends early with a scan, and with the page.
                try? await Task.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func wait(_ wish: Wish, at instant: Instant) -> AsyncStream<Scan> {
        let (stream, told) = AsyncStream.makeStream(of: Scan.self)
        let number: Int? = state.withLock { state in
            let fresh = state.recent.first { scan in
                instant.milliseconds - scan.at.milliseconds < Self.lifetime && wish.fits(scan)
                    && (wish.after.map { scan.number > $0 } ?? !state.told.contains(scan.number))
            }
            if let fresh {
                if wish.after == nil { state.told.insert(fresh.number) }
                told.yield(fresh)
                told.finish()
                return nil
            }
            state.nextWaiting += 1
            state.waiting[state.nextWaiting] = Waiting(wish: wish, told: told)
            return state.nextWaiting
        }
        if let number { told.onTermination = { [weak self] _ in self?.forget(number) } }
        return stream
    }

    private func forget(_ number: Int) { state.withLock { $0.waiting[number] = nil } }
}
