import LoyaltyModel

/// A member's points in order of date: a deduction takes what is there, and the balance stops at the floor at every step (RULES 10.8, A-TI-4).
struct PointsTimeline {
    /// A move with its place among those of the same moment.
    struct Event {
        let move: Move
        /// Lapses come first (RULES 10.15), then joining and referrals, then sales and dealings as they were entered.
        let order: Int
    }

    /// The moves as they come to, in order of date; none is zero.
    private(set) var moves: [Move] = []
    /// The balance after each of `moves`.
    private(set) var balances: [Points] = []

    /// The events after a balance; from none when it is left out.
    init(_ events: [Event], from start: Points = .zero, stopsAtZero: Bool) {
        var balance = start
        for event in events.sorted(by: { ($0.move.effective, $0.order) < ($1.move.effective, $1.order) }) {
            var move = event.move
            if stopsAtZero, move.points < .zero, balance + move.points < .zero {
                let taken = max(.zero, balance)
                move = move.changed(to: -taken, text: Phrase(.clipped, ["points": .points(taken), "intended": .points(-move.points)]))
            }
            guard move.points != .zero else { continue }
            balance += move.points
            moves.append(move)
            balances.append(balance)
        }
    }
}
