import POSDrivers
import PointOfService
import USBContract
import VirtualDevices

/// A counter with virtual devices, their manager and somebody who listens.
struct Counter {
    let time = ManualTime()
    let virtual: VirtualCounter
    let manager: DeviceManager

    init(settings: DeviceSettings = DeviceSettings()) {
        let time = self.time
        virtual = VirtualCounter(timer: { try await time.sleep($0) })
        manager = DeviceManager(bus: virtual.bus, table: shipped, settings: settings, time: time.device)
    }

    /// Begins to listen, then to follow the bus.
    func start() async -> Listener {
        let listener = Listener(await manager.events())
        await manager.start()
        return listener
    }
}

/// Somebody who listens to all devices.
struct Listener {
    private var events: AsyncStream<DeviceEvent>.Iterator

    init(_ stream: AsyncStream<DeviceEvent>) { events = stream.makeAsyncIterator() }

    mutating func next() async -> DeviceEvent? { await events.next() }

    /// The next event that is what is wanted; others are passed over.
    mutating func first<Found>(_ wanted: (DeviceEvent) -> Found?) async -> Found? {
        while let event = await events.next() {
            if let found = wanted(event) { return found }
        }
        return nil
    }

    mutating func card() async -> CardEvent? {
        await first { if case .card(let card) = $0.happening { card } else { nil } }
    }

    mutating func arrival() async -> DeviceReport? {
        await first { if case .arrived(let report) = $0.happening { report } else { nil } }
    }

    mutating func departure() async -> DeviceIdentity? {
        await first { if case .left = $0.happening { $0.device } else { nil } }
    }

    mutating func trouble() async -> DeviceTrouble? {
        await first { if case .trouble(let trouble) = $0.happening { trouble } else { nil } }
    }

    mutating func printer(_ wanted: (PrinterReport) -> Bool) async -> PrinterReport? {
        await first { if case .printer(let report) = $0.happening, wanted(report) { report } else { nil } }
    }

    /// Everything until the stream ends.
    mutating func rest() async -> [DeviceEvent] {
        var rest: [DeviceEvent] = []
        while let event = await events.next() { rest.append(event) }
        return rest
    }
}
