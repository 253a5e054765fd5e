import Foundation

/// The page that says, for every published rule and every open question, which row of a table has it and which tests carry it. Made from the sources.
struct RulePage {
    /// A rule with where it stands and what holds it.
    struct Entry {
        var rows: [String] = []
        var tests: [String] = []
    }

    static let path = "Tests/Rules.md"

    let entries: [String: Entry]

    init() {
        var entries: [String: Entry] = [:]
        for table in Self.tables {
            for row in Self.rows(of: table) { entries[row.rule, default: Entry()].rows.append(row.text) }
        }
        for file in House.files(in: "Tests").sorted(by: { $0.path < $1.path }) {
            for title in Self.titles(in: file) {
                for rule in Self.citations(in: title) { entries[rule, default: Entry()].tests.append("\(title) — `\(file.path)`") }
            }
        }
        self.entries = entries
    }

    /// The whole page.
    var text: String {
        var lines = [
            "# Rules, rows and tests", "",
            "Made from the tables and the tests by `make pages`; a test holds it to them. Rules are numbered by club, open questions by `A-`.", "",
            "| Rule | Row of the table | Tests |", "|---|---|---|",
        ]
        for (rule, entry) in entries.sorted(by: { (Self.order($0.key), $0.key) < (Self.order($1.key), $1.key) }) {
            let tests = entry.tests.map { $0.replacing("|", with: "\\|") }.joined(separator: "<br>")
            lines.append("| \(rule) | \(entry.rows.map { $0.replacing("|", with: "\\|") }.joined(separator: "<br>")) | \(tests) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The rules that a table has and no test's name cites.
    var untested: [String] { entries.filter { !$0.value.rows.isEmpty && $0.value.tests.isEmpty }.keys.sorted() }

    private static var tables: [URL] {
        let folder = House.root.appending(path: "Sources/ProgramTables/Tables")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "yaml" && !$0.lastPathComponent.contains("example") }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// Each row's rule with its words in English, or as published where there are none.
    private static func rows(of table: URL) -> [(rule: String, text: String)] {
        let text = (try? String(contentsOf: table, encoding: .utf8)) ?? ""
        let pieces =
            text.split(separator: "{ rule: ", omittingEmptySubsequences: false).dropFirst().map { ("rule", $0) }
            + text.split(separator: "{ question: ", omittingEmptySubsequences: false).dropFirst().map { ("question", $0) }
        return pieces.compactMap { kind, piece in
            let rule = String(piece.prefix { $0 != "," })
            guard !citations(in: rule).isEmpty else { return nil }
            let asks = kind == "question" ? value(of: "asks: { en", in: piece) : nil
            // Names in several languages stand in braces of their own; what is left is the row's.
            let row = String(piece).replacing(/\{[^{}]*\}/, with: "").prefix { $0 != "}" }
            return (rule, "`\(table.lastPathComponent)` " + (asks ?? value(of: "en", in: row) ?? value(of: "row", in: row) ?? value(of: "key", in: row) ?? ""))
        }
    }

    private static func value(of key: String, in row: Substring) -> String? {
        guard let start = row.firstRange(of: "\(key): ") else { return nil }
        let rest = row[start.upperBound...]
        return rest.first == "\"" ? String(rest.dropFirst().prefix { $0 != "\"" }) : String(rest.prefix { !",}\n".contains($0) })
    }

    /// The names of the tests in a file.
    private static func titles(in file: House.File) -> [String] {
        file.lines.compactMap { line in
            if let start = line.firstRange(of: "func `") { return String(line[start.upperBound...].prefix { $0 != "`" }) }
            let bare = line.drop { $0 == " " }
            if let start = bare.firstRange(of: "@Test(\"") { return String(bare[start.upperBound...].prefix { $0 != "\"" }) }
            return bare.hasPrefix("\"") && bare.contains("\", arguments") || bare.hasPrefix("\"") && bare.hasSuffix("\",")
                ? String(bare.dropFirst().prefix { $0 != "\"" }) : nil
        }
    }

    /// The rules that a text names; “SH-05 … SH-08” names four.
    private static func citations(in text: String) -> [String] {
        var found: [String] = []
        for match in text.matches(of: /A-[A-Z]+-\d+|(?:KM|TI|SH|CL|SA|CI|GY|LB)-\d+[a-c]?|RULES 10\.\d+/) {
            let name = String(match.output)
            let before = text[..<match.range.lowerBound]
            if before.hasSuffix(" … "), let last = found.last, let from = number(of: last), let to = number(of: name), from < to {
                let stem = name.prefix { !$0.isNumber }
                let width = last.count - stem.count
                found += (from + 1..<to).map { stem + String(repeating: "0", count: max(0, width - String($0).count)) + String($0) }
            }
            found.append(name)
        }
        return found
    }

    private static func number(of rule: String) -> Int? { Int(rule.reversed().prefix(while: \.isNumber).reversed().map(String.init).joined()) }

    /// Clubs first, then the open questions, then the settled details; numbers as numbers.
    private static func order(_ rule: String) -> String {
        let group = rule.hasPrefix("RULES") ? "3" : rule.hasPrefix("A-") ? "2" : "1"
        let stem = rule.prefix { !$0.isNumber }
        let figures = rule.drop { !$0.isNumber }.split(separator: ".").last.map(String.init) ?? ""
        return group + stem + String(repeating: "0", count: max(0, 6 - figures.count)) + figures
    }
}
