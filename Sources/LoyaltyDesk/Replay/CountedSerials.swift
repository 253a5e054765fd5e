internal import Synchronization

/// Serials 1, 2, 3 …: a rehearsal has the same numbers every time.
final class CountedSerials: SerialSource {
    private let last = Atomic<Int>(0)

    func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
