public import PointOfService
public import PrinterFormats
import USBContract

/// Drives an ESC/POS printer whose interface has been claimed.
///
/// What the printer says is read all the time and understood as it comes; a printer that says nothing is no error, only less certain.
public actor ESCPOSPrinterDriver: POSPrinter {
    /// Times an input pipe that fails is set going again before it counts as dead.
    private static let mostInputFailures = 3

    /// Which device.
    public nonisolated let identity: DeviceIdentity
    /// What it can print.
    public nonisolated let profile: PrinterProfile
    /// What is known of it now.
    public private(set) var report = PrinterReport(state: .idle, conditions: nil)

    let connection: any USBConnection
    let interface: PrinterInterface
    let time: DeviceTime
    let limits: PrinterLimits
    /// What a broken job has left behind.
    var leftover: PrinterLeftover
    /// Completions asked for and heard since the driver was opened.
    var (asked, heard) = (0, 0)
    /// Whether waiting for completions is worth it: until one has been waited for in vain by a printer that never told one.
    var confirms = true
    /// The write under way.
    var writing: Task<Result<Void, USBError>, Never>?
    private(set) var hasSpoken = false

    private var parser = ESCPOSStatusParser()
    private var knowsState = false
    private var statusCount = 0
    private var reading: Task<Void, Never>?
    private var watchers: [Int: AsyncStream<PrinterReport>.Continuation] = [:]
    private var lastWatcher = 0
    private var waits = DeviceWaits()
    private var turns: [CheckedContinuation<Void, Never>] = []
    private var isTaken = false

    init(
        identity: DeviceIdentity, profile: PrinterProfile, connection: any USBConnection, interface: PrinterInterface,
        leftover: PrinterLeftover = .none, time: DeviceTime = .system, limits: PrinterLimits = PrinterLimits()
    ) {
        self.identity = identity
        self.profile = profile
        self.connection = connection
        self.interface = interface
        self.leftover = leftover
        self.time = time
        self.limits = limits
    }

    /// Begins to listen and asks for the printer's state.
    public func start() async {
        guard let input = interface.input, reading == nil else { return }
        let replies = connection.reports(from: input.address, length: input.maxPacketSize)
        reading = Task { await self.read(replies, from: input) }
        await askState()
    }

    /// What is known of it now, and again whenever that changes.
    public func reports() -> AsyncStream<PrinterReport> {
        let (stream, continuation) = AsyncStream.makeStream(of: PrinterReport.self, bufferingPolicy: .bufferingNewest(64))
        continuation.yield(report)
        if report.state == .closed {
            continuation.finish()
            return stream
        }
        lastWatcher += 1
        let number = lastWatcher
        watchers[number] = continuation
        continuation.onTermination = { _ in Task { await self.forget(number) } }
        return stream
    }

    /// Gives up what is being printed and gives the device back.
    public func close() async {
        end()
        await connection.close()
        await reading?.value
    }

    private func forget(_ watcher: Int) { watchers[watcher] = nil }

    private func end() {
        change { $0.state = .closed }
        for watcher in watchers.values { watcher.finish() }
        watchers = [:]
    }

    /// Changes what is known, tells those who watch, and wakes those who wait.
    func change(_ body: (inout PrinterReport) -> Void) {
        let old = report
        if old.state != .closed { body(&report) }
        if report != old {
            for watcher in watchers.values { watcher.yield(report) }
        }
        waits.wakeAll()
    }
}

// MARK: - What the printer says

extension ESCPOSPrinterDriver {
    /// What keeps the printer from printing, the worst first; nil where nothing does or nothing is known.
    var blocker: PrinterCondition? { report.conditions?.inOrder.first(where: \.stopsPrinting) }

