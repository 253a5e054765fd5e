import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

extension TillClient {
    private static let firstPause = Duration.seconds(1)
    private static let longestPause = Duration.seconds(15)
    /// Events kept for a till that is slow to take them; beyond that it loses the oldest.
    private static let buffer = 256

    /// What happens from now on, until the task that listens ends. An interrupted feed is taken up where it stopped (`Last-Event-ID`).
    ///
    /// The service keeps events for ten seconds: after a longer ``TillEvent/lost(reason:)`` ask again for whatever is on the screen.
    ///
    /// - Parameters:
    ///   - place: Only what happens at a place, such as `till`; everywhere when nil.
    ///   - last: The last event that was heard, by another feed.
    public func events(at place: String? = nil, after last: Int? = nil) -> AsyncStream<TillEvent> {
        let (stream, told) = AsyncStream.makeStream(of: TillEvent.self, bufferingPolicy: .bufferingNewest(Self.buffer))
        let task = Task {
            await listen(at: place, after: last, told)
            told.finish()
        }
        told.onTermination = { _ in task.cancel() }
        return stream
    }

    private func listen(at place: String?, after last: Int?, _ told: AsyncStream<TillEvent>.Continuation) async {
        var last = last
        var pause = Self.firstPause
        while !Task.isCancelled {
            do {
                try await listenOnce(at: place, after: &last, told) { pause = Self.firstPause }
                told.yield(.lost(reason: "the service ended the feed"))
            } catch let error as HTTPClientError where error == .readTimeout {
                // Nothing has happened for as long as the connections wait for anything: no interruption that anybody needs to hear of.
                last = last ?? 0
                continue
            } catch {
                if Task.isCancelled { return }
                told.yield(.lost(reason: String(describing: error)))
            }
            // Events that were missed before the first one was heard are told too.
            last = last ?? 0
            do { try await Task.sleep(for: pause) } catch { return }
            pause = min(pause * 2, Self.longestPause)
        }
    }

    private func listenOnce(
        at place: String?, after last: inout Int?, _ told: AsyncStream<TillEvent>.Continuation, connected: () -> Void
    ) async throws {
        var request = try request(for: .get("/v1/events", query: place.map { [("at", $0)] } ?? []))
        request.headers.add(name: "Accept", value: "text/event-stream")
        if let last { request.headers.add(name: "Last-Event-ID", value: String(last)) }
        let response = try await http.execute(request, deadline: .distantFuture)
        guard response.status == .ok else { throw ServiceAway(reason: "the feed was answered \(response.status.code)") }
        connected()
        told.yield(.connected)
        var lines = EventLines()
        for try await part in response.body {
            for event in lines.take(part.readableBytesView) {
                last = event.id ?? last
                told.yield(TillEvent(event))
            }
        }
    }
}

extension TillEvent {
    /// An event of the stream; what it says that this client does not know is handed on as it stands.
    init(_ event: EventLines.Event) {
        struct Sale: Decodable {
            let ticket: String
            let happened: String
        }
        struct Job: Decodable { let job: String? }
        struct Note: Decodable { let kind: String }

        let data = Data(event.data.utf8)
        let decoder = TillClient.decoder
        let known: TillEvent? =
            switch event.name {
            case "card": (try? decoder.decode(ReadCard.self, from: data)).map { .card($0) }
            case "sale": (try? decoder.decode(Sale.self, from: data)).map { .sale(ticket: $0.ticket, happened: $0.happened) }
            case "device": (try? decoder.decode(Device.self, from: data)).map { .device($0) }
            case "card_job": (try? decoder.decode(Job.self, from: data)).map { .cardJob($0.job) }
            case "desk": (try? decoder.decode(Note.self, from: data)).map { .desk(kind: $0.kind) }
            default: nil
            }
        self = known ?? .other(name: event.name, json: event.data)
    }
}
