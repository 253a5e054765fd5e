public import CardFormats
public import PointOfService
public import USBContract

/// Drives a HID reader whose interface has been claimed: reports in, events out.
///
/// Reading is always posted, never on demand, and an event is handed over in the same step as the last byte of its report. It never asks for an
/// input report, which makes some scanners hang.
public actor HIDReaderDriver<Role: HIDReaderRole>: CardReader {
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
    private var decoder: ReportDecoder
    private var queue = DataEventQueue()
    private var askers: [(number: Int, answer: CheckedContinuation<CardEvent?, Never>)] = []
    private var lastAsker = 0
    private var reading: Task<Void, Never>?
    private var expiry: Task<Void, any Error>?

    /// A driver for an open device; `endpoint` belongs to an interface that is claimed, `descriptor` is that interface's.
    public init(
        identity: DeviceIdentity, connection: any USBConnection, endpoint: USBEndpointAddress, descriptor: HIDReportDescriptor,
        ranges: CardRanges = .none, time: DeviceTime = .system
    ) throws(ReaderFault) {
        decoder = try ReportDecoder(descriptor: descriptor, ranges: ranges)
        self.identity = identity
        self.connection = connection
        self.endpoint = endpoint
        self.time = time
        length = descriptor.reportIDs(of: .input).compactMap { descriptor.byteCount(of: .input, id: $0) }.max() ?? 64
    }

    /// Begins to read.
    public func start() {
        guard reading == nil, state != .closed else { return }
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

    /// UnifiedPOS `DeviceEnabled`.
    public func setDeviceEnabled(_ isEnabled: Bool) { queue.isDeviceEnabled = isEnabled }

    /// UnifiedPOS `ClearInput`.
    public func clearInput() { queue.clearInput() }

    /// Gives the device back.
    public func close() async {
        end(nil)
        await connection.close()
        await reading?.value
    }

    private func read(_ first: AsyncStream<Result<[UInt8], USBError>>) async {
        var reports = first
        var failures = 0
        while true {
            var failure: USBError?
            for await report in reports {
                switch report {
                case .success(let bytes):
                    failures = 0
                    receive(bytes)
                case .failure(let error): failure = error
                }
            }
            failures += 1
            guard let failure, failure.kind.mayPass, failures < Self.mostFailures, state != .closed else { return end(failure) }
            if failure.kind == .stalled { try? await connection.clearHalt(endpoint) }
            reports = connection.reports(from: endpoint, length: length)
        }
    }

    private func receive(_ bytes: [UInt8]) {
        let events = decoder.receive(bytes, at: time.now())
        hand(events)
        expiry?.cancel()
        expiry = nil
        guard events.isEmpty else { return }
        expiry = Task { [time] in
            try await time.sleep(Role.longestPause + .milliseconds(1))
            self.expire()
        }
        state = .busy
    }

    /// Drops what has begun and was not followed up.
    private func expire() { hand(decoder.expire(at: time.now())) }

    private func hand(_ events: [DecodedEvent]) {
        if state == .busy { state = .idle }
        for event in events { queue.enqueue(CardEvent(event)) }
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
