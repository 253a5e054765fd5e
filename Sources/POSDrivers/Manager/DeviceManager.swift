public import DeviceSheets
public import PointOfService
public import USBContract

/// Keeps every supported device of a bus open for as long as it is plugged in, and tells everybody who listens what happens to them.
///
/// From a report's last byte to the published event every step wakes the next; nothing is polled.
public actor DeviceManager: DeviceHub {
    /// Events kept for a listener who is slow; who falls further behind misses the oldest.
    private static let listenerCapacity = 1024

    private let bus: any USBBus
    private let table: DeviceTable
    private let settings: DeviceSettings
    private let time: DeviceTime
    private let opener: DeviceOpener
    private let queues: [CUPSPrinter]

    private var sessions: [USBAddress: DeviceSession] = [:]
    /// What is nothing of ours; hubs are not mentioned.
    private var foreign: [USBAddress: ForeignDevice] = [:]
    /// What is gone and still being given back.
    private var leaving: [Int: (id: DeviceIdentity.ID, task: Task<Void, Never>)] = [:]
    private var lastLeaving = 0
    private var leftovers: [DeviceIdentity.ID: PrinterLeftover] = [:]
    private var listeners: [Int: AsyncStream<DeviceEvent>.Continuation] = [:]
    private var lastListener = 0
    private var lastEvent = 0
    private var following: Task<Void, Never>?
    private var queueStandings: [DeviceIdentity.ID: QueueStanding] = [:]
    private var watchingQueues: [Task<Void, Never>] = []
    private var isShutDown = false

    /// A manager that has not started.
    public init(
        bus: any USBBus, table: DeviceTable, settings: DeviceSettings = DeviceSettings(), queues: [CUPSPrinter] = [], time: DeviceTime = .system
    ) {
        self.queues = queues
        self.bus = bus
        self.table = table
        self.settings = settings
        self.time = time
        opener = DeviceOpener(bus: bus, time: time, settings: settings)
    }

    /// Begins to follow the bus. Safe to repeat.
    public func start() {
        guard following == nil, !isShutDown else { return }
        let events = bus.events()
        following = Task {
            async let restoring: Void = restoreDrivers()
            for await event in events { self.take(event) }
            await restoring
        }
        watchingQueues = queues.map { queue in Task { await self.watch(queue) } }
    }

    /// Gives back what an earlier run that was killed has left without a driver, on interfaces too that this one will not use.
    private func restoreDrivers() async {
        for device in await bus.devices() where !table.rows(for: device).isEmpty { _ = try? await bus.restoreDrivers(of: device) }
    }

    /// What happens from now on, led by how things stand.
    public func events() -> AsyncStream<DeviceEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: DeviceEvent.self, bufferingPolicy: .bufferingNewest(Self.listenerCapacity))
        let standing = sessions.values.flatMap(\.standing) + queueStandings.values.flatMap(\.standing)
        for event in standing.sorted(by: { $0.number < $1.number }) { continuation.yield(event) }
        if isShutDown {
            continuation.finish()
            return stream
        }
        lastListener += 1
        let number = lastListener
        listeners[number] = continuation
        continuation.onTermination = { _ in Task { await self.forget(number) } }
        return stream
    }

    /// What is plugged in and known, the usable first, then by socket; queues behind.
    public func devices() -> [DeviceReport] {
        sessions.values.sorted { ($0.device == nil ? 1 : 0, $0.info.portPath) < ($1.device == nil ? 1 : 0, $1.info.portPath) }.map(\.report)
            + queues.compactMap { queueStandings[$0.identity.id]?.report }
    }

    /// What is plugged in and nothing of ours, by socket.
    public func others() -> [ForeignDevice] { foreign.values.sorted { $0.port < $1.port } }

    /// The reader with this id.
    public func reader(_ id: DeviceIdentity.ID) -> (any CardReader)? {
        for case .reader(let reader)? in sessions.values.map(\.device) where reader.identity.id == id { return reader }
        return nil
    }

    /// The printer with this id.
    public func printer(_ id: DeviceIdentity.ID) -> (any POSPrinter)? { printers.first { $0.identity.id == id } }

    /// The printer to use at a place: one bound to it before one that works everywhere, and of several the one in the first socket.
    public func printer(at place: DeviceRole) -> (any POSPrinter)? {
        printers.first { $0.identity.role == place } ?? printers.first { $0.identity.role == nil }
    }

    /// The stripe writer to use at a place.
    public func writer(at place: DeviceRole) -> (any StripeWriter)? {
        let writers = bySocket.compactMap { if case .writer(let writer)? = $0.device { writer } else { nil } }
        return writers.first { $0.identity.role == place } ?? writers.first { $0.identity.role == nil }
    }

    /// By socket; queues behind.
    private var printers: [any POSPrinter] {
        bySocket.compactMap { if case .printer(let printer)? = $0.device { printer as any POSPrinter } else { nil } } + queues
    }

    private var bySocket: [DeviceSession] { sessions.values.sorted { $0.info.portPath < $1.info.portPath } }

    /// Stops, and gives every device back.
    public func shutdown() async {
        isShutDown = true
        following?.cancel()
        await following?.value
        for address in Array(sessions.keys) { leave(address) }
        for task in leaving.values.map(\.task) { await task.value }
        for queue in queues { await queue.close() }
        for task in watchingQueues { await task.value }
        for listener in listeners.values { listener.finish() }
        listeners = [:]
    }

    private func forget(_ listener: Int) { listeners[listener] = nil }

    @discardableResult
    private func publish(_ happening: DeviceEvent.Happening, of device: DeviceIdentity) -> DeviceEvent {
        lastEvent += 1
        let event = DeviceEvent(number: lastEvent, device: device, happening: happening)
        for listener in listeners.values { listener.yield(event) }
        return event
    }
}

