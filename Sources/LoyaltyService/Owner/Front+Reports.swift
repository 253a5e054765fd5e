import HTTPTypes
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyWording

/// The owner's figures.
extension Front {
    /// A report as JSON, as CSV for a spreadsheet, or as a picture.
    func report(_ asking: Asking) async throws -> Response {
        let report = try await report(asking, in: reportLanguage(asking))
        switch asking.query("format") ?? "json" {
        case "json": return try .json(report)
        case "csv":
            let file = "attachment; filename=\"memberlane-\(report.name.rawValue)-\(report.from)-\(report.through).csv\""
            return .uncached(report.csv, type: "text/csv; charset=utf-8", [.contentDisposition: file])
        case "svg":
            guard let svg = report.svg else { throw Trouble(.notFound, field: "format", detail: "there is no picture of these figures") }
            return .uncached(svg, type: "image/svg+xml; charset=utf-8", [.securityPolicy: "default-src 'none'; style-src 'none'"])
        default: throw Trouble(.fieldWrong, field: "format", detail: "json, csv or svg")
        }
    }

    /// A report by the name in the path, of the days in the query.
    func report(_ asking: Asking, in language: Language) async throws -> Report {
        guard let name = asking.context.parameters.get("name").flatMap({ ReportName(rawValue: $0) }) else { throw Trouble(.notFound) }
        let request = ReportRequest(name, from: try asking.day("from"), through: try asking.day("to"))
        return try await desk.report(request, figures.upToDate(), DeskContext(at: asking.at, language: language))
    }

    /// A picture and a file are asked for by the browser, which knows nothing of the page's language: their addresses name it.
    private func reportLanguage(_ asking: Asking) -> Language { asking.query("language").flatMap { Language(rawValue: $0) } ?? asking.language }

    /// Compares a table with the one in force over all members, and changes nothing.
    func rehearse(_ asking: Asking) async throws -> Response {
        let outcome = try await rehearsal(asking)
        return try .json(RehearsalAnswer(faults: outcome.objections, rehearsal: outcome.rehearsal))
    }

    /// What a rehearsal came to, or what is wrong with the table.
    func rehearsal(_ asking: Asking) async throws -> (objections: [TableObjections.Objection], rehearsal: DatabaseRehearsal?, tables: RehearsedTables?) {
        guard let tables else { throw Trouble(.notFound) }
        let wanted = try await asking.body(RehearsalRequest.self)
        let rehearsed: RehearsedTables
        do { rehearsed = try await tables.tables(wanted.table, settings: wanted.settings) } catch let objections as TableObjections {
            return (objections.objections, nil, nil)
        }
        return ([], try await DatabaseRehearser(store: desk.store, tables: rehearsed, at: asking.at, most: 10).run(), rehearsed)
    }
}

/// A table to rehearse, as text.
private struct RehearsalRequest: Decodable {
    let table: String
    let settings: String?
}

/// What is wrong with the table; or, when nothing is, what it would change.
private struct RehearsalAnswer: Encodable {
    let faults: [TableObjections.Objection]
    let rehearsal: DatabaseRehearsal?
}

extension HTTPField.Name {
    fileprivate static var contentDisposition: Self { Self("Content-Disposition") ?? .contentType }
}

extension Response {
    /// Text of the books: kept by nobody.
    fileprivate static func uncached(_ text: String, type: String, _ more: HTTPFields) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store", .sniffing: "nosniff"]
        for field in more { headers[field.name] = field.value }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
