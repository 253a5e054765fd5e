public import LoyaltyModel
public import LoyaltyRules
internal import LoyaltyWording

extension ProgrammeSheet {
    /// The sheet of a programme as plain text in columns: rule, figures, words.
    public static func text(_ programme: Programme, _ language: Language) -> String { ProgrammeSheet(programme).text(in: language) }

    /// The sheet as plain text in columns: rule, figures, words. Ends with a line break.
    public func text(in language: Language) -> String {
        let words = SheetWords(language)
        let blocks = [head(words, language)] + sections(words, language) + [questions(words, language), gaps(words), notices(words)]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func head(_ words: SheetWords, _ language: Language) -> [String] {
        let example = programme.isExample ? ["*** \(words.example) ***"] : []
        return example + [
            programme.name.text(in: language), "\(words.version): \(programme.version)", "\(words.source): \(programme.source)",
            "\(words.inForceFrom): \(FigureText(programme, language).day(programme.effective))",
        ]
    }

    private func sections(_ words: SheetWords, _ language: Language) -> [[String]] {
        let figures = FigureText(programme, language)
        var blocks: [[String]] = []
        for section in programme.published {
            let lines = section.rows.map { row in
                [row.rule.rawValue, row.values.map(figures.text).joined(separator: " · "), row.words.text(in: language)]
            }
            if let heading = section.heading { blocks.append([heading.text(in: language)]) }
            if blocks.isEmpty { blocks.append([]) }
            blocks[blocks.count - 1] += lines.map { $0.joined(separator: "\u{1F}") }
        }
        return blocks.map(columns)
    }

    private func questions(_ words: SheetWords, _ language: Language) -> [String] {
        guard !programme.choices.isEmpty else { return [] }
        return [words.questions]
            + programme.choices.flatMap { choice in
                let others = choice.alternatives.isEmpty ? "" : " (\(words.or): \(choice.alternatives.joined(separator: "; ")))"
                return ["  \(choice.question)  \(choice.asks.text(in: language))", "    \(choice.key): \(choice.answer)\(others)"]
            }
    }

    private func gaps(_ words: SheetWords) -> [String] {
        guard !programme.missing.isEmpty else { return [] }
        return columns([words.missing] + programme.missing.map { [$0.rule.rawValue, $0.key, $0.expects].joined(separator: "\u{1F}") })
    }

    private func notices(_ words: SheetWords) -> [String] {
        warnings.isEmpty ? [] : [words.warnings] + warnings.map { "  " + words.text($0) }
    }

    /// Lines whose cells stand a unit separator apart, set in columns; a line of one cell is a heading.
    private func columns(_ lines: [String]) -> [String] {
        let cells = lines.map { $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init) }
        let rows = cells.filter { $0.count > 1 }
        let widths = (0..<2).map { column in rows.map { $0[column].columns }.max() ?? 0 }
        return cells.map { cells in
            guard cells.count > 1 else { return cells[0] }
            let padded = zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.columns) }
            return "  " + (padded.filter { !$0.isEmpty } + cells.dropFirst(2)).joined(separator: "  ")
        }
    }
}

extension String {
    /// The columns of a terminal that the text fills: two for a Chinese character, none for the marks of direction.
    fileprivate var columns: Int {
        unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x200C...0x200F, 0x2066...0x2069: sum
            case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFF00...0xFF60: sum + 2
            default: sum + 1
            }
        }
    }
}
