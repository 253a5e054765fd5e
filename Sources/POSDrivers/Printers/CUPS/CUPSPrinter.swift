public import PointOfService
public import PrinterFormats

/// A print queue of CUPS, for plastic-card printers and others with a driver of their own.
///
/// A card goes to `lp` as a PNG in true size. The queue says when it has handed it on, never that it is on plastic, so jobs end unconfirmed; one that the
/// queue holds back is cancelled, so that no card comes out later that has been reported as not printed.
public actor CUPSPrinter: POSPrinter {
    /// Draws a bitmap as a PNG file.
    public typealias PNGEncoder = @Sendable (Bitmap) throws -> [UInt8]

    /// Which queue.
    public nonisolated let identity: DeviceIdentity
    /// What it can print.
    public nonisolated let profile: PrinterProfile
    /// What is known of it now.
    public private(set) var report = PrinterReport(state: .idle, conditions: nil)

    private let queue: String
    private let encode: PNGEncoder
    private let programs: ProgramRunner
    private let time: DeviceTime
    private let limits: PrinterLimits
    private var watchers = ReportWatchers()
    private let turns = Turns()

    /// A queue by its name. Without a `profile`, a card of 85.6 × 54 mm at 300 dpi, to the edge.
    public init(
        queue: String, profile: PrinterProfile? = nil, programs: ProgramRunner = ProgramRunner(), time: DeviceTime = .system,
        limits: PrinterLimits = PrinterLimits(), encode: @escaping PNGEncoder
    ) {
        self.queue = queue
        self.encode = encode
        self.programs = programs
        self.time = time
        self.limits = limits
        identity = DeviceIdentity(id: "printer-cups-\(queue)", kind: .printer, model: queue)
        self.profile =
            profile
            ?? PrinterProfile(
                name: queue, headDots: 1016, dotsPerInch: 300, cutter: .none(tearBarDots: 0), confirmsCompletion: false, status: .realTime)
    }

    /// Asks for the queue's state. Errors: there is no such queue, or no CUPS.
    public func refresh() async throws(DeviceTrouble) {
        let outcome = try await run("lpstat", ["-l", "-p", queue])
        guard outcome.status == 0, let answer = CUPSAnswers.queue(in: outcome.output) else { throw await trouble(outcome) }
        change { $0.conditions = answer.state }
        if !answer.isEnabled {
            throw DeviceTrouble(
                .notAnswering, sentence: "The print queue “\(queue)” is stopped.", wayOut: "See to the printer, then start the queue again.",
                commands: ["sudo cupsenable \(queue)"])
        }
    }

    /// What is known of it now, and again whenever that changes.
    public func reports() -> AsyncStream<PrinterReport> {
        watchers.add(report) { number in Task { await self.forget(number) } }
    }

    /// Prints a picture on one card.
    public func print(_ picture: Bitmap) async throws(PrintFailure) -> PrintOutcome {
        if picture.width <= 0 || picture.height <= 0 { throw PrintFailure(.picture(.empty), extent: .nothing) }
        if picture.width > profile.headDots {
            throw PrintFailure(.picture(.widerThanHead(dots: picture.width, head: profile.headDots)), extent: .nothing)
        }
        await turns.take()
        defer { turns.give() }
        change { $0.state = .busy }
        defer { change { $0.state = .idle } }
        let job: String
        do throws(PrintStop) {
            try await seeThatItPrints()
            job = try await handOver(picture)
        } catch {
            throw PrintFailure(error.reason, extent: .nothing)
        }
        do throws(PrintStop) {
            try await follow(job)
            return .sentUnconfirmed
        } catch {
            _ = await programs.run("cancel", [job])
            throw PrintFailure(error.reason, extent: .part)
        }
    }

    /// Gives the queue up; it goes on without us.
    public func close() {
        change { $0.state = .closed }
        watchers.finish()
    }

    private func forget(_ watcher: Int) { watchers.forget(watcher) }

    private func change(_ body: (inout PrinterReport) -> Void) {
        let old = report
        if old.state != .closed { body(&report) }
        if report != old { watchers.tell(report) }
    }
}

// MARK: - One job

