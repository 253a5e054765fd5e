import HTTPTypes
import Testing

@testable import LoyaltyService

@Suite struct `Metrics` {
    @Test func `count requests by route and status, and name no number that a caller sent`() async throws {
        try await Till.open(devices: FakeDevices()) { till, _ in
            _ = try await till.sell("T1", member: nil)
            _ = try await till.sell("T1", member: nil)
            for member in ["M-12A34", "M-56B78"] { _ = try await till.get("/v1/members/\(member)") }
            _ = try await till.get("/nowhere/12A34")
            let answer = try await till.get("/v1/metrics")
            #expect(answer.status == 200 && answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = answer.text.split(separator: "\n")
            #expect(lines.contains(#"memberlane_requests_total{method="POST",route="/v1/sales",status="200"} 1"#))
            #expect(lines.contains(#"memberlane_requests_total{method="POST",route="/v1/sales",status="201"} 1"#))
            #expect(lines.contains(#"memberlane_requests_total{method="GET",route="/v1/members/{id}",status="404"} 2"#))
            #expect(lines.contains(#"memberlane_requests_total{method="GET",route="NotFound",status="404"} 1"#))
            #expect(lines.contains(#"memberlane_request_seconds_count{method="POST",route="/v1/sales"} 2"#))
            #expect(lines.contains(#"memberlane_devices{kind="msr",state="ready"} 1"#))
            #expect(lines.contains("memberlane_event_listeners 0"))
            #expect(lines.contains { $0.hasPrefix("memberlane_store_read_seconds 0.") })
            // With a letter in it no measured time has it by chance.
            #expect(!answer.text.contains("12A34") && !answer.text.contains("56B78"))
        }
    }

    @Test func `a time stands in its bucket and in all above`() {
        var times = ServiceMetrics.Times()
        for nanoseconds in [0, 1_000_000, 1_000_001, 3_000_000_000] { times.add(nanoseconds) }
        var text = MetricsText()
        text.histogram("x", [("a", "b\"\\\n")], times)
        let lines = text.text.split(separator: "\n")
        #expect(lines.first == #"x_bucket{a="b\"\\\n",le="0.001"} 2"#)
        #expect(lines[1] == #"x_bucket{a="b\"\\\n",le="0.002"} 3"# && lines[10] == #"x_bucket{a="b\"\\\n",le="2.5"} 3"#)
        #expect(lines.suffix(3) == [#"x_bucket{a="b\"\\\n",le="+Inf"} 4"#, #"x_sum{a="b\"\\\n"} 3.002000001"#, #"x_count{a="b\"\\\n"} 4"#])
    }
}
