internal import LoyaltyModel
internal import LoyaltyRules

extension ProgrammeSheet: Encodable {
    private enum Key: String, CodingKey {
        case programme, version, name, language, source, effective, example, sections, choices, missing, given, warnings
    }

    private enum SectionKey: String, CodingKey {
        case key, heading, rows
    }

    private enum RowKey: String, CodingKey {
        case rule, words, figures
    }

    /// Writes the sheet: money in minor units, rates in millionths, days as ISO dates.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(programme.id, forKey: .programme)
        try container.encode(programme.version, forKey: .version)
        try container.encode(programme.name, forKey: .name)
        try container.encode(programme.language, forKey: .language)
        try container.encode(programme.source, forKey: .source)
        try container.encodeIfPresent(programme.effective, forKey: .effective)
        try container.encode(programme.isExample, forKey: .example)
        try container.encode(programme.choices, forKey: .choices)
        try container.encode(programme.missing, forKey: .missing)
        try container.encode(programme.given, forKey: .given)
        try container.encode(warnings, forKey: .warnings)
        var sections = container.nestedUnkeyedContainer(forKey: .sections)
        for section in programme.published {
            var block = sections.nestedContainer(keyedBy: SectionKey.self)
            try block.encode(section.key, forKey: .key)
            try block.encodeIfPresent(section.heading, forKey: .heading)
            var rows = block.nestedUnkeyedContainer(forKey: .rows)
            for row in section.rows {
                var line = rows.nestedContainer(keyedBy: RowKey.self)
                try line.encode(row.rule, forKey: .rule)
                try line.encode(row.words, forKey: .words)
                try line.encode(row.values.map(SheetFigure.init), forKey: .figures)
            }
        }
    }
}
