import HTTPTypes
import LoyaltyDesk
import LoyaltyModel
import PointOfService
import PrinterFormats
import Testing

@Suite struct `Card jobs over HTTP` {
    @Test func `a first card is drawn, printed, read back, and only then done`() async throws {
        let press = FakePress()
        try await Till.open(press: press) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            let opened = try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#, key: "c1")
            #expect(opened.status == 201 && opened["state"]?.string == "ready_to_print")
            let job = try #require(opened["job"]?.string)
            #expect(try await till.get("/v1/card-jobs")["jobs"]?.count == 1)
            let preview = try await till.get("/v1/card-jobs/\(job)/preview.png")
            #expect(preview.headers[.contentType] == "image/png" && preview.text == "PNG of bronze")
            let printed = try await till.post("/v1/card-jobs/\(job)/print")
            #expect(printed.status == 200 && printed["state"]?.string == "printed" && printed["outcome"]?.string == "confirmed")
            #expect(press.printed.map(\.number.digits) == [number])
            let wrong = try await till.post("/v1/card-jobs/\(job)/verify", #"{"value":"9001000000000000","entry":"swiped"}"#)
            #expect(wrong.status == 422)
            let done = try await till.post("/v1/card-jobs/\(job)/verify", #"{"value":"\#(number)","entry":"swiped"}"#)
            #expect(done.status == 200 && done["state"]?.string == "done")
            #expect(!done.text.contains(number))
            #expect(try await till.get("/v1/card-jobs")["jobs"]?.count == 0)
        }
    }

    @Test func `a printer without paper leaves the job ready to print, and says so by its key`() async throws {
        let press = FakePress()
        press.failure = PrintFailure(.condition(.paperEnd), extent: .nothing)
        try await Till.open(press: press) { till, _ in
            try await till.join()
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            let failed = try await till.post("/v1/card-jobs/\(job)/print")
            #expect(failed.status == 503 && failed.code == "printer_not_ready" && failed["detail"]?.string == "printer.paper_end")
            let standing = try await till.get("/v1/card-jobs/\(job)")
            #expect(standing["state"]?.string == "ready_to_print" && standing["trouble"]?.string == "printer.paper_end")
            press.failure = nil
            #expect(try await till.post("/v1/card-jobs/\(job)/print")["state"]?.string == "printed")
        }
    }

    @Test func `a name that cannot be printed is no print begun`() async throws {
        try await Till.open(press: FakePress()) { till, _ in
            try await till.join(name: "☃")
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            let refused = try await till.post("/v1/card-jobs/\(job)/print")
            #expect(refused.status == 422 && refused.code == "name_cannot_be_printed")
            #expect(try await till.get("/v1/card-jobs/\(job)")["prints"]?.int == 0)
        }
    }

    @Test func `without a press there is no printer, and no print begun`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            #expect(try await till.post("/v1/card-jobs/\(job)/print").code == "printer_missing")
            #expect(try await till.post("/v1/card-jobs/\(job)/cancel")["state"]?.string == "cancelled")
            #expect(try await till.post("/v1/card-jobs/\(job)/cancel").status == 409)
        }
    }
}