extension CUPSPrinter {
    private func seeThatItPrints() async throws(PrintStop) {
        if report.state == .closed || Task.isCancelled { throw PrintStop(.device(givenUp)) }
        do { try await refresh() } catch { throw PrintStop(.device(error)) }
        if let blocker = report.conditions?.inOrder.first(where: \.stopsPrinting) { throw PrintStop(.condition(blocker)) }
    }

    /// Gives `lp` the picture; CUPS has its own copy when `lp` ends.
    private func handOver(_ picture: Bitmap) async throws(PrintStop) -> String {
        let outcome: ProgramRunner.Outcome
        do {
            let file = try PrivateFile(bytes: encode(picture), name: "card.png")
            defer { file.remove() }
            outcome = try await run("lp", ["-d", queue, "-t", "Member card", "-o", "ppi=\(profile.dotsPerInch)", "--", file.path])
        } catch let trouble as DeviceTrouble {
            throw PrintStop(.device(trouble))
        } catch {
            throw PrintStop(.device(DeviceTrouble(.unreliable, sentence: "The card could not be drawn for the print queue.", wayOut: "Print it again.")))
        }
        guard outcome.status == 0, let job = CUPSAnswers.job(in: outcome.output) else { throw PrintStop(.device(await trouble(outcome))) }
        return job
    }

    /// Waits until the queue has handed the job on to the printer.
    private func follow(_ job: String) async throws(PrintStop) {
        let end = time.now() + limits.patience
        while true {
            let waiting: ProgramRunner.Outcome
            do { waiting = try await run("lpstat", ["-W", "not-completed", "-o", queue]) } catch { throw PrintStop(.device(error)) }
            if !CUPSAnswers.lists(job, in: waiting.output) { return }
            try await seeThatItPrints()
            if time.now() >= end { throw PrintStop(.device(held)) }
            do { try await time.sleep(limits.poll) } catch { throw PrintStop(.device(givenUp)) }
        }
    }

    private func run(_ program: String, _ arguments: [String]) async throws(DeviceTrouble) -> ProgramRunner.Outcome {
        guard let outcome = await programs.run(program, arguments) else {
            throw DeviceTrouble(
                .notAnswering, sentence: "The program \(program), which hands cards to a print queue, is missing.",
                wayOut: "Install CUPS's client programs.", commands: ["sudo apt-get install cups-client"])
        }
        return outcome
    }
}

// MARK: - Troubles

extension CUPSPrinter {
    private var givenUp: DeviceTrouble { DeviceTrouble(.closed, sentence: "Printing was given up.", wayOut: "Print the card again.") }

    private var held: DeviceTrouble {
        DeviceTrouble(
            .notAnswering, sentence: "The print queue “\(queue)” did not hand the card on to the printer.",
            wayOut: "See whether the printer is switched on, then print again.", commands: ["lpstat -l -p \(queue)"])
    }

    /// What `lp` and `lpstat` complain of, in our words. Without CUPS they say the same as without the queue, so it is asked for first.
    private func trouble(_ outcome: ProgramRunner.Outcome) async -> DeviceTrouble {
        if await programs.run("lpstat", ["-r"])?.output.contains("not running") == true {
            return DeviceTrouble(
                .notAnswering, sentence: "CUPS, the print service, is not running.", wayOut: "Start it.", commands: ["sudo systemctl start cups"])
        }
        let complaint = outcome.complaint.lowercased()
        if ["does not exist", "invalid destination"].contains(where: complaint.contains) {
            return DeviceTrouble(
                .notAnswering, sentence: "There is no print queue called “\(queue)”.", wayOut: "Choose one of those that there are.",
                commands: ["lpstat -e"])
        }
        if complaint.contains("not accepting") {
            return DeviceTrouble(
                .notAnswering, sentence: "The print queue “\(queue)” takes no jobs.", wayOut: "Let it take jobs again.",
                commands: ["sudo cupsaccept \(queue)"])
        }
        return DeviceTrouble(
            .unreliable, sentence: "The print queue “\(queue)” refused the card.", wayOut: "See what it says.", commands: ["lpstat -l -p \(queue)"])
    }
}
