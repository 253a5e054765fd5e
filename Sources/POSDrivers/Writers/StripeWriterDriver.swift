public import CardFormats
public import PointOfService
public import USBContract

/// Drives a stripe writer of the MSR605X family whose interface has been claimed.
///
/// The writer comes up set to low coercivity and says “done” even when it has written a high-coercivity card too weakly: so the coercivity is set and asked for each time,
/// and a card counts as written only when it has been read back. Sources: MSR605 Programmer's Manual, revision B; `Magnetic-Fox/MSR605X`, README, for the quirks of the 605X.
public actor StripeWriterDriver: StripeWriter {
    /// Which device.
    public nonisolated let identity: DeviceIdentity
    /// How far it has come.
    public private(set) var state = DeviceState.closed

    private let line: StripeWriterLine
    private let rule: CardRule
    private let waits: StripeWriterWaits
    private let readsBits: Bool
    private var isGivenUp = false

    private static let done = UInt8(ascii: "0")
    private static let present = UInt8(ascii: "y")

    /// A driver for an open device; `endpoint` belongs to an interface that is claimed, `descriptor` is that interface's. nil where the descriptor is no
    /// writer's: a genuine insert reader has the same USB ids. With `readsBits`, ``read(step:)`` has the card's bits sent and decodes them itself, whichever way the card is drawn.
    public init?(
        identity: DeviceIdentity, connection: any USBConnection, endpoint: USBEndpointAddress, descriptor: HIDReportDescriptor,
        ranges: CardRanges = .none, readsBits: Bool = false, waits: StripeWriterWaits = StripeWriterWaits(), time: DeviceTime = .system
    ) {
        guard let kind = MSR605Packet.outgoingReport(of: descriptor) else { return nil }
        self.identity = identity
        self.waits = waits
        self.readsBits = readsBits
        rule = CardRule(ranges: ranges)
        line = StripeWriterLine(connection: connection, input: endpoint, kind: kind, ranges: ranges, time: time)
    }

    /// Begins to read, stops whatever an earlier program left it at, and asks whether it is a writer. Errors: `notAnswering` where it does not say so.
    public func start() async throws(DeviceTrouble) {
        await line.start()
        do throws(StripeWriterLine.Silence) {
            do throws(USBError) { try await line.send(MSR605Command.reset) } catch { throw .bus(error) }
            guard try await line.ask(MSR605Command.communicationTest, within: waits.answer) == .answer(Self.present) else { throw .timeIsUp }
            state = .idle
        } catch {
            throw trouble(error)
        }
    }

    /// Writes a card, reads it back and compares.
    public func write(
        _ tracks: [TrackNumber: String], coercivity: StripeCoercivity, step: @escaping @Sendable (StripeStep) -> Void
    ) async throws(StripeWriteFailure) -> StripeWriteReport {
        let job = try job(tracks)
        try begin()
        defer { rest() }
        try await set(coercivity)
        step(.drawToWrite)
        let written = try await ask(job.command, .uncertain)
        guard written == .answer(Self.done) else { throw failure(written) }
        step(.drawToVerify)
        let read = try await ask(MSR605Command.read, .uncertain, expecting: job.tracks)
        guard case .card(let result, let matching, _) = read else { throw failure(read) }
        if case .retry(.blank) = result { throw StripeWriteFailure(.differs(job.tracks.keys.sorted(), coercivity), extent: .uncertain) }
        if case .retry = result, matching.isEmpty { throw StripeWriteFailure(.unreadable, extent: .uncertain) }
        let wrong = job.tracks.keys.filter { !matching.contains($0) }.sorted()
        guard wrong.isEmpty else { throw StripeWriteFailure(.differs(wrong, coercivity), extent: .uncertain) }
        return StripeWriteReport(verified: job.tracks.keys.sorted(), coercivity: coercivity)
    }

    /// Reads a card.
    public func read(step: @escaping @Sendable (StripeStep) -> Void) async throws(StripeWriteFailure) -> CardEvent {
        try begin()
        defer { rest() }
        step(.drawToRead)
        let reply = try await ask(readsBits ? MSR605Command.readRaw : MSR605Command.read, .unchanged)
        guard case .card(let result, _, _) = reply else { throw failure(reply, .unchanged) }
        return CardEvent(.msr(result))
    }

    /// Waits until the writer is unplugged, or who waits is cancelled.
    func ended() async { await line.ended() }

    /// Gives up what it waits for: the lamp goes out, and the next card is not written.
    public func cancel() async {
        isGivenUp = true
        await line.interrupt()
    }

    /// Gives up, and gives the device back.
    public func close() async {
        guard state != .closed else { return await line.close() }
        let wasBusy = state == .busy
        state = .closed
        await line.interrupt()
        if wasBusy { try? await line.send(MSR605Command.reset) }
        await line.close()
    }

    private func job(_ tracks: [TrackNumber: String]) throws(StripeWriteFailure) -> StripeJob {
        do throws(StripeJob.Fault) {
            return try StripeJob(tracks, rule: rule)
        } catch {
            switch error {
            case .empty: throw StripeWriteFailure(.nothingToWrite, extent: .unchanged)
            case .refused(let refusal): throw StripeWriteFailure(.refused(refusal), extent: .unchanged)
            case .unwritable(let track): throw StripeWriteFailure(.unwritable(track), extent: .unchanged)
            }
        }
    }

    private func begin() throws(StripeWriteFailure) {
        switch state {
        case .idle: (state, isGivenUp) = (.busy, false)
        case .busy: throw StripeWriteFailure(.busy, extent: .unchanged)
        case .closed, .error:
            let closed = DeviceTrouble(.closed, sentence: "\(identity.model) is not open.", wayOut: "Replug it.")
            throw StripeWriteFailure(.device(closed), extent: .unchanged)
        }
    }

    private func rest() { if state == .busy { state = .idle } }

    private func set(_ coercivity: StripeCoercivity) async throws(StripeWriteFailure) {
        do throws(StripeWriterLine.Silence) {
            let answer = try await line.ask(MSR605Command.set(coercivity), within: waits.answer)
            guard answer == .answer(Self.done) else { throw .timeIsUp }
            let setting = try await line.ask(MSR605Command.coercivity, within: waits.answer)
            guard case .answer(let letter) = setting, letter | 0x20 == (coercivity == .high ? UInt8(ascii: "h") : UInt8(ascii: "l")) else { throw .timeIsUp }
        } catch {
            if case .cancelled = error { throw StripeWriteFailure(.cancelled, extent: .unchanged) }
            throw StripeWriteFailure(.device(trouble(error)), extent: .unchanged)
        }
    }

    /// Waits for a person with a card. Whatever ends the wait without one, the writer is told to stop, so that the next card through it is left alone.
    private func ask(
        _ message: [UInt8], _ extent: StripeWriteFailure.Extent, expecting expected: [TrackNumber: String] = [:]
    ) async throws(StripeWriteFailure) -> MSR605Reply {
        do throws(StripeWriterLine.Silence) {
            if isGivenUp { throw .cancelled }
            return try await line.ask(message, within: waits.card, expecting: expected)
        } catch {
            // In a task of its own: this one may have been cancelled, and nothing is sent for a cancelled task.
            await Task { try? await line.send(MSR605Command.reset) }.value
            switch error {
            case .timeIsUp: throw StripeWriteFailure(.noCard, extent: extent)
            case .cancelled: throw StripeWriteFailure(.cancelled, extent: extent)
            case .bus: throw StripeWriteFailure(.device(trouble(error)), extent: extent)
            }
        }
    }

    /// What an answer other than the wanted one means. Source: the manual's “Status byte”.
    private func failure(_ reply: MSR605Reply, _ extent: StripeWriteFailure.Extent = .uncertain) -> StripeWriteFailure {
        switch reply {
        case .answer(UInt8(ascii: "1")), .answer(UInt8(ascii: "9")): StripeWriteFailure(.notWritten, extent: extent)
        case .answer, .card, .garbled:
            StripeWriteFailure(
                .device(
                    DeviceTrouble(
                        .unreliable, sentence: "\(identity.model) did not understand what it was told.",
                        wayOut: "Replug the writer. If it stays, it is not the model it says it is.")), extent: extent)
        }
    }

    private func trouble(_ silence: StripeWriterLine.Silence) -> DeviceTrouble {
        if case .bus(let error) = silence { return DeviceTrouble(error) }
        return DeviceTrouble(
            .notAnswering, sentence: "\(identity.model) does not answer as a stripe writer does.",
            wayOut: "Replug the writer. A reader with the same USB ids cannot write.")
    }
}
