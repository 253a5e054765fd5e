/// Events of an input device that have not been delivered yet: each is delivered once, to one asker, in order.
///
/// UnifiedPOS: input is queued, a `DataEvent` is delivered only while `DataEventEnabled`, and delivering clears that property. Here asking for the next
/// event sets it and the answer clears it, so an application is never told of a second card before it asks. Faults overtake queued cards, as
/// `ErrorEvent` overtakes `DataEvent`.
public struct DataEventQueue: Sendable {
    /// Events kept for an asker who is slow; older ones are dropped then, since a card that long ago belongs to nobody at the till now.
    public static let capacity = 16

    /// UnifiedPOS `DeviceEnabled`: input that comes while it is false is thrown away.
    public var isDeviceEnabled = true {
        didSet {
            if !isDeviceEnabled { clearInput() }
        }
    }
    /// UnifiedPOS `AutoDisable`: delivering a card clears `isDeviceEnabled`.
    public var autoDisable = false
    /// UnifiedPOS `FreezeEvents`: nothing is delivered while it is true; input is queued.
    public var freezeEvents = false

    private var events: [CardEvent] = []

    /// An empty queue of an enabled device.
    public init() {}

    /// UnifiedPOS `DataCount`: how many events wait.
    public var dataCount: Int { events.count }

    /// Takes in an event as it happens.
    public mutating func enqueue(_ event: CardEvent) {
        let faults = events.prefix { $0.isFault }.count
        if event.isFault { events.insert(event, at: faults) } else if isDeviceEnabled { events.append(event) }
        if events.count > Self.capacity { events.remove(at: faults < events.count ? faults : 0) }
    }

    /// Delivers the next event; nil when there is none or events are frozen. It is gone from the queue.
    public mutating func deliver() -> CardEvent? {
        guard !freezeEvents, !events.isEmpty else { return nil }
        let event = events.removeFirst()
        if autoDisable, !event.isFault { isDeviceEnabled = false }
        return event
    }

    /// UnifiedPOS `ClearInput`: forgets what has not been delivered.
    public mutating func clearInput() { events.removeAll() }
}

extension CardEvent {
    fileprivate var isFault: Bool { if case .fault = self { true } else { false } }
}
