internal import Foundation

/// A zone's clock from 1900 to 2100, read once; before and after, the nearest offset stands.
struct ZoneOffsets: Sendable {
    /// From `start` (seconds since 1970, UTC) on, clocks are `offset` seconds ahead of UTC.
    private struct Span: Sendable {
        let start: Int
        let offset: Int
    }

    /// In order of time, never empty; the first has no beginning.
    private let spans: [Span]

    init(of zone: TimeZone) {
        var moment = Date(timeIntervalSince1970: -2_208_988_800)
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var spans = [Span(start: .min, offset: zone.secondsFromGMT(for: moment))]
        while let change = zone.nextDaylightSavingTimeTransition(after: moment), change > moment, change < end {
            spans.append(Span(start: Int(change.timeIntervalSince1970.rounded(.up)), offset: zone.secondsFromGMT(for: change)))
            moment = change
        }
        self.spans = spans
    }

    /// Seconds ahead of UTC at a moment in seconds since 1970, UTC.
    func offset(at second: Int) -> Int { spans[index(at: second)].offset }

    /// The first second (since 1970, UTC) at which clocks show `local` (seconds since 1970 by those clocks) or more.
    func firstSecond(showing local: Int) -> Int {
        // No clock is as much as 26 hours from UTC, so none shows `local` yet at the moment the search begins from.
        var index = index(at: local - 26 * 3600)
        while true {
            let second = max(spans[index].start, local - spans[index].offset)
            guard index + 1 < spans.count, second >= spans[index + 1].start else { return second }
            index += 1
        }
    }

    private func index(at second: Int) -> Int {
        var low = 0
        var high = spans.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if spans[middle].start <= second { low = middle } else { high = middle }
        }
        return low
    }
}
