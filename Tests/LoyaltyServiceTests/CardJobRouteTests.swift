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
            let typed = try await till.post("/v1/card-jobs/\(job)/verify", #"{"value":"\#(number)","entry":"keyed"}"#)
            #expect(typed.status == 422 && typed.code == "read_back_by_reader")
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

    @Test func `a print broken off half-way leaves waste, which is named when it is read, and the next card has another number`() async throws {
        let press = FakePress()
        try await Till.open(press: press) { till, _ in
            try await till.join()
            let waste = try await till.cardNumber(of: "A")
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            press.failure = PrintFailure(.condition(.recoverableError), extent: .part)
            #expect(try await till.post("/v1/card-jobs/\(job)/print").code == "print_uncertain")
            let standing = try await till.get("/v1/card-jobs/\(job)", [.acceptLanguage: "ru"])
            #expect(standing["state"]?.string == "spoiled" && standing["next"]?.strings == ["print", "cancel"])
            #expect(standing["advice"]?.strings.first == "Уничтожьте то, что принтер выдал для этой карты: оно никогда не заработает.")
            press.failure = nil
            _ = try await till.post("/v1/card-jobs/\(job)/print", #"{"by":"N. N."}"#)
            #expect(press.printed.map(\.number.digits).contains(waste) == false)
            let read = try await till.post("/v1/card-jobs/\(job)/verify", #"{"value":"\#(waste)","entry":"swiped"}"#)
            #expect(read.status == 422 && read.code == "wrong_card_spoiled")
            let swiped = try await till.post("/v1/identify", #"{"value":"\#(waste)","entry":"swiped"}"#)
            #expect(swiped.status == 422 && swiped.code == "card_spoiled")
        }
    }

    @Test func `two pages cannot print one card at the same time, and both see that it is being printed`() async throws {
        let press = FakePress()
        press.hold()
        try await Till.open(press: press) { till, _ in
            try await till.join()
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            async let first = till.post("/v1/card-jobs/\(job)/print")
            await press.printHasCome()
            let second = try await till.post("/v1/card-jobs/\(job)/print")
            #expect(second.status == 409 && second.code == "print_running")
            let standing = try await till.get("/v1/card-jobs/\(job)")
            #expect(standing["state"]?.string == "printing" && standing["next"]?.strings == ["cancel"])
            press.letGo()
            #expect(try await first.status == 200)
            #expect(try await till.get("/v1/card-jobs/\(job)")["next"]?.strings == ["print", "stripe", "verify", "cancel"])
        }
    }

    @Test func `a stripe is written where there is a writer, and stands in the job's record`() async throws {
        let writer = FakeStripeWriter()
        try await Till.open(press: FakePress(), stripes: writer) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            #expect(try await till.post("/v1/card-jobs/\(job)/stripe").status == 409)
            _ = try await till.post("/v1/card-jobs/\(job)/print")
            writer.readsBackEqual = false
            #expect(try await till.post("/v1/card-jobs/\(job)/stripe").code == "stripe_not_written")
            #expect(try await till.get("/v1/card-jobs/\(job)")["stripe"] == nil)
            writer.readsBackEqual = true
            let written = try await till.post("/v1/card-jobs/\(job)/stripe")
            #expect(written.status == 200 && written["stripe"]?.count == 1 && written["stripe"]?[0]?.int == 2)
            #expect(writer.written == [[2: number]])
        }
        try await Till.open(press: FakePress()) { till, _ in
            try await till.join()
            let job = try #require(try await till.post("/v1/card-jobs", #"{"member":"A","kind":"first_issue"}"#)["job"]?.string)
            let none = try await till.post("/v1/card-jobs/\(job)/stripe")
            #expect(none.status == 503 && none.code == "writer_missing")
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
