/// Where a card job stands and what may follow: the whole of first issue, exchange and reissue as one value.
///
/// `→` is the state that follows, `–` a refusal that changes nothing. What the desk does to the member's cards stands behind the sign:
/// `lose` the old number is dead and the new one counts · `redraw` the number is given up for a fresh one · `drop` the number is given up ·
/// `switch` the new card is valid and every other is retired.
///
/// | stands at         | old card in | no old card | old card lost | print begins    |
/// |-------------------|-------------|-------------|---------------|-----------------|
/// | awaitingOldCard   | → ready     | → ready     | → ready, lose | –               |
/// | readyToPrint      | –           | –           | stays, lose ¹ | → printing      |
/// | printing          | –           | –           | stays, lose ¹ | stays, redraw   |
/// | spoiled           | –           | –           | stays, lose ¹ | → printing      |
/// | printed           | –           | –           | stays, lose ¹ | → printing, redraw |
/// | done, cancelled   | –           | –           | –             | –               |
///
/// | stands at         | nothing out | spoiled out | card out  | stripe written | read back      | given up        |
/// |-------------------|-------------|-------------|-----------|----------------|----------------|-----------------|
/// | awaitingOldCard   | –           | –           | –         | –              | –              | → cancelled ²   |
/// | readyToPrint      | –           | –           | –         | –              | –              | → cancelled ²   |
/// | printing          | → ready     | → spoiled, redraw | → printed | –        | → done, switch | → cancelled ² ³ |
/// | spoiled           | –           | –           | –         | –              | –              | → cancelled ²   |
/// | printed           | –           | –           | –         | stays          | → done, switch | → cancelled ² ³ |
/// | done, cancelled   | –           | –           | –         | –              | –              | –               |
///
/// ¹ Once, and only while an old card counts. ² `drop` while the old card counts. ³ `redraw` where the new number counts already: a card that may lie
/// about never works.
///
/// Two promises follow. A number that may be on a piece of card is printed again by no later print, so of all cards that came out one at the most is valid.
/// And every state but the two last can be given up, so none is without a way out.
public struct CardCourse: Sendable, Hashable {
    /// Where the job stands.
    public private(set) var state: CardJob.State
    /// Whether the new number is the member's valid one already: on a first issue, and once the old card is reported lost. Else the old card counts.
    public private(set) var counts: Bool

    /// A course at a place of the table.
    public init(at state: CardJob.State, counts: Bool) {
        self.state = state
        self.counts = counts
    }

    /// What happened.
    public enum Event: Sendable, Hashable, CaseIterable {
        case oldCardIn
        /// No old card comes in, for a reason and with permission; it has not been reported lost.
        case oldCardMissing
        case oldCardLost
        case printBegan
        /// The print ended before a byte left.
        case nothingOut
        /// The print was broken off half-way.
        case spoiledOut
        /// The printer has, or may have, printed the whole card.
        case cardOut
        case stripeWritten
        /// A reader read the card that was printed last.
        case readBack
        case givenUp
    }

    /// What the desk does to the member's cards, in the same transaction.
    public enum Effect: Sendable, Hashable {
        case lose, redraw, drop, `switch`
    }

    /// What is not possible at this place.
    public enum Refusal: Error, Sendable, Hashable {
        /// The step is not due in this state.
        case notNow
        /// No old card counts that could be lost.
        case noCardToLose
    }

    /// Takes a step; a refusal changes nothing.
    public mutating func take(_ event: Event) throws(Refusal) -> Effect? {
        switch (state, event) {
        case (.done, _), (.cancelled, _): throw .notNow
        case (_, .oldCardLost): return try lose()
        case (_, .givenUp): return giveUp()
        case (.awaitingOldCard, .oldCardIn), (.awaitingOldCard, .oldCardMissing): return move(to: .readyToPrint)
        case (.awaitingOldCard, _): throw .notNow
        case (_, .printBegan): return move(to: .printing, mayBeOut ? .redraw : nil)
        case (.printing, .nothingOut): return move(to: .readyToPrint)
        case (.printing, .spoiledOut): return move(to: .spoiled, .redraw)
        case (.printing, .cardOut): return move(to: .printed)
        case (.printed, .stripeWritten): return nil
        case (.printing, .readBack), (.printed, .readBack): return move(to: .done, .switch)
        default: throw .notNow
        }
    }

    /// The steps that are possible here; none once the job is over.
    public var waysOn: Set<Event> {
        Set(
            Event.allCases.filter { event in
                var trial = self
                do { _ = try trial.take(event) } catch { return false }
                return true
            })
    }

    /// Whether a piece of card may carry the present number.
    private var mayBeOut: Bool { state == .printing || state == .printed }

    private mutating func lose() throws(Refusal) -> Effect {
        guard !counts else { throw .noCardToLose }
        counts = true
        if state == .awaitingOldCard { state = .readyToPrint }
        return .lose
    }

    private mutating func giveUp() -> Effect? {
        let isOut = mayBeOut
        state = .cancelled
        guard counts else { return .drop }
        return isOut ? .redraw : nil
    }

    private mutating func move(to next: CardJob.State, _ effect: Effect? = nil) -> Effect? {
        state = next
        return effect
    }
}
