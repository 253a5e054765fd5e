/// How far two words are apart: elements to put in, leave out or change (V. I. Levenshtein, 1965).
enum EditDistance {
    static func between<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
        var row = Array(0...right.count)
        for (i, element) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let here = element == other ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
                diagonal = row[j + 1]
                row[j + 1] = here
            }
        }
        return row[right.count]
    }
}