    private func read(_ first: AsyncStream<Result<[UInt8], USBError>>, from input: USBEndpoint) async {
        var replies = first
        for _ in 0..<Self.mostInputFailures {
            var failure: USBError?
            for await reply in replies {
                switch reply {
                case .success(let bytes): hear(bytes)
                case .failure(let error): failure = error
                }
            }
            guard let failure, report.state != .closed else { return }
            if failure.kind == .gone { return end() }
            if failure.kind == .stalled { try? await connection.clearHalt(input.address) }
            replies = connection.reports(from: input.address, length: input.maxPacketSize)
        }
        knowsState = false
        hasSpoken = false
        change { $0.conditions = nil }
    }

    private func hear(_ bytes: [UInt8]) {
        if bytes.isEmpty { return }
        hasSpoken = true
        for event in parser.receive(bytes) {
            switch event {
            case .status:
                knowsState = true
                statusCount += 1
            case .completed: heard += 1
            case .identity, .flow, .stray: break
            }
        }
        let conditions = knowsState ? parser.state : nil
        change { $0.conditions = conditions }
        if let blocker, blocker.remedy != .wait { writing?.cancel() }
    }

    /// Announces that the completion of a job has been asked for.
    func expectCompletion() {
        asked += 1
        parser.expect(.completion)
    }

    /// Takes the announcement back, when the question did not get out.
    func forgetCompletion() {
        heard = asked
        parser.forgetQuestions()
    }

    /// Has the printer tell its state, by itself from now on or else now. Without an answer it stays unknown.
    func askState() async {
        if profile.status.contains(.automatic), leftover == .none {
            try? await connection.write(ESCPOS.automaticStatus(on: true), to: interface.output.address, timeout: limits.question)
            _ = await wait(atMost: limits.answer) { self.knowsState ? true : nil }
        }
        if !knowsState { await askRealTime() }
    }

    /// Asks part by part, one question at a time, since replies do not say what they reply to.
    func askRealTime() async {
        guard interface.input != nil, profile.status.contains(.realTime) else { return }
        for part in [ESCPOS.RealTimeStatus.printer, .offlineCause, .error, .paper] {
            let query = ESCPOS.Query.realTime(part)
            parser.expect(query)
            let count = statusCount
            try? await connection.write(query.bytes, to: interface.output.address, timeout: limits.question)
            guard await wait(atMost: limits.answer, until: { self.statusCount > count ? true : nil }) != nil else {
                parser.forgetQuestions()
                for _ in heard..<max(heard, asked) { parser.expect(.completion) }
                return
            }
        }
    }

    /// GET_PORT_STATUS, which goes by the control pipe when no other gets through; nil where the printer does not know it.
    ///
    /// Source: USB Printing Devices 1.1, section 4.2.2: 0x20 paper empty, 0x10 selected, 0x08 no error.
    func portCondition() async -> PrinterCondition? {
        guard let status = try? await connection.controlIn(.getPortStatus(interface: interface.number), timeout: limits.question).first else { return nil }
        if status & 0x20 != 0 { return .paperEnd }
        if status & 0x08 == 0 { return .recoverableError }
        return status & 0x10 == 0 ? .offline : nil
    }
}

// MARK: - Waiting and taking turns

extension ESCPOSPrinterDriver {
    /// Waits until something is found, looking again at every change; nil when the time is up, the task cancelled or the printer gone.
    func wait<Found>(atMost limit: Duration, until find: () -> Found?) async -> Found? {
        let number = waits.begin()
        let alarm = Task { [time] in
            try await time.sleep(limit)
            self.waits.expire(number)
        }
        defer {
            alarm.cancel()
            waits.end(number)
        }
        while true {
            if let found = find() { return found }
            if waits.isExpired(number) || Task.isCancelled || report.state == .closed { return nil }
            await withTaskCancellationHandler {
                await withCheckedContinuation { waits.sleep(number, $0) }
            } onCancel: {
                Task { await self.wake(number) }
            }
        }
    }

    private func wake(_ number: Int) { waits.wake(number) }

    func takeTurn() async {
        if !isTaken {
            isTaken = true
            return
        }
        await withCheckedContinuation { turns.append($0) }
    }

    func giveTurn() {
        if turns.isEmpty { isTaken = false } else { turns.removeFirst().resume() }
    }
}
