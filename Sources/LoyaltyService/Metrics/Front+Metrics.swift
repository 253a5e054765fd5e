import HTTPTypes
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import PointOfService

extension Front {
    /// How the service does, for Prometheus.
    func showMetrics(_ asking: Asking) async throws -> Response {
        var text = MetricsText()
        text.describe("memberlane_table_info", .gauge, "The club's table in force.")
        text.line("memberlane_table_info", [("programme", programme.id.rawValue), ("table", programme.version.rawValue)], "1")
        metrics.write(to: &text)
        text.describe("memberlane_event_listeners", .gauge, "Open streams of events.")
        text.line("memberlane_event_listeners", [], "\(events.listeners)")
        text.describe("memberlane_devices", .gauge, "Devices by kind and state.")
        for (labels, count) in await deviceCounts() { text.line("memberlane_devices", [("kind", labels.kind), ("state", labels.state)], "\(count)") }
        text.describe("memberlane_store_read_seconds", .gauge, "How long the store took to answer just now.")
        text.line("memberlane_store_read_seconds", [], try await storeReadSeconds())
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text.text)))
    }

    private struct DeviceLabels: Hashable {
        let kind: String
        let state: String
    }

    private func deviceCounts() async -> [(DeviceLabels, Int)] {
        var counts: [DeviceLabels: Int] = [:]
        for device in await deviceAnswers(in: language) {
            counts[DeviceLabels(kind: device.kind.rawValue, state: device.condition.rawValue), default: 0] += 1
        }
        return counts.sorted { ($0.key.kind, $0.key.state) < ($1.key.kind, $1.key.state) }
    }

    private func storeReadSeconds() async throws -> String {
        let begun = ContinuousClock.now
        _ = try await desk.store.read { view in try view.head()?.record.number }
        let taken = begun.duration(to: .now).components
        return MetricsText.seconds(nanoseconds: Int(taken.seconds) * 1_000_000_000 + Int(taken.attoseconds / 1_000_000_000))
    }
}
