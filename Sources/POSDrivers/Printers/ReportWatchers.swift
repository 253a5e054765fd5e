import PointOfService

/// Those who watch a printer.
struct ReportWatchers {
    private var streams: [Int: AsyncStream<PrinterReport>.Continuation] = [:]
    private var last = 0

    /// A stream that begins with what is known now, and ends at once when the printer is closed. `ended` is called with its number when nobody reads it
    /// any more.
    mutating func add(_ report: PrinterReport, ended: @escaping @Sendable (Int) -> Void) -> AsyncStream<PrinterReport> {
        let (stream, continuation) = AsyncStream.makeStream(of: PrinterReport.self, bufferingPolicy: .bufferingNewest(64))
        continuation.yield(report)
        if report.state == .closed {
            continuation.finish()
            return stream
        }
        last += 1
        let number = last
        streams[number] = continuation
        continuation.onTermination = { _ in ended(number) }
        return stream
    }

    mutating func forget(_ number: Int) { streams[number] = nil }

    func tell(_ report: PrinterReport) {
        for stream in streams.values { stream.yield(report) }
    }

    mutating func finish() {
        for stream in streams.values { stream.finish() }
        streams = [:]
    }
}
