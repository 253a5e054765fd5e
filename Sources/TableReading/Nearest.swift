/// The word that a mistyped one most likely stands for; nil when none is near, that is within a third of its letters, one at least.
package func nearest(to word: String, among words: [String]) -> String? {
    let ranked = words.map { (distance: distance(word, $0), word: $0) }.min { ($0.distance, $0.word) < ($1.distance, $1.word) }
    guard let ranked, ranked.distance <= max(1, ranked.word.count / 3), ranked.distance < ranked.word.count else { return nil }
    return ranked.word
}

/// Insertions, deletions and exchanges of a letter that lead from one word to the other (Levenshtein).
private func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.prefix(64))
    var row = Array(0...right.count)
    for (i, letter) in left.prefix(64).enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let exchanged = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(exchanged, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
