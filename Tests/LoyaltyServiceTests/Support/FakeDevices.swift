import CardFormats
import LoyaltyDesk
import LoyaltyModel
import PointOfService
import PrinterFormats
import Synchronization

@testable import LoyaltyService

/// Devices that say what a test wants.
actor FakeDevices: DeviceHub {
    static let reader = DeviceIdentity(id: "msr-test", kind: .stripeReader, model: "Test reader")

    private var listeners: [AsyncStream<DeviceEvent>.Continuation] = []
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var last = 0

    func events() -> AsyncStream<DeviceEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: DeviceEvent.self)
        listeners.append(continuation)
        for one in waiting { one.resume() }
        waiting = []
        return stream
    }

    /// Says that a card was read, or was not, once somebody listens.
    func say(_ card: CardEvent) async {
        if listeners.isEmpty { await withCheckedContinuation { waiting.append($0) } }
        last += 1
        for listener in listeners { listener.yield(DeviceEvent(number: last, device: Self.reader, happening: .card(card))) }
    }

    func devices() -> [DeviceReport] {
        [DeviceReport(device: Self.reader, usb: "0801:0002", port: "1-1", sheet: "hardware/test.yaml", state: .idle)]
    }

    func others() -> [ForeignDevice] { [ForeignDevice(usb: "0781:5567", port: "1-2", name: "Memory stick")] }
    func reader(_ id: DeviceIdentity.ID) -> (any CardReader)? { nil }
    func printer(_ id: DeviceIdentity.ID) -> (any POSPrinter)? { nil }
    func printer(at place: DeviceRole) -> (any POSPrinter)? { nil }
    func writer(at place: DeviceRole) -> (any StripeWriter)? { nil }
    func shutdown() {}
}

/// A press that prints as a test says.
final class FakePress: CardPrinting {
    private struct State {
        var failure: PrintFailure?
        var printed: [CardOrder] = []
        var arrived: CheckedContinuation<Void, Never>?
        var isHeld = false
        var held: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// What the next print ends with; nil prints.
    var failure: PrintFailure? {
        get { state.withLock { $0.failure } }
        set { state.withLock { $0.failure = newValue } }
    }
    /// The cards that came out.
    var printed: [CardOrder] { state.withLock { $0.printed } }

    var isReady: Bool { get async { true } }

    /// Holds the next print in the printer until `letGo`.
    func hold() { state.withLock { $0.isHeld = true } }

    /// Waits until the held print has come.
    func printHasCome() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.held == nil { state.arrived = continuation }
                return state.held != nil
            }
            if isThere { continuation.resume() }
        }
    }

    /// Lets the held print go on.
    func letGo() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = nil }
            return state.held
        }
        held?.resume()
    }

    func preview(of order: CardOrder) async throws -> [UInt8] {
        guard !order.name.contains("☃") else { throw Trouble(.nameCannotBePrinted, field: "name") }
        return Array("PNG of \(order.tier)".utf8)
    }

    func print(_ order: CardOrder) async throws -> PrintOutcome {
        if state.withLock(\.isHeld) {
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    state.held = continuation
                    state.arrived?.resume()
                    state.arrived = nil
                }
            }
        }
        return try state.withLock { state in
            if let failure = state.failure { throw failure }
            state.printed.append(order)
            return .confirmed
        }
    }
}
