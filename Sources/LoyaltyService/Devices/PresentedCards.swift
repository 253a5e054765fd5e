import LoyaltyModel
import Synchronization

/// Cards that readers of this computer read a moment ago, each under a name that says nothing of it.
///
/// A page gets the name and hands it back in place of a number, so that no digits pass through it. Names are random, live five minutes and end with the
/// process.
final class PresentedCards: Sendable {
    static let lifetime = 5 * 60 * 1000
    static let capacity = 64
    static let prefix = "presented:"

    private struct Card: Sendable {
        let name: String
        let text: String
        let entry: CardEntry
        let since: Instant

        func isFresh(at instant: Instant) -> Bool { instant.milliseconds - since.milliseconds < PresentedCards.lifetime }
    }

    private let cards = Mutex<[Card]>([])

    /// Keeps what was read; the oldest make room.
    func keep(_ text: String, _ entry: CardEntry, at instant: Instant) -> String {
        let name = Self.prefix + (0..<4).map { _ in String(UInt32.random(in: 0...UInt32.max), radix: 36) }.joined(separator: "-")
        cards.withLock { cards in
            cards.removeAll { !$0.isFresh(at: instant) }
            if cards.count >= Self.capacity { cards.removeFirst(cards.count - Self.capacity + 1) }
            cards.append(Card(name: name, text: text, entry: entry, since: instant))
        }
        return name
    }

    /// What stands behind a name, or the value itself when it is none. A name that has had its time asks for another swipe.
    func card(_ value: String, _ entry: CardEntry, at instant: Instant) throws -> (value: String, entry: CardEntry) {
        guard value.hasPrefix(Self.prefix) else { return (value, entry) }
        return try card(named: value, at: instant)
    }

    /// What stands behind a name. A name that has had its time, and what is none, asks for another swipe.
    func card(named name: String, at instant: Instant) throws -> (value: String, entry: CardEntry) {
        let card = cards.withLock { cards in cards.first { $0.name == name && $0.isFresh(at: instant) } }
        guard let card else { throw Trouble(.swipeAgain, field: "value", detail: "the card was read too long ago") }
        return (card.text, card.entry)
    }
}
