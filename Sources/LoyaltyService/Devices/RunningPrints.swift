import LoyaltyModel
import Synchronization

/// The card jobs whose card is on its way to a printer of this service this moment. Ends with the process: whoever finds a job at `printing` that is not
/// here has to look at the printer.
final class RunningPrints: Sendable {
    private let jobs = Mutex<Set<CardJobID>>([])

    var running: Set<CardJobID> { jobs.withLock { $0 } }

    /// Whether the job may begin a print: two pages cannot print one card at the same time.
    func begin(_ job: CardJobID) -> Bool { jobs.withLock { $0.insert(job).inserted } }

    func end(_ job: CardJobID) { _ = jobs.withLock { $0.remove(job) } }
}
