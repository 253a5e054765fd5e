public import CardFormats
public import PointOfService
public import USBContract

/// Drives a reader whose interfaces have been claimed: transfers in, events out.
///
/// Reading is always posted, never on demand, and an event is handed over in the same step as the last byte of its report. It never asks for an
/// input report, which makes some scanners hang.
public actor ReaderDriver<Role: ReaderRole>: ReaderFeedback {
    /// Failures in a row after which a reader is given up; a stalled endpoint is set going again until then.
    private static var mostFailures: Int { 3 }

    /// Which device.
    public nonisolated let identity: DeviceIdentity
    /// How far it has come.
    public private(set) var state = DeviceState.idle

    private let connection: any USBConnection
    private let endpoint: USBEndpointAddress
    private let length: Int
    private let time: DeviceTime
    private let controls: ScannerControls?
    private let port: SerialPort?
    private var decoder: ReaderDecoder
    private var gate: ReadGate
    private var queue = DataEventQueue()
    private var askers: [(number: Int, answer: CheckedContinuation<CardEvent?, Never>)] = []
    private var lastAsker = 0
    private var reading: Task<Void, Never>?
    private var expiry: Task<Void, any Error>?
    private var muting: Task<Void, Never>?
    private var isMuted = false
    private var isToBeMuted = false

    /// A driver for an open device; `endpoint` belongs to an interface that is claimed, `descriptor` is that interface's.
    ///
    /// `speech` says how the reader speaks, from its data sheet: HID reports need a descriptor, keys use one where there is one, a serial line has none.
    public init(
        identity: DeviceIdentity, connection: any USBConnection, endpoint: USBEndpointAddress, descriptor: HIDReportDescriptor?,
        speech: ReaderDecoder.Speech = .reports, ranges: CardRanges = .none, settings: ReaderSettings = .fresh, time: DeviceTime = .system
    ) throws(ReaderFault) {
        decoder = try ReaderDecoder(speech, reader: Role.reader, descriptor: descriptor, ranges: ranges)
        self.identity = identity
        self.connection = connection
        self.endpoint = endpoint
        self.time = time
        gate = ReadGate(settings: settings)
        controls = descriptor.flatMap { ScannerControls($0, on: connection, input: endpoint) }
        let serial = SerialPort.of(connection.device)
        port = serial?.input.address == endpoint ? serial : nil
        let packet = connection.device.setting(with: endpoint)?.setting.endpoints.first { $0.address == endpoint }?.maxPacketSize ?? 64
        length = descriptor?.longestInput ?? packet
    }

    /// Begins to read.
    public func start() {
        guard reading == nil, state != .closed else { return }
        gate.open(at: time.now())
        let reports = connection.reports(from: endpoint, length: length)
        reading = Task { await self.read(reports) }
    }

    /// Waits for the next event.
    public func nextEvent() async -> CardEvent? {
        if let event = queue.deliver() { return event }
        if state == .closed || Task.isCancelled { return nil }
        lastAsker += 1
        let number = lastAsker
        return await withTaskCancellationHandler {
            await withCheckedContinuation { askers.append((number, $0)) }
        } onCancel: {
            Task { await self.dismiss(number) }
        }
    }

    /// UnifiedPOS `DeviceEnabled`. A scanner that can be kept from reading is told so in a moment, without anybody waiting for it.
    public func setDeviceEnabled(_ isEnabled: Bool) {
        queue.isDeviceEnabled = isEnabled
        isToBeMuted = !isEnabled
        guard let controls, controls.trigger.canPreventRead, muting == nil, state != .closed else { return }
        muting = Task {
            while isMuted != isToBeMuted, state != .closed {
                let wanted = isToBeMuted
                _ = await controls.send(preventingRead: wanted)
                isMuted = wanted
            }
            muting = nil
        }
    }

    /// UnifiedPOS `ClearInput`.
    public func clearInput() { queue.clearInput() }

    /// A scanner's own good-read or error beep.
    public func signal(_ signal: ReaderSignal) async -> Bool {
        let action: ScannerTrigger.Action = signal == .accepted ? .goodReadBeep : .errorBeep
        guard let controls, controls.trigger.can(action), state != .closed else { return false }
        return await controls.send(preventingRead: isToBeMuted, action)
    }

    /// Gives the device back, and as it was: reading, and with its line hung up.
    public func close() async {
        if state != .closed {
            end(nil)
            await muting?.value
            if isMuted { _ = await controls?.send(preventingRead: false) }
            await port?.hangUp(on: connection)
        }
        await connection.close()
        await reading?.value
    }

    private func read(_ first: AsyncStream<Result<[UInt8], USBError>>) async {
        var reports = first
        var failures = 0
        while true {
            var failure: USBError?
            for await report in reports {
                switch consume report {
                case .success(var bytes):
                    failures = 0
                    receive(bytes)
                    bytes.wipe()
                case .failure(let error): failure = error
                }
            }
            failures += 1
            guard let failure, failure.kind.mayPass, failures < Self.mostFailures, state != .closed else { return end(failure) }
            if failure.kind == .stalled { try? await connection.clearHalt(endpoint) }
            reports = connection.reports(from: endpoint, length: length)
        }
    }

    private func receive(_ bytes: borrowing [UInt8]) {
        guard state != .closed else { return }
        let now = time.now()
        let hasStaleBytes = gate.isSettling(at: now)
        hand(decoder.receive(bytes.span, at: now), at: now, areStale: hasStaleBytes)
        watch()
    }

    /// Waits for as long as something has begun and not ended.
    private func watch() {
        guard expiry == nil, decoder.deadline != nil else { return }
        expiry = Task {
            while let deadline = decoder.deadline {
                let now = time.now()
                if now > deadline {
                    hand(decoder.expire(at: now), at: now, areStale: false)
                } else {
                    try await time.sleep(deadline - now + .milliseconds(1))
                }
            }
            expiry = nil
        }
    }

    private func hand(_ events: [DecodedEvent], at instant: Duration, areStale: Bool) {
        let isMidway = decoder.deadline != nil
        if state != .closed { state = isMidway ? .busy : .idle }
        for event in events.map({ CardEvent($0) }) where gate.lets(event, at: instant, isStale: areStale, isEnabled: queue.isDeviceEnabled) {
            queue.enqueue(event)
        }
        gate.rest(isMidway: isMidway, isStale: areStale)
        answerAskers()
    }

    private func answerAskers() {
        while !askers.isEmpty, let event = queue.deliver() { askers.removeFirst().answer.resume(returning: event) }
    }

    private func end(_ failure: USBError?) {
        guard state != .closed else { return }
        state = .closed
        expiry?.cancel()
        if let failure, failure.kind != .gone { queue.enqueue(.fault(DeviceTrouble(failure))) }
        answerAskers()
        for asker in askers { asker.answer.resume(returning: nil) }
        askers = []
    }

    private func dismiss(_ number: Int) {
        guard let index = askers.firstIndex(where: { $0.number == number }) else { return }
        askers.remove(at: index).answer.resume(returning: nil)
    }
}

extension USBError.Kind {
    /// Whether trying again may help.
    fileprivate var mayPass: Bool { self == .stalled || self == .inputOutput || self == .overflow }
}

extension HIDReportDescriptor {
    /// Bytes of the longest input report; nil for none.
    fileprivate var longestInput: Int? { reportIDs(of: .input).compactMap { byteCount(of: .input, id: $0) }.max() }
}
