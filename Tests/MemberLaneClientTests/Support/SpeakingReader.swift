import CardFormats
import LoyaltyModel
import PointOfService

/// A card reader that says what a test wants, once somebody listens.
actor SpeakingReader: DeviceHub {
    private static let reader = DeviceIdentity(id: "msr-test", kind: .stripeReader, model: "Test reader")
    private var listeners: [AsyncStream<DeviceEvent>.Continuation] = []
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func events() -> AsyncStream<DeviceEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: DeviceEvent.self)
        listeners.append(continuation)
        for one in waiting { one.resume() }
        waiting = []
        return stream
    }

    func swipe(_ number: String) async { await say(.number(.swiped(number))) }
    func swipePaymentCard() async { await say(.refused(.paymentCard, .swiped)) }

    private func say(_ card: CardEvent) async {
        if listeners.isEmpty { await withCheckedContinuation { waiting.append($0) } }
        for listener in listeners { listener.yield(DeviceEvent(number: 1, device: Self.reader, happening: .card(card))) }
    }

    func devices() -> [DeviceReport] { [] }
    func others() -> [ForeignDevice] { [] }
    func reader(_ id: DeviceIdentity.ID) -> (any CardReader)? { nil }
    func printer(_ id: DeviceIdentity.ID) -> (any POSPrinter)? { nil }
    func printer(at place: DeviceRole) -> (any POSPrinter)? { nil }
    func writer(at place: DeviceRole) -> (any StripeWriter)? { nil }
    func shutdown() {}
}
