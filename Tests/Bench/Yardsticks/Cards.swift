import CardArtwork
import Foundation
import PrinterFormats

/// Cards from their data to the bytes of a receipt printer, warm.
enum Cards {
    private static let language = CardLanguage("fa")
    private static let face = FaceShelf.shipped.front(programme: "km", tier: "gold", rank: TierRank(2, of: 4), language: language)

    /// Seconds for so many cards, each with a number of its own.
    static func draw(_ count: Int) async throws {
        let renderer = try await warmRenderer()
        let start = ContinuousClock.now
        var bytes = 0
        for index in 0..<count { bytes += try await job(index, renderer).reduce(0) { $0 + $1.count } }
        guard bytes > 0 else { exit(1) }
        Yardsticks.report(since: start)
    }

    /// The median of the seconds from a card's data to its first band.
    static func firstBand(_ count: Int) async throws {
        let renderer = try await warmRenderer()
        var times: [Duration] = []
        for index in 0..<count {
            let start = ContinuousClock.now
            var parts = try await job(index, renderer).makeIterator()
            guard parts.next() != nil, let band = parts.next(), !band.isEmpty else { exit(1) }
            times.append(ContinuousClock.now - start)
        }
        let median = times.sorted()[count / 2].components
        print(Double(median.seconds) + Double(median.attoseconds) / 1e18)
    }

    /// By how many bytes the process's resident memory grows over so many warm cards; a process of its own.
    static func growth(_ count: Int) async throws {
        let renderer = try await warmRenderer()
        for index in 0..<500 { _ = try await job(index, renderer).bytes }
        let before = try residentBytes()
        for index in 0..<count { _ = try await job(index, renderer).bytes }
        print(try residentBytes() - before)
    }

    /// The second figure of `/proc/self/statm`, in pages (proc(5)).
    private static func residentBytes() throws -> Int {
        let figures = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(figures[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func warmRenderer() async throws -> CardRenderer {
        let renderer = try CardRenderer()
        try await renderer.warmUp(on: face, language: language)
        _ = try await job(0, renderer)
        return renderer
    }

    private static func job(_ index: Int, _ renderer: CardRenderer) async throws -> PrintJob {
        let number = String(900_100_000_000_0000 + index)
        let card = CardInscription(
            programme: "باشگاه مشتریان", tierName: "طلایی", rank: TierRank(2, of: 4), memberName: "سپهر رضایی", number: number, code: number,
            language: language)
        return try PrintJob(await renderer.render(card, on: face, for: .receipt80).bitmap, for: .receipt80)
    }
}
