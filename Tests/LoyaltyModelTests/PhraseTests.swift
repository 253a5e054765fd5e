import LoyaltyModel
import Testing

/// A sentence that is made of figures is the sentence with its gaps filled, whoever asks.
struct PhraseTests {
    private static let yuan = Currency(code: "CNY", minorDigits: 2)
    private static let gold = Wording(["en": "Gold", "zh": "金卡"])

    /// Sentences made of figures, each beside the one with its gaps filled; of one name two stand together.
    private static let pairs: [(made: Phrase, filled: Phrase)] = [100, 300].flatMap { minor in
        let (amount, list) = (Money(minor: minor), Money(minor: 900))
        return [
            (
                Phrase.tierTakesOff(amount, of: list, at: OffRate(millionths: 20_000), tier: gold, in: yuan),
                Phrase(
                    .tierTakesOff,
                    ["amount": .money(amount, yuan), "list": .money(list, yuan), "rate": .reduction(OffRate(millionths: 20_000)), "tier": .words(gold)])
            ),
            (
                .tierPays(amount, of: list, at: PayRate(millionths: 950_000), tier: gold, in: yuan),
                Phrase(
                    .tierPays,
                    ["list": .money(list, yuan), "price": .money(amount, yuan), "rate": .payment(PayRate(millionths: 950_000)), "tier": .words(gold)])
            ),
            (
                .pointsForSpend(Points(minor), for: list, step: Points(1), per: Money(minor: 10), in: yuan),
                Phrase(
                    .pointsForSpend,
                    ["paid": .money(list, yuan), "per": .money(Money(minor: 10), yuan), "points": .points(Points(minor)), "step": .points(Points(1))])
            ),
            (
                .pointsLapsed(Points(minor), month: 7, since: Day(serial: 17_000)),
                Phrase(.pointsLapsed, ["month": .count(7), "points": .points(Points(minor)), "since": .day(Day(serial: 17_000))])
            ),
            (.sayBalance(Points(minor), tier: gold), Phrase(.sayBalance, ["points": .points(Points(minor)), "tier": .words(gold)])),
        ]
    }

    @Test func `a sentence made of figures equals the one with its gaps filled`() {
        for (made, filled) in Self.pairs {
            #expect(made == filled && filled == made && made.hashValue == filled.hashValue)
            #expect(made.values == filled.values && !filled.values.gaps.isEmpty)
            for gap in filled.values.gaps { #expect(made[gap.name] == gap.value) }
            #expect(made["nothing"] == nil)
            for other in Self.pairs where other.filled.values != filled.values { #expect(made != other.made && made != other.filled) }
        }
    }

    @Test func `of two sentences of one name only the gaps that differ are handed out`() {
        for (made, filled) in Self.pairs {
            #expect(gaps(of: made, unlike: nil) == gaps(of: filled, unlike: nil))
            #expect(gaps(of: made, unlike: nil) == filled.values.gaps.map { Gap($0.name, $0.value) })
            for other in Self.pairs where other.made.key == made.key {
                let expected = filled.values.gaps.filter { other.filled[$0.name] != $0.value }.map { Gap($0.name, $0.value) }
                for (left, right) in [(made, other.made), (made, other.filled), (filled, other.made), (filled, other.filled)] {
                    #expect(gaps(of: left, unlike: right) == expected)
                }
            }
        }
    }

    @Test func `a gap that only the other sentence has is handed out as none`() {
        let first = Phrase(.sayEarned, ["a": .count(1), "c": .count(3), "e": .count(5)])
        let second = Phrase(.sayEarned, ["b": .count(2), "c": .count(3), "d": .count(4)])
        #expect(
            gaps(of: second, unlike: first) == [Gap("a", nil), Gap("b", .count(2)), Gap("d", .count(4)), Gap("e", nil)])
        #expect(gaps(of: Phrase(.sayEarned), unlike: first) == [Gap("a", nil), Gap("c", nil), Gap("e", nil)])
    }

    @Test func `amounts in another currency differ even where the figures are the same`() {
        let made = { Phrase.tierPays(Money(minor: 100), of: Money(minor: 900), at: .full, tier: Self.gold, in: $0) }
        let (yuan, rial) = (made(Self.yuan), made(Currency(code: "IRR", minorDigits: 0)))
        #expect(yuan != rial)
        #expect(gaps(of: yuan, unlike: rial).map(\.name) == ["list", "price"])
    }

    private struct Gap: Equatable {
        let name: String
        let value: PhraseValue?

        init(_ name: String, _ value: PhraseValue?) {
            self.name = name
            self.value = value
        }
    }

    private func gaps(of phrase: Phrase, unlike other: Phrase?) -> [Gap] {
        var gaps: [Gap] = []
        phrase.forEachGap(unlike: other) { gaps.append(Gap($0, $1)) }
        return gaps
    }
}
