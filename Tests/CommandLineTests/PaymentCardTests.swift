import Foundation
import ProgramRunner
import Testing

@Suite("A bank's card at the running service")
struct PaymentCardTests {
    /// The digits of the card that the counter's hands draw through: first digit 9, nobody's number.
    private static let digits = "9999000000000001"

    @Test func `is refused, and no run of its digits stands in an event, an answer, the database or what the program wrote`() async throws {
        let folder = try ScratchFolder()
        let database = folder.path("shop.sqlite")
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        let client = service.client
        let member = try await client.post("/v1/members", #"{"member":"A","name":"A. B."}"#, key: "1")
        #expect(member.status == 201)
        let feed = try await EventFeed(of: client)
        let act = try await client.post("/virtual/acts", #"{"do":"swipe_payment_card"}"#)
        let event = try #require(await feed.next("card"))
        #expect(event.status == "refused" && event.trouble.code == "payment_card_refused")
        let keyed = try await client.post("/v1/identify", #"{"value":";\#(Self.digits)=30121010000000000?","entry":"keyed"}"#)
        #expect(keyed.status >= 400)
        #expect(await service.stop() == 0)
        var written = [Data("\(event)".utf8), act.body, keyed.body]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) { written.append(try folder.bytes(name)) }
        #expect(written.count >= 4)
        #expect(written.contains { $0.firstRange(of: Data("A. B.".utf8)) != nil }, "the search finds what does stand there")
        for bytes in written {
            for start in 0...Self.digits.count - 8 {
                let run = Self.digits.dropFirst(start).prefix(8)
                // Eight zeros may stand anywhere.
                guard Set(run).count > 1 else { continue }
                #expect(bytes.firstRange(of: Data(run.utf8)) == nil, "\(run) stands in what was written")
            }
        }
    }
}
