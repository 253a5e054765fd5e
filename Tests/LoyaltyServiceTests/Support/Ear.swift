import Hummingbird
import LoyaltyModel
import PointOfService

@testable import LoyaltyService

/// Somebody who listens to a hub, event by event.
actor Ear {
    struct Heard {
        let number: Int
        let data: String
    }

    private let stream: AsyncStream<ByteBuffer>

    /// Listens from now on, or after an event heard before.
    init(_ hub: EventHub, at place: DeviceRole? = nil, after last: Int? = nil) throws { stream = try hub.listen(in: .english, at: place, after: last) }

    /// The next event; what is no event, such as advice on when to come back, is passed over.
    func next() async -> Heard? {
        for await line in stream {
            let fields = String(buffer: line).split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1) }
            guard fields.count == 3, let number = fields[0].last.flatMap({ Int($0) }), let data = fields[2].last else { continue }
            return Heard(number: number, data: String(data))
        }
        return nil
    }
}
