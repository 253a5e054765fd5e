/// The kind of value that stands in a gap.
public enum PhraseGap: Sendable, Hashable, CaseIterable {
    case points, money, count, day, reduction, payment, words, name
}
