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
}
