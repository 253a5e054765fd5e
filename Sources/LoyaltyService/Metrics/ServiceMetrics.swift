import Synchronization

/// Counts requests and how long they took, by route. It holds as many numbers as there are routes, methods and statuses: nothing that a caller chooses.
final class ServiceMetrics: Sendable {
    /// Which requests are counted together.
    struct Route: Hashable, Comparable, Sendable {
        /// The path as the route table has it; `NotFound` for an address that is not there.
        let path: String
        let method: String

        static func < (left: Route, right: Route) -> Bool { (left.path, left.method) < (right.path, right.method) }
    }

    /// How long requests took.
    struct Times: Sendable {
        /// Upper bounds in milliseconds; the last bucket has none.
        static let bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]

        /// Requests within each bound and over the one below it, then those over all.
        var buckets = Array(repeating: 0, count: bounds.count + 1)
        var nanoseconds = 0

        mutating func add(_ nanoseconds: Int) {
            buckets[Self.bounds.firstIndex { nanoseconds <= $0 * 1_000_000 } ?? Self.bounds.count] += 1
            self.nanoseconds += nanoseconds
        }
    }

    private struct Counts {
        var statuses: [Int: Int] = [:]
        var times = Times()
    }

    private let counts = Mutex<[Route: Counts]>([:])

    /// Counts a request that was answered.
    func count(_ route: Route, status: Int, nanoseconds: Int) {
        counts.withLock { counts in
            counts[route, default: Counts()].statuses[status, default: 0] += 1
            counts[route, default: Counts()].times.add(nanoseconds)
        }
    }

    /// The counts as lines of Prometheus' text format.
    func write(to text: inout MetricsText) {
        let counts = counts.withLock { $0 }.sorted { $0.key < $1.key }
        text.describe("memberlane_requests_total", .counter, "Requests answered.")
        for (route, count) in counts {
            for (status, number) in count.statuses.sorted(by: { $0.key < $1.key }) {
                text.line("memberlane_requests_total", route.labels + [("status", "\(status)")], "\(number)")
            }
        }
        text.describe("memberlane_request_seconds", .histogram, "How long it took until an answer began.")
        for (route, count) in counts { text.histogram("memberlane_request_seconds", route.labels, count.times) }
    }
}

extension ServiceMetrics.Route {
    fileprivate var labels: [(String, String)] { [("method", method), ("route", path)] }
}
