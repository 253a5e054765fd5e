import LoyaltyDesk
import LoyaltyModel

extension CardShop {
    /// What makes two shops the same for all that can follow.
    ///
    /// The desk asks of a number only whether it is the job's old or new one, and else what its card is worth. So numbers stand here by their part. A
    /// dead number never comes back, which every step is held to, and changes no answer but the one to itself; so pieces with dead numbers are left out,
    /// and the search begins in a shop that has one of each kind lying about. What the desk writes down and never asks again (names, times, journal, the
    /// texts of printers) is left out too. With that the states are finitely many and all of them are visited, with no bound on the number of jobs,
    /// losses, sales, or prints but that two at the most run at one time.
    struct Key: Hashable, Sendable {
        let isLifted: Bool
        let kind: CardJob.Kind?
        let state: CardJob.State?
        let reason: CardJob.Reason?
        let exception: CardJob.Exception?
        let tier: TierID?
        let valid: [Valid]
        let oldIs: Card.State?
        let newIs: Card.State?
        let pieces: Set<Part>
        let prints: [Running]
        let isPaidFor: Bool
    }

    struct Valid: Hashable, Sendable {
        let part: Part
        let isPrinted: Bool
        let tier: TierID
        let isSuccessor: Bool
    }

    /// The part a number plays.
    enum Part: Hashable, Sendable {
        case new, old, valid, dead

        var isAlive: Bool { self != .dead }
    }

    struct Running: Hashable, Sendable, Comparable {
        let part: Part
        let isAwaited: Bool

        static func < (one: Running, other: Running) -> Bool { "\(one)" < "\(other)" }
    }

    func key(_ record: Record) -> Key {
        let job = record.job
        func part(_ number: CardNumber) -> Part {
            if number == job?.newCard { return .new }
            if number == job?.oldCard { return .old }
            return record.state(of: number) == .valid ? .valid : .dead
        }
        return Key(
            isLifted: liftedBy != nil, kind: job?.kind, state: job?.state, reason: job?.reason, exception: job?.exception, tier: job?.tier,
            valid: record.valid.map { Valid(part: part($0.number), isPrinted: $0.isPrinted, tier: $0.tier, isSuccessor: $0.replaces != nil) },
            oldIs: job?.oldCard.flatMap { record.state(of: $0) }, newIs: job.flatMap { record.state(of: $0.newCard) },
            pieces: Set(pieces.map { part($0.number) }.filter(\.isAlive)),
            prints: prints.map { Running(part: part($0.order.number), isAwaited: isAwaited($0.order, by: job)) }.sorted(),
            isPaidFor: job?.oldCard.map { charged.contains($0) } ?? false)
    }

    private func isAwaited(_ order: CardOrder, by job: CardJob?) -> Bool {
        job?.id == order.job && job?.prints == order.print && job?.state == .printing
    }
}
