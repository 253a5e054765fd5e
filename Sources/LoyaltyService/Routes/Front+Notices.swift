import HTTPTypes
import Hummingbird
import LoyaltyDesk
import LoyaltyModel

extension Front {
    /// The day's messages as JSON, or those still to be sent as lines of text for another program.
    func listNotices(_ asking: Asking) async throws -> Response {
        let notices = try await desk.notices(on: asking.day("day"), asking.desk())
        switch asking.query("format") {
        case nil, "json": return try .json(notices.part(asking.page()))
        case "lines":
            return Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store", .sniffing: "nosniff"],
                body: .init(byteBuffer: ByteBuffer(string: notices.lines.map { $0 + "\n" }.joined())))
        default: throw Trouble(.fieldWrong, field: "format", detail: "json or lines")
        }
    }

    func writeNews(_ asking: Asking) async throws -> Response {
        .json(try await desk.write(try await asking.body(), asking.desk()))
    }

    func markSent(_ asking: Asking) async throws -> Response {
        .json(try await desk.markSent(asking.part("id"), try await asking.body(), asking.desk()), first: .ok)
    }
}
