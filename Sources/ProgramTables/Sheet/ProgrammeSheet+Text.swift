internal import Foundation
public import LoyaltyModel
public import LoyaltyRules
internal import LoyaltyWording

extension ProgrammeSheet {
    /// The sheet of a programme as plain text in columns: rule, figures, words.
    public static func text(_ programme: Programme, _ language: Language) -> String { ProgrammeSheet(programme).text(in: language) }

    /// The sheet as plain text in columns: rule, figures, words. Ends with a line break.
    public func text(in language: Language) -> String {
        let words = SheetWords(language)
        let blocks = [head(words, language)] + sections(words, language) + [questions(words, language), gaps(words), additions(words), notices(words)]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func head(_ words: SheetWords, _ language: Language) -> [String] {
        let example = programme.isExample ? ["*** \(words.example) ***"] : []
        return example + [
            programme.name.text(in: language), "\(words.version): \(programme.version)", "\(words.source): \(programme.source)",
            "\(words.inForceFrom): \(programme.effective.map(FigureText(programme, language).day) ?? words.noDate)",
            "\(words.calendar): \(words.system(programme.calendar.system))\(words.comma)\(given("calendar.zone", words) ?? programme.calendar.zone.identifier)",
            "\(words.currency): \(given("currency", words) ?? programme.currency.code)",
            "\(words.cards): \(words.cardNumbers(programme.numbers.prefix, Catalogue(language).format(programme.numbers.length)))",
        ]
    }

    /// `unknown` with its key, while the owner has not given what the text leaves out.
    private func given(_ key: String, _ words: SheetWords) -> String? {
        programme.missing.contains { $0.key == key } ? "\(words.unknown) (\(key))" : nil
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
            if section.key == "decay", let totals = totals(words, language) { blocks[blocks.count - 1].append(totals) }
        }
        return blocks.map(columns)
    }

    /// What each half-year without a visit has cost, for the owner to confirm (A-TI-1).
    private func totals(_ words: SheetWords, _ language: Language) -> String? {
        guard let ladder = programme.inactivity else { return nil }
        let catalogue = Catalogue(language)
        let ends = ladder.blocks.reduce(into: [0]) { ends, block in ends.append((ends.last ?? 0) + block.months) }
        let months = Set(ends.dropFirst() + ends.map { $0 + ladder.firstBlockStartsMonth - 1 }).subtracting([0]).sorted()
        let sums = months.map { "\(catalogue.format($0)): \(catalogue.format(ladder.published(through: $0)))" }
        return ["", "", "\(words.totals): \(sums.joined(separator: words.semicolon))"].joined(separator: "\u{1F}")
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

    private func additions(_ words: SheetWords) -> [String] {
        guard !programme.given.isEmpty else { return [] }
        return columns([words.given] + programme.given.map { [$0.rule?.rawValue ?? "", $0.key].joined(separator: "\u{1F}") })
    }

    private func notices(_ words: SheetWords) -> [String] {
        warnings.isEmpty ? [] : [words.warnings] + warnings.map { "  " + words.text($0) }
    }

    /// Lines whose cells stand a unit separator apart, set in columns; a line of one cell is a heading.
    private func columns(_ lines: [String]) -> [String] {
        let cells = lines.map { $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init) }
        let widths = (0..<2).map { column in
            cells.filter { $0.count > 1 }.map { $0[column].columns }.filter { $0 <= Self.widest }.max() ?? 0
        }
        return cells.flatMap { cells in
            guard cells.count > 1 else { return [cells[0]] }
            let rule = cells[0].padded(widths[0])
            guard cells[1].columns <= widths[1] else {
                return ["  \(rule)  \(cells[1])", String(repeating: " ", count: widths[0] + 4) + cells.dropFirst(2).joined(separator: "  ")]
            }
            let figures = widths[1] == 0 ? [] : [cells.count == 2 ? cells[1] : cells[1].padded(widths[1])]
            return ["  " + ([rule] + figures + cells.dropFirst(2)).joined(separator: "  ")]
        }
    }

    /// Figures that are wider stand on a line of their own, above their words.
    private static let widest = 56
}

extension String {
    /// With blanks behind it, up to a width.
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }

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

extension InactivityLadder {
    /// What the published blocks take off through `month` without a service, nothing clipped.
    fileprivate func published(through month: Int) -> Points {
        var left = month - firstBlockStartsMonth + 1
        guard month >= graceMonths else { return .zero }
        return blocks.reduce(.zero) { sum, block in
            let months = min(max(left, 0), block.months)
            left -= months
            return sum + Points(months * block.points.count)
        }
    }
}
