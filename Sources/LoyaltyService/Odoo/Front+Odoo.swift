import HTTPTypes
import Hummingbird
import LoyaltyModel
import PointOfService

extension Front {
    func odooHello() -> Response {
        Response(status: .ok, headers: [.contentType: "text/plain", .cacheControl: "no-store"], body: .init(byteBuffer: ByteBuffer(string: "ping")))
    }

    func odooHandshake(_ asking: Asking) async throws -> Response {
        let call = try await asking.body(OdooCall<OdooNothing>.self)
        return try .json(OdooAnswer(id: call.id, result: true))
    }

    /// How the readers are. The printers here print cards and the club's own slips: to Odoo there is none.
    func odooStatus(_ asking: Asking) async throws -> Response {
        struct Driver: Encodable {
            let status: String
            let messages: [String]
        }

        let call = try await asking.body(OdooCall<OdooNothing>.self)
        let readers = await deviceAnswers(in: asking.language).filter { $0.kind != .printer }
        let isReady = readers.contains { $0.condition == .ready || $0.condition == .attention }
        let scanner = Driver(status: isReady ? "connected" : readers.isEmpty ? "disconnected" : "error", messages: readers.map { "\($0.model): \($0.text)" })
        return try .json(OdooAnswer(id: call.id, result: ["scanner": scanner, "printer": Driver(status: "disconnected", messages: [])]))
    }

    /// The next code that no page has been told, or an empty one: the scanner of a point of sale without Odoo's IoT module.
    func odooScan(_ asking: Asking) async throws -> Response {
        let odoo = try neededOdoo()
        return try await asking.request.body.consumeWithCancellationOnInboundClose { body in
            let call = try await asking.body(OdooCall<OdooNothing>.self, in: body)
            let scan = await odoo.scans.next(OdooScans.Wish(after: nil, devices: nil), at: asking.at, patience: odoo.patience)
            return try .lastOfConnection(OdooAnswer(id: call.id, result: scan?.value ?? ""))
        }
    }

    /// The next scan of the devices that a page listens to, newer than what it has heard; null when there is none in time.
    func odooEvent(_ asking: Asking) async throws -> Response {
        let odoo = try neededOdoo()
        return try await asking.request.body.consumeWithCancellationOnInboundClose { body in
            let call = try await asking.body(OdooCall<OdooListening>.self, in: body)
            guard let listener = call.params?.listener else { throw Trouble(.fieldMissing, field: "params.listener") }
            let wish = OdooScans.Wish(after: listener.lastEvent, devices: listener.devices)
            let scan = await odoo.scans.next(wish, at: asking.at, patience: odoo.patience)
            return try .lastOfConnection(OdooAnswer(id: call.id, result: scan.map { OdooEvent($0, to: listener) }))
        }
    }

    /// Odoo's receipts, drawers and customer displays are not ours.
    func refuseOdooPrint(_ asking: Asking) async throws -> Response {
        throw Trouble(.printerMissing, detail: "MemberLane prints cards and the club's slips; print Odoo's receipts with a printer of Odoo's")
    }

    private func neededOdoo() throws(Trouble) -> OdooProxy {
        guard let odoo else { throw Trouble(.notFound) }
        return odoo
    }
}

extension Response {
    /// An answer after which the connection ends, since its end was watched while the page waited. Said so that no page sends anything after.
    fileprivate static func lastOfConnection(_ value: some Encodable) throws -> Response {
        var response = try Response.json(value)
        response.headers[.connection] = "close"
        return response
    }
}

/// Who listens to what.
private struct OdooListening: Decodable {
    struct Listener: Decodable, Sendable {
        let session: String
        /// The devices' names; what stands behind each is the page's own.
        let devices: Set<String>
        /// The `time` of the last event; 0 in the beginning.
        let lastEvent: Int

        enum CodingKeys: String, CodingKey {
            case devices
            case session = "session_id"
            case lastEvent = "last_event"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            session = try container.decode(String.self, forKey: .session)
            devices = Set(try container.decode([String: OdooNothing].self, forKey: .devices).keys)
            // Another proxy's times are fractions; its last event is none of ours.
            lastEvent = (try? container.decodeIfPresent(Int.self, forKey: .lastEvent)) ?? 0
        }
    }

    let listener: Listener?
}

/// A scan as Odoo's page takes it.
private struct OdooEvent: Encodable, Sendable {
    let device: String
    let session: String
    let time: Int
    let value: String

    enum CodingKeys: String, CodingKey {
        case time, value
        case device = "device_identifier"
        case session = "session_id"
    }

    init(_ scan: OdooScans.Scan, to listener: OdooListening.Listener) {
        device = listener.devices.contains(scan.device.id) ? scan.device.id : OdooScans.kind
        session = listener.session
        time = scan.number
        value = scan.value
    }
}
