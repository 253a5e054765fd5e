import CanonicalJSON
import Hummingbird
import LoyaltyModel
import PointOfService
import Synchronization

/// Tells everybody who listens what happens, at once and in order.
///
/// Each listener has a buffer of its own, so a slow one holds nobody up: it loses the oldest events and sees the gap in the numbers.
final class EventHub: Sendable {
    /// Events kept for a listener who is slow.
    static let buffer = 256
    /// Events kept for a listener who comes back, and for how many milliseconds: a swipe older than that belongs to nobody at the till now.
    static let kept = 64
    static let keptFor = 10_000

    private struct Event {
        let number: Int
        let at: Instant
        /// Where it happened; nil for everywhere.
        let place: DeviceRole?
        let lines: [Hearer: [Language: ByteBuffer]]
    }

    private struct Listener {
        let language: Language
        let hearer: Hearer
        /// Where the listener is; nil for somebody who hears of every place.
        let place: DeviceRole?
        let continuation: AsyncStream<ByteBuffer>.Continuation
    }

    private struct State {
        var last: Int
        var recent: [Event] = []
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        /// When somebody who listened in a language was last let go: they may come back and ask for what they missed.
        var left: [Language: Instant] = [:]
    }

    private let state: Mutex<State>
    private let places: Int
    private let clock: @Sendable () -> Instant

    /// A hub that numbers on from the milliseconds of its beginning, so that numbers go on growing when the service is restarted.
    init(places: Int = ServiceLimits.usual.listeners, clock: @escaping @Sendable () -> Instant) {
        self.places = places
        self.clock = clock
        state = Mutex(State(last: clock().milliseconds))
    }

    /// The languages that are listened in, or were a moment ago; by hearers of a kind, or by anybody.
    func languages(of hearer: Hearer? = nil) -> Set<Language> {
        let now = clock().milliseconds
        return state.withLock { state in
            Set(state.listeners.values.filter { hearer == nil || $0.hearer == hearer }.map(\.language))
                .union(state.left.filter { now - $0.value.milliseconds < Self.keptFor }.keys)
        }
    }

    /// How many listen.
    var listeners: Int { state.withLock { $0.listeners.count } }

    /// Tells the same to all of the staff.
    func publish(_ name: String, _ value: some Encodable) {
        guard let bytes = try? JSON.bytes(of: value) else { return }
        publish(name, byLanguage: Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, bytes) }))
    }

    /// Tells everybody at a place in their language, and kiosks what is for them; who listens in a language that is not there is told nothing.
    func publish(_ name: String, byLanguage bodies: [Language: [UInt8]], toKiosks masked: [Language: [UInt8]] = [:], at place: DeviceRole? = nil) {
        let at = clock()
        state.withLock { state in
            state.last += 1
            let number = state.last
            let lines = [Hearer.staff: bodies, .kiosk: masked].mapValues {
                $0.mapValues { body in
                    var line = ByteBuffer(string: "id: \(number)\nevent: \(name)\ndata: ")
                    line.writeBytes(body)
                    line.writeString("\n\n")
                    return line
                }
            }
            for listener in state.listeners.values where Self.reaches(place, listener.place) {
                if let line = lines[listener.hearer]?[listener.language] { listener.continuation.yield(line) }
            }
            state.recent.append(Event(number: number, at: at, place: place, lines: lines))
            if state.recent.count > Self.kept { state.recent.removeFirst() }
        }
    }

    /// What happens from now on, led by what a listener missed who heard event `last` a moment ago. `too_many_listeners` when there is no place left.
    func listen(in language: Language, as hearer: Hearer = .staff, at place: DeviceRole? = nil, after last: Int?) throws(Trouble) -> AsyncStream<ByteBuffer> {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self, bufferingPolicy: .bufferingNewest(Self.buffer))
        let now = clock().milliseconds
        let number: Int? = state.withLock { state in
            guard state.listeners.count < places else { return nil }
            // Who has heard nothing yet comes back with this number.
            continuation.yield(ByteBuffer(string: "retry: 1000\nid: \(last ?? state.last)\n\n"))
            if let last {
                for event in state.recent where event.number > last && now - event.at.milliseconds < Self.keptFor && Self.reaches(event.place, place) {
                    if let line = event.lines[hearer]?[language] { continuation.yield(line) }
                }
            }
            state.nextListener += 1
            state.listeners[state.nextListener] = Listener(language: language, hearer: hearer, place: place, continuation: continuation)
            return state.nextListener
        }
        guard let number else { throw Trouble(.tooManyListeners) }
        continuation.onTermination = { [weak self] _ in self?.forget(number) }
        return stream
    }

    private static func reaches(_ event: DeviceRole?, _ listener: DeviceRole?) -> Bool { event == nil || listener == nil || event == listener }

    private func forget(_ number: Int) {
        let now = clock()
        state.withLock { state in
            if let gone = state.listeners.removeValue(forKey: number) { state.left[gone.language] = now }
        }
    }
}
