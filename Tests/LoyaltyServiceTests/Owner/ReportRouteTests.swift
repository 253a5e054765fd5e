import CanonicalJSON
import HTTPTypes
import LoyaltyDesk
import LoyaltyModel
import ProgramTables
import TableReading
import Testing

@testable import LoyaltyService

@Suite struct `The owner's figures` {
    private func open(_ test: @escaping @Sendable (Till) async throws -> Void) async throws {
        try await Till.open(tables: ShippedTables()) { till, _ in
            try await till.join(name: "Sepehr Rezai")
            _ = try await till.sell("T2", member: "A")
            try await test(till)
        }
    }

    @Test(arguments: ReportName.allCases)
    func `every report is there as JSON and for a spreadsheet, and holds no name`(name: ReportName) async throws {
        try await open { till in
            let json = try await till.get("/v1/reports/\(name.rawValue)")
            #expect(json.status == 200 && json["report"]?.string == name.rawValue && json["table"]?.string?.hasPrefix("km ") == true)
            let csv = try await till.get("/v1/reports/\(name.rawValue)?format=csv&language=ru")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8" && csv.text.hasPrefix("\u{FEFF}"))
            #expect(csv.headers[.cacheControl] == "no-store")
            #expect(!json.text.contains("Sepehr") && !csv.text.contains("Sepehr"))
            let page = try await till.get("/owner/reports/\(name.rawValue)?language=fa")
            #expect(page.status == 200 && page.text.contains("</h3>"))
        }
    }

    @Test func `figures follow what is sold`() async throws {
        try await open { till in
            #expect(try await till.get("/v1/reports/liability")["rows"]?[1]?[1]?.int == 210)
            _ = try await till.sell("T3", member: "A")
            #expect(try await till.get("/v1/reports/liability")["rows"]?[1]?[1]?.int == 390)
        }
    }

    @Test func `a picture is there where it says more than a table, and runs nothing`() async throws {
        try await open { till in
            let picture = try await till.get("/v1/reports/points?format=svg&language=fa")
            #expect(picture.status == 200 && picture.headers[.contentType]?.hasPrefix("image/svg+xml") == true)
            #expect(picture.text.contains("۲۱۰") && !picture.text.contains("<script"))
            #expect(try await till.get("/v1/reports/open-choices?format=svg").status == 404)
        }
    }

    @Test(arguments: [
        "/v1/reports/profits": 404, "/v1/reports/points?format=xls": 422, "/v1/reports/points?from=2026-02-30": 422,
        "/v1/reports/points?from=2026-03-01&to=2026-02-01": 422, "/v1/reports/points?from=0001-01-01": 422,
    ])
    func `what cannot be reported is refused`(path: String, status: Int) async throws {
        try await open { till in
            let answer = try await till.get(path)
            #expect(answer.status == status && answer.code != nil)
        }
    }

    @Test func `a table with a fault is answered with its place`() async throws {
        try await open { till in
            let text = try TableText("km").text.replacing("language:", with: "langauge:", maxReplacements: 1)
            let answer = try await till.post("/v1/rehearsals", String(decoding: JSON.bytes(of: ["table": text]), as: UTF8.self))
            #expect(answer.status == 200 && answer["rehearsal"] == nil && answer["faults"]?[0]?["problem"]?.string == "unknown key")
            #expect((answer["faults"]?[0]?["line"]?.int ?? 0) > 1)
        }
    }

    @Test func `a table is rehearsed over the members, and nothing changes`() async throws {
        try await open { till in
            let before = try await till.journalLength()
            let text = try TableText("km").text.replacing("30-210", with: "30-200").replacing("211-350", with: "201-350")
            let body = String(decoding: try JSON.bytes(of: ["table": text]), as: UTF8.self)
            let answer = try await till.post("/v1/rehearsals", body)
            #expect(answer["faults"]?.count == 0 && answer["rehearsal"]?["on_the_day"]?["rise"]?.int == 1)
            #expect(try await till.journalLength() == before)
            let page = try await till.post("/owner/rehearsals?language=zh", body)
            #expect(page.status == 200 && page.text.contains("<svg"))
        }
    }

    @Test func `without a reader of tables there is no rehearsal`() async throws {
        try await Till.open { till, _ in
            let answer = try await till.post("/v1/rehearsals", #"{"table":"x"}"#)
            let page = try await till.get("/owner?language=en")
            #expect(answer.status == 404 && !page.text.contains("rehearsal-title"))
        }
    }

    @Test(arguments: ["fa", "zh", "ru", "en"])
    func `the page has a place for every report, in each language`(language: String) async throws {
        try await open { till in
            let page = try await till.get("/owner?language=\(language)&months=3")
            #expect(page.text.utf8.count < 60_000 && page.text.contains("sheet in \(language)"))
            for name in ReportName.allCases where name != .deposits { #expect(page.text.contains(#"data-report="\#(name.rawValue)""#)) }
        }
    }
}
