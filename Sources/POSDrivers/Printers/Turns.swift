/// Those who print one after the other, in the order they came.
final class Turns {
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isTaken = false

    /// Waits for one's turn, within the actor that owns this.
    func take(isolation: isolated (any Actor)? = #isolation) async {
        if !isTaken {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Gives it to the next.
    func give() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