// MARK: - Coming and going

extension DeviceManager {
    private func take(_ event: USBEvent) {
        switch event {
        case .arrived(let info):
            guard !isShutDown, sessions[info.address] == nil else { return }
            let rows = table.rows(for: info)
            guard let row = rows.first else {
                if info.descriptor.deviceClass != .hub { foreign[info.address] = ForeignDevice(info) }
                return
            }
            let id = DeviceIdentity(info, kind: row.kind, model: row.model).id
            let naming = DeviceNaming(byPort: sessions.values.contains { $0.identity.id == id }, roles: settings.roles)
            sessions[info.address] = DeviceSession(info, rows, row, naming)
            let task = Task { await self.serve(info.address) }
            sessions[info.address]?.task = task
        case .left(let address):
            foreign[address] = nil
            leave(address)
        }
    }

    /// Ends a session; its task gives the device back, which may take a while.
    private func leave(_ address: USBAddress) {
        guard let session = sessions.removeValue(forKey: address) else { return }
        if let task = session.task {
            task.cancel()
            lastLeaving += 1
            let number = lastLeaving
            leaving[number] = (session.identity.id, task)
            Task {
                await task.value
                self.leaving[number] = nil
            }
        }
        publish(.left, of: session.identity)
    }

    /// Opens the device, follows it, closes it; again for as long as it is plugged in.
    private func serve(_ address: USBAddress) async {
        let id = sessions[address]?.identity.id
        for earlier in leaving.values where earlier.id == id { await earlier.task.value }
        while let session = sessions[address], !Task.isCancelled {
            do throws(DeviceTrouble) {
                let leftover = leftovers[session.identity.id] ?? PrinterLeftover.none
                let (device, row) = try await opener.open(session.info, session.rows, session.naming, leftover: leftover)
                sessions[address]?.sheet = row.sheet
                await use(device, at: address)
            } catch {
                if error.code != .unplugged { tell(error, of: address) }
            }
            guard !Task.isCancelled, (try? await time.sleep(settings.retryPause)) != nil else { break }
        }
    }

    private func use(_ device: OpenDevice, at address: USBAddress) async {
        if sessions[address] != nil, !Task.isCancelled {
            sessions[address]?.device = device
            sessions[address]?.identity = device.identity
            sessions[address]?.trouble = nil
            await follow(device, at: address)
        }
        if !Task.isCancelled {
            sessions[address]?.device = nil
            sessions[address]?.standing = []
            sessions[address]?.printer = nil
        }
        await device.close()
        if case .printer(let printer) = device { leftovers[device.identity.id] = await printer.leftover }
    }

    private func follow(_ device: OpenDevice, at address: USBAddress) async {
        switch device {
        case .reader(let reader):
            arrive(address)
            while let event = await reader.nextEvent(), !Task.isCancelled { publish(.card(event), of: reader.identity) }
        case .writer(let writer):
            arrive(address)
            await writer.ended()
        case .printer(let printer):
            for await report in await printer.reports() where !Task.isCancelled {
                let isFirst = sessions[address]?.printer == nil
                sessions[address]?.printer = report
                if isFirst { arrive(address) }
                let event = publish(.printer(report), of: printer.identity)
                sessions[address]?.stand(event)
            }
        }
    }

    private func arrive(_ address: USBAddress) {
        guard let session = sessions[address] else { return }
        let event = publish(.arrived(session.report), of: session.identity)
        sessions[address]?.standing = [event]
    }

    private func tell(_ trouble: DeviceTrouble, of address: USBAddress) {
        guard let session = sessions[address], session.trouble != trouble else { return }
        sessions[address]?.trouble = trouble
        let event = publish(.trouble(trouble), of: session.identity)
        sessions[address]?.standing = [event]
    }
}

// MARK: - Queues of CUPS

extension DeviceManager {
    /// Asks a queue how it stands, tells it, and follows it until it is given up.
    private func watch(_ queue: CUPSPrinter) async {
        var standing = QueueStanding(queue.identity)
        do throws(DeviceTrouble) {
            try await queue.refresh()
            standing.standing = [publish(.arrived(standing.report), of: queue.identity)]
        } catch {
            standing.report.trouble = error
            standing.standing = [publish(.trouble(error), of: queue.identity)]
        }
        queueStandings[queue.identity.id] = standing
        for await report in await queue.reports() {
            queueStandings[queue.identity.id]?.report.state = report.state
            queueStandings[queue.identity.id]?.report.sentence = report.sentence
            publish(.printer(report), of: queue.identity)
        }
        queueStandings[queue.identity.id] = nil
    }
}

extension ForeignDevice {
    fileprivate init(_ info: USBDeviceInfo) {
        self.init(usb: info.deviceID.description, port: info.portPath, name: [info.manufacturer, info.product].compactMap(\.self).joined(separator: " "))
    }
}
