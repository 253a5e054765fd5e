import LoyaltyModel

extension Report {
    /// The table for a spreadsheet: RFC 4180, UTF-8 behind a byte order mark, money in whole units with a point, shares in per cent.
    ///
    /// A word that a spreadsheet would take for a formula (CWE-1236) stands behind an apostrophe; numbers are written by this function alone.
    public var csv: String {
        let head = columns.map { column in Self.field(column.kind == .money ? "\(column.label) (\(currency.code))" : column.label) }
        let lines = rows.map { $0.map(field) }
        return "\u{FEFF}" + ([head] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private func field(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): Self.field(text)
        case .count(let number), .points(let number): String(number)
        case .money(let minor): Self.decimal(minor, places: currency.minorDigits)
        case .share(let thousandths): Self.decimal(thousandths, places: 1)
        case .month(let month): month.name
        case .day(let day): day.description
        case .none: ""
        }
    }

    private static func field(_ text: String) -> String {
        let first = text.unicodeScalars.first
        let safe = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func decimal(_ number: Int, places: Int) -> String {
        guard places > 0 else { return String(number) }
        let figures = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - figures.count)) + figures
        return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
