import AccessControl
import HTTPTypes
import Hummingbird
import LoyaltyModel
import PointOfService
import ServiceLifecycle

extension HTTPField.Name {
    fileprivate static let lastEventID = Self("Last-Event-ID")
}

extension Front {
    /// A stream of server-sent events (WHATWG HTML, 9.2), until the listener hangs up or the service ends.
    func listen(_ asking: Asking) async throws -> Response {
        let last = HTTPField.Name.lastEventID.flatMap { asking.request.headers[$0] }.flatMap { Int($0) }
        let language = asking.query("language").flatMap { Language(rawValue: $0) } ?? asking.language
        // A kiosk hears of its own place alone, whatever it asks for.
        let place = asking.caller?.role == .kiosk ? DeviceRole.kiosk : try asking.query("at").map { try DeviceRole(asked: $0) }
        let front = self
        let caller = asking.caller
        let hearer = Hearer(caller?.role, at: place)
        let request = asking.request
        let lines = try events.listen(in: language, as: hearer, at: place, after: last)
        // A stream with nothing to send would notice neither a listener who is gone nor the end of the service.
        let body = ResponseBody { writer in
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                for await line in lines.cancelOnGracefulShutdown() {
                    // Whoever has signed out, or is let in no more, hears no more.
                    if let caller, try await !front.doorkeeper.isStill(caller, at: front.clock()) { break }
                    try await writer.write(line)
                }
                try await writer.finish(nil)
            }
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }
}

extension DeviceRole {
    /// A place as the API names it.
    fileprivate init(asked text: String) throws {
        guard let place = DeviceRole(rawValue: text) else {
            throw Trouble(.fieldWrong, field: "at", detail: "one of \(DeviceRole.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = place
    }
}
