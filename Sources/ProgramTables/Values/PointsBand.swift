internal import LoyaltyModel
internal import TableReading

/// Points from one number through another, both inclusive, or without an end.
struct PointsBand: Hashable {
    let from: Points
    let through: Points?
}

extension Field {
    /// A band as it is published: `30-210` (or with a dash `–`), `501 and up`; a bare number is where an endless one begins.
    func pointsBand() -> PointsBand? {
        let belongs = "a band such as 30-210 or 501 and up"
        guard let text = text(belongs) else { return nil }
        let isOpen = text.hasSuffix("and up")
        let numbers = (isOpen ? text.dropLast(6).trimmed : text).replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false).map { part in
            if case .value(let count) = ExactNumber(part.trimmed, decimals: 0), count <= Points.most { count } else { -1 }
        }
        guard !numbers.contains(-1), numbers.count == 1 || numbers.count == 2 && !isOpen else {
            note(.malformed, belongs: belongs)
            return nil
        }
        guard numbers.count == 1 || numbers[0] <= numbers[1] else {
            note(.bandsOutOfOrder, belongs: "the lower number first: \(numbers[1])-\(numbers[0])")
            return nil
        }
        return PointsBand(from: Points(numbers[0]), through: numbers.count == 2 ? Points(numbers[1]) : nil)
    }

    /// Which purchases a row counts: `vehicle 1` or `vehicle 4-10`.
    func positions() -> (category: CategoryID, positions: ClosedRange<Int>)? {
        let belongs = "joining, profile, spend, or a category with positions, such as vehicle 1 or vehicle 4-10"
        guard let text = text(belongs) else { return nil }
        let words = text.split(separator: " ")
        let numbers = words.dropFirst().first.map { $0.split(separator: "-", omittingEmptySubsequences: false) } ?? []
        let ends = numbers.compactMap { part in if case .value(let count) = ExactNumber(part, decimals: 0) { count } else { nil } }
        guard words.count == 2, ends.count == numbers.count, (1...2).contains(ends.count), let first = ends.first, let last = ends.last, first >= 1,
            first <= last,
            last <= 1_000_000
        else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return (CategoryID(String(words[0])), first...last)
    }
}
