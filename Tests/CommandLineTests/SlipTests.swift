import Foundation
import ProgramRunner
import Testing

@Suite("Slips of the running service")
struct SlipTests {
    @Test(arguments: ["fa", "zh", "ru", "en"])
    func `receipt, statement, place in the queue and request are drawn in every language and printed`(language: String) async throws {
        let folder = try ScratchFolder()
        let service = try await RunningService(["--programme", "km", "--database", folder.path("slips.sqlite"), "--virtual-devices"])
        let client = service.client
        let lines = #"[{"id":"1","category":"vehicle","quantity":3,"unit_price":1000000000,"flags":["direct"]}]"#
        _ = try await client.post("/v1/members", #"{"member":"A","name":"سپهر ر."}"#, key: "1")
        _ = try await client.post("/v1/sales", #"{"ticket":"T1","member":"A","lines":\#(lines)}"#, key: "2")
        _ = try await client.post("/v1/benefit-requests", #"{"request":"R1","member":"A","benefit":"purchase_discount"}"#, key: "3")
        for slip in [
            #"{"kind":"receipt","ticket":"T1"}"#, #"{"kind":"statement","member":"A"}"#, #"{"kind":"queue","number":17,"member":"A"}"#,
            #"{"kind":"request","request":"R1"}"#,
        ] {
            let preview = try await client.send("POST", "/v1/slips/preview", slip, headers: ["Accept-Language": language])
            #expect(preview.status == 200 && preview.body.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(slip)")
            let printed = try await client.send("POST", "/v1/slips", slip, headers: ["Accept-Language": language])
            #expect(printed.status == 200 && String(decoding: printed.body, as: UTF8.self).contains("confirmed"), "\(slip)")
        }
        #expect(await service.stop() == 0)
    }

    @Test func `a member's place in the queue carries the priority mark where the tier gives priority, TI-07, and else looks like anybody's`() async throws {
        func heights(_ programme: [String], category: String, flags: String) async throws -> (member: Int, visitor: Int) {
            let folder = try ScratchFolder()
            let service = try await RunningService(["--programme"] + programme + ["--database", folder.path("queue.sqlite"), "--virtual-devices"])
            let line = #"[{"id":"1","category":"\#(category)","quantity":1,"unit_price":900000000,"flags":\#(flags)}]"#
            let sale = try await service.client.post("/v1/sales", #"{"ticket":"T0","lines":\#(line)}"#, key: "1")
            let joined = try await service.client.post("/v1/members", #"{"member":"A","name":"A. B.","tickets":["T0"]}"#, key: "2")
            #expect(sale.status == 201 && joined.status == 201)
            let member = try await service.client.post("/v1/slips/preview", #"{"kind":"queue","number":17,"member":"A"}"#)
            let visitor = try await service.client.post("/v1/slips/preview", #"{"kind":"queue","number":17}"#)
            #expect(member.status == 200 && visitor.status == 200)
            #expect(await service.stop() == 0)
            // The height stands in bytes 20…23 of a PNG.
            func height(_ png: Data) -> Int { png.dropFirst(20).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
            return (height(member.body), height(visitor.body))
        }
        let priority = try await heights(["ti", "--settings", "ti.example"], category: "service", flags: "[]")
        #expect(priority.member > priority.visitor)
        let plain = try await heights(["km"], category: "vehicle", flags: #"["direct"]"#)
        #expect(plain.member == plain.visitor)
    }
}
