import CardFormats
import HTTPTypes
import HummingbirdTesting
import LoyaltyModel
import LoyaltySeals
import PointOfService
import Testing

@testable import LoyaltyService

@Suite struct `Odoo's hardware proxy` {
    private static let page = "https://shop.example"
    private static let browser: HTTPFields = [.origin: page]

    /// A proxy for one page, which waits no longer than a test says.
    private static func proxy(_ patience: Duration = OdooProxy.usualPatience) throws -> OdooProxy {
        OdooProxy(origins: [try #require(WebOrigin(page))], patience: patience)
    }

    private static func listener(_ last: Int, _ devices: String...) -> String {
        let named = devices.map { #""\#($0)":{"listener_id":"b","device_identifier":"\#($0)"}"# }.joined(separator: ",")
        return #"{"params":{"listener":{"last_event":\#(last),"devices":{\#(named)},"session_id":"s","abortController":null}}}"#
    }

    private static let empty = #"{"id":3,"jsonrpc":"2.0","method":"call","params":{}}"#

    @Test func `is not there unless the owner has named a page`() async throws {
        try await Till.open { till, _ in
            let hello = try await till.get("/hw_proxy/hello")
            #expect(hello.status == 404)
            #expect(try await till.post("/hw_drivers/event", Self.listener(0, "scanner")).status == 404)
        }
    }

    @Test func `greets, shakes hands and tells how the readers are, to its page`() async throws {
        try await Till.open(devices: FakeDevices(), odoo: Self.proxy()) { till, _ in
            let hello = try await till.get("/hw_proxy/hello", Self.browser)
            #expect(hello.status == 200 && hello.text == "ping" && hello.headers[.accessControlAllowOrigin] == Self.page)
            #expect(hello.headers[.vary] == "Origin")
            let hand = try await till.post("/hw_proxy/handshake", Self.empty, Self.browser)
            #expect(hand.text == #"{"id":3,"jsonrpc":"2.0","result":true}"#)
            let status = try await till.post("/hw_proxy/status_json", Self.empty, Self.browser)
            #expect(status["result"]?["scanner"]?["status"]?.string == "connected")
            #expect(status["result"]?["printer"]?["status"]?.string == "disconnected")
        }
    }

    @Test(arguments: [nil, "https://elsewhere.example", "https://shop.example.elsewhere.example", "http://shop.example", "https://shop.example:8443", "null"])
    func `answers no other page, and no program`(origin: String?) async throws {
        try await Till.open(odoo: Self.proxy()) { till, _ in
            for answer in [
                try await till.get("/hw_proxy/hello", origin.map { [.origin: $0] } ?? [:]),
                try await till.post("/hw_proxy/scanner", Self.empty, origin.map { [.origin: $0] } ?? [:]),
            ] {
                #expect(answer.status == 403 && answer.headers[.accessControlAllowOrigin] == nil)
            }
        }
    }

    @Test func `opens nothing but Odoo's own calls to its page`() async throws {
        try await Till.open(odoo: Self.proxy()) { till, _ in
            let health = try await till.get("/v1/health", Self.browser)
            #expect(health.status == 403 && health.headers[.accessControlAllowOrigin] == nil)
        }
    }

    @Test func `waits no longer than its patience, and says that there was nothing`() async throws {
        try await Till.open(odoo: Self.proxy(.zero)) { till, _ in
            let event = try await till.post("/hw_drivers/event", Self.listener(0, "scanner"), Self.browser)
            #expect(event.status == 200 && event.text == #"{"id":null,"jsonrpc":"2.0","result":null}"#)
            #expect(try await till.post("/hw_proxy/scanner", Self.empty, Self.browser)["result"]?.string == "")
        }
    }

    @Test func `tells a member's card as a customer's barcode, goods as they are, and of everything else nothing`() async throws {
        let devices = FakeDevices()
        try await Till.open(devices: devices, odoo: Self.proxy(), at: .ahc(.http)) { till, _ in
            try await till.join()
            let number = try await till.cardNumber(of: "A")
            let sealed = CodeSeal(key: try #require(CodeSeal.Key(bytes: Array(repeating: 0, count: 32)))).sealed(number)
            let forged = number + "0000000".prefix(sealed.count - number.count)
            let said: [(CardEvent, String?)] = [
                (.refused(.paymentCard, .swiped), nil), (.foreign(masked: "…1234", .swiped), nil), (.retry(.blank, .swiped), nil),
                (.number(.swiped(number)), "042A"), (.number(.scanned(sealed, symbology: "]C0")), "042A"),
                (.number(.scanned(String(forged), symbology: "]C0")), nil), (.number(.swiped("9700000000000008")), nil),
                (.number(.scanned("4006381333931", symbology: "]E0")), "4006381333931"), (.number(.scanned("ABC-7", symbology: "]C0")), "ABC-7"),
                (.number(.scanned("042B", symbology: nil)), "042B"),
            ]
            for (event, _) in said { await devices.say(event) }
            var heard: [String] = []
            var last = 0
            while heard.count < said.compactMap(\.1).count {
                let answer = try await till.post("/hw_drivers/event", Self.listener(last, FakeDevices.reader.id), Self.browser)
                heard.append(try #require(answer["result"]?["value"]?.string))
                last = try #require(answer["result"]?["time"]?.int)
                #expect(answer["result"]?["session_id"]?.string == "s")
                #expect(answer["result"]?["device_identifier"]?.string == FakeDevices.reader.id)
            }
            #expect(heard == said.compactMap(\.1))
        }
    }

    @Test func `a page that hangs up takes no scan with it`() async throws {
        let proxy = try Self.proxy()
        let devices = FakeDevices()
        try await Till.open(devices: devices, odoo: proxy, at: .live) { till, _ in
            try await till.join()
            let wire = try till.wire()
            let body = Self.empty
            await wire.send(
                "POST /hw_proxy/scanner HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: \(Self.page)\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            while proxy.scans.waiting == 0 { await Task.yield() }
            await wire.hangUp()
            while proxy.scans.waiting > 0 { await Task.yield() }
            await devices.say(.number(.swiped(try await till.cardNumber(of: "A"))))
            #expect(try await till.post("/hw_proxy/scanner", Self.empty, Self.browser)["result"]?.string == "042A")
        }
    }

    @Test func `a scan is kept for five seconds, and told once to pages that do not say what they know`() async throws {
        let scans = OdooScans()
        let start = Instant(milliseconds: 1_784_000_000_000)
        let later = { (milliseconds: Int) in Instant(milliseconds: start.milliseconds + milliseconds) }
        let any = OdooScans.Wish(after: nil, devices: nil)
        scans.publish("a", from: FakeDevices.reader, at: start)
        scans.publish("b", from: FakeDevices.reader, at: later(1))
        #expect(await scans.next(any, at: later(10), patience: .zero)?.value == "a")
        #expect(await scans.next(any, at: later(10), patience: .zero)?.value == "b")
        #expect(await scans.next(any, at: later(10), patience: .zero) == nil)
        let heard = await scans.next(OdooScans.Wish(after: 0, devices: ["scanner"]), at: later(4_999), patience: .zero)
        #expect(heard?.value == "a")
        #expect(await scans.next(OdooScans.Wish(after: 0, devices: ["scale"]), at: later(10), patience: .zero) == nil)
        #expect(await scans.next(OdooScans.Wish(after: heard?.number, devices: ["scanner"]), at: later(5_001), patience: .zero) == nil)
        #expect(scans.waiting == 0)
    }

    @Test(arguments: [
        ("https://shop.example", "https://shop.example"), ("HTTPS://Shop.Example:443", "https://shop.example"),
        ("http://127.0.0.1:8069", "http://127.0.0.1:8069"),
        ("http://[::1]:80", "http://[::1]"), ("shop.example", nil), ("https://shop.example/", nil), ("ftp://shop.example", nil), ("https://", nil),
        ("https://shop.example:0", nil), ("https://shop.example:x", nil), ("https://a b", nil), ("null", nil),
    ])
    func `an origin is scheme, host and port`(text: String, origin: String?) {
        #expect(WebOrigin(text)?.description == origin)
    }
}
