internal import Dispatch
import Foundation
internal import Glibc

/// The end of a process, for whoever waits for it.
struct Ending: Sendable {
    private let statuses: AsyncStream<Int>
    private let number: pid_t

    /// Starts `process`.
    init(of process: Process) throws {
        let (statuses, told) = AsyncStream.makeStream(of: Int.self)
        process.terminationHandler = { ended in
            told.yield(ended.terminationReason == .exit ? Int(ended.terminationStatus) : -Int(ended.terminationStatus))
            told.finish()
        }
        try process.run()
        self.statuses = statuses
        number = process.processIdentifier
    }

    /// The exit status, or the negative of the signal; to be asked once. A process that outlives the seconds given is killed.
    func status(within seconds: Int) async -> Int {
        let watch = DispatchWorkItem { [number] in kill(number, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: watch)
        defer { watch.cancel() }
        for await status in statuses { return status }
        return -Int(SIGKILL)
    }
}
