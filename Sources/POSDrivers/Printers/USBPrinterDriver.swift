public import PointOfService
public import PrinterFormats
import USBContract

/// Drives a printer of any language whose interface has been claimed.
///
/// The profile's dialect knows what to ask and what the answers mean; this is what happens between questions, answers and time. What the printer says
/// is read all the time and understood as it comes; a printer that says nothing is no error, only less certain.
public actor USBPrinterDriver: POSPrinter {
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
    /// Whether anything of the job under way may be on paper.
    var mayShow = false
    /// Completions asked for and heard since the driver was opened.
    private(set) var (asked, heard) = (0, 0)
    /// Whether waiting for completions is worth it: until one has been waited for in vain by a printer that never told one.
    var confirms = true
    /// The write under way.
    var writing: Task<Result<Void, USBError>, Never>?
    private(set) var hasSpoken = false

    private var dialect: any PrinterDialect
    /// All that has been told; nil before the printer has told anything, and when it can no longer be heard.
    private var told: PrinterState?
    private var answers = 0
    private var hasAsked = false
    private var reading: Task<Void, Never>?
    private var watching: Task<Void, Never>?
    private var watchers = ReportWatchers()
    private var waits = DeviceWaits()
    let turns = Turns()

    init(
        identity: DeviceIdentity, profile: PrinterProfile, connection: any USBConnection, interface: PrinterInterface,
        leftover: PrinterLeftover = .none, time: DeviceTime = .system, limits: PrinterLimits = PrinterLimits()
    ) {
        self.identity = identity
        self.profile = profile
        self.connection = connection
        self.interface = interface
        dialect = profile.dialect
        self.leftover = leftover
        self.time = time
        self.limits = limits
    }

    /// Begins to listen, clears away what a broken job has left, and asks for the printer's state.
    public func start() async {
        await clearAway()
        guard let input = interface.input, reading == nil else { return }
        let replies = connection.reports(from: input.address, length: input.maxPacketSize)
        reading = Task { await self.read(replies, from: input) }
        await askFirst()
        if dialect.subscription == nil, !dialect.questions.isEmpty { watching = Task { await self.watch() } }
    }

    /// What is known of it now, and again whenever that changes.
    public func reports() -> AsyncStream<PrinterReport> {
        watchers.add(report) { number in Task { await self.forget(number) } }
    }

    /// Gives up what is being printed and gives the device back.
    public func close() async {
        end()
        await connection.close()
        await reading?.value
        await watching?.value
    }

    private func forget(_ watcher: Int) { watchers.forget(watcher) }

    private func end() {
        watching?.cancel()
        change { $0.state = .closed }
        watchers.finish()
    }

    /// Changes what is known, tells those who watch, and wakes those who wait.
    func change(_ body: (inout PrinterReport) -> Void) {
        let old = report
        if old.state != .closed { body(&report) }
        if report != old { watchers.tell(report) }
        waits.wakeAll()
    }
}

// MARK: - What the printer says

extension USBPrinterDriver {
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
        told = nil
        hasSpoken = false
        change { $0.conditions = nil }
    }

    private func hear(_ bytes: [UInt8]) {
        if bytes.isEmpty { return }
        hasSpoken = true
        for news in dialect.receive(bytes) {
            switch news {
            case .state(let state):
                told = state
                answers += 1
            case .identity: answers += 1
            case .completed: heard += 1
            }
        }
        publish()
    }

    private func publish() {
        change { $0.conditions = told }
        if let blocker, blocker.remedy != .wait { writing?.cancel() }
    }

    /// How the printer says that a job is on paper; `none` where nobody can hear it or wants to.
    var completion: PrinterCompletion { interface.input == nil || !profile.confirmsCompletion ? .none : dialect.completion }

    /// Announces that the end of a job is being sent.
    func expectCompletion() {
        asked += 1
        dialect.expectCompletion()
    }

    /// Takes the announcement back, when the end did not get out.
    func forgetCompletion() {
        heard = asked
        dialect.forgetCompletion()
    }

    /// Has the printer tell its state, by itself from now on or else now. Without an answer it stays unknown.
    ///
    /// Nothing is asked while the printer may still expect the rest of a command, which would swallow the question.
    private func askFirst() async {
        guard leftover.missing == 0 else { return }
        hasAsked = true
        if let subscription = dialect.subscription {
            guard await put(subscription) else { return }
            _ = await wait(atMost: limits.answer) { self.told == nil ? nil : true }
        }
        if told == nil { await ask() }
    }

    /// Asks now and then, between jobs, a printer that does not tell its changes by itself.
    private func watch() async {
        while (try? await time.sleep(limits.watch)) != nil, report.state != .closed {
            await turns.take()
            await askBeforeJob()
            turns.give()
        }
    }

    /// Asks for the state before a job, of a printer that answers and does not tell its changes by itself.
    func askBeforeJob() async {
        if !hasAsked, interface.input != nil { return await askFirst() }
        if dialect.subscription == nil, hasSpoken { await ask() }
    }

    /// Asks question by question, since replies do not always say what they reply to.
    func ask() async {
        guard interface.input != nil, leftover.missing == 0 else { return }
        for question in dialect.questions {
            let count = answers
            dialect.expectAnswer(to: question)
            guard await put(question) else { return dialect.forgetAnswers() }
            if await wait(atMost: limits.answer, until: { self.answers > count ? true : nil }) != nil { continue }
            if Task.isCancelled || report.state == .closed { return }
            switch dialect.noAnswer(to: question) {
            case .nothing: break
            case .unknown: return
            case .state(let state):
                told = state
                publish()
            }
        }
    }

    /// Sends some bytes between jobs, once more after a halt; false when the printer does not take them.
    func put(_ bytes: [UInt8]) async -> Bool {
        for _ in 0..<2 {
            do {
                try await connection.write(bytes, to: interface.output.address, timeout: limits.question)
                return true
            } catch {
                guard error.kind == .stalled || error.kind == .inputOutput else { return false }
                guard (try? await connection.clearHalt(interface.output.address)) != nil else { return false }
            }
        }
        return false
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

extension USBPrinterDriver {
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
}
