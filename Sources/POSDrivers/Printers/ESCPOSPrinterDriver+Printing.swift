public import PointOfService
public import PrinterFormats
import USBContract

extension ESCPOSPrinterDriver {
    /// Bytes of one write at most; printers with small buffers take them in pieces.
    private static var chunkSize: Int { 16_384 }
    /// White dots between a spoiled picture and its cut.
    private static var spoiledMargin: Int { 24 }

    /// Prints a picture as one sheet.
    public func print(_ picture: Bitmap) async throws(PrintFailure) -> PrintOutcome {
        let job: ESCPOS.Job
        do { job = try ESCPOS.Job(picture, for: profile) } catch { throw PrintFailure(.picture(error), extent: .nothing) }
        await takeTurn()
        defer { giveTurn() }
        change { $0.state = .busy }
        defer { change { $0.state = .idle } }
        do throws(PrintStop) {
            try await makeReady()
            try await cleanUp()
        } catch {
            throw PrintFailure(error.reason, extent: .nothing)
        }
        do throws(PrintStop) {
            try await send(job)
            return try await confirm(job)
        } catch {
            throw PrintFailure(error.reason, extent: leftover.isSpoiled ? .part : .nothing)
        }
    }

    /// Sees that the printer would print, and waits for what passes by itself.
    private func makeReady() async throws(PrintStop) {
        if report.state == .closed { throw PrintStop(.device(unplugged)) }
        if !profile.status.contains(.automatic) { await askRealTime() }
        if Task.isCancelled { throw PrintStop(.device(givenUp)) }
        try await waitForBlocker()
    }

    /// Ends what a broken job has left: fills its last command up, and cuts the spoiled piece off.
    private func cleanUp() async throws(PrintStop) {
        guard leftover != .none else { return }
        var bytes = [UInt8](repeating: 0, count: leftover.missing)
        if leftover.isSpoiled { bytes += ESCPOS.feed(units: Self.spoiledMargin) + cut }
        try await send(bytes)
        leftover = .none
    }

    private var cut: [UInt8] {
        switch profile.cutter {
        case .none(let tearBarDots): ESCPOS.feed(units: tearBarDots)
        case .partial: ESCPOS.cut(full: false, units: 0)
        case .full: ESCPOS.cut(full: true, units: 0)
        }
    }

    private func send(_ job: ESCPOS.Job) async throws(PrintStop) {
        let parts = Array(job)
        for (number, part) in parts.enumerated() {
            let asks = number == parts.count - 1 && job.asksForCompletion && interface.input != nil
            if asks { expectCompletion() }
            do throws(PrintStop) {
                try await send(part)
            } catch {
                if asks { forgetCompletion() }
                throw error
            }
        }
    }

    /// Sends all of `bytes`, however often the printer pauses; on the way out `leftover` says what it may still expect.
    private func send(_ bytes: [UInt8]) async throws(PrintStop) {
        var sent = 0
        var emptyWrites = 0
        while sent < bytes.count {
            try await waitForBlocker()
            let chunk = Array(bytes.dropFirst(sent).prefix(Self.chunkSize))
            leftover.missing = bytes.count - sent
            do throws(USBError) {
                try await write(chunk)
                sent += chunk.count
                emptyWrites = 0
                leftover = PrinterLeftover(missing: bytes.count - sent, isSpoiled: true)
            } catch {
                sent += min(error.transferred, chunk.count)
                emptyWrites = error.transferred > 0 ? 0 : emptyWrites + 1
                leftover = PrinterLeftover(missing: bytes.count - sent, isSpoiled: leftover.isSpoiled || error.transferred > 0)
                try await endure(error, emptyWrites: emptyWrites)
            }
        }
    }

    /// One write, which is taken back as soon as the printer says that it cannot print.
    private func write(_ chunk: [UInt8]) async throws(USBError) {
        let task = Task { [connection, interface, limits] () -> Result<Void, USBError> in
            do throws(USBError) {
                return .success(try await connection.write(chunk, to: interface.output.address, timeout: limits.write))
            } catch {
                return .failure(error)
            }
        }
        writing = task
        defer { writing = nil }
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        try result.get()
    }

    /// Decides after a failed write: returning means to try again.
    private func endure(_ error: USBError, emptyWrites: Int) async throws(PrintStop) {
        let isLast = emptyWrites >= limits.emptyWrites
        switch error.kind {
        case .timedOut:
            try await waitForBlocker()
            let condition = await portCondition()
            if condition == .paperEnd { throw PrintStop(.condition(.paperEnd)) }
            guard isLast else { return }
            if let condition { throw PrintStop(.condition(condition)) }
        case .cancelled where !Task.isCancelled:
            return try await waitForBlocker()
        case .stalled where !isLast, .inputOutput where !isLast:
            do { try await connection.clearHalt(interface.output.address) } catch { throw PrintStop(.device(DeviceTrouble(error))) }
            return
        default: break
        }
        throw PrintStop(.device(DeviceTrouble(error)))
    }

    /// Throws what needs a hand; waits for what passes by itself, within limits.
    private func waitForBlocker() async throws(PrintStop) {
        guard blocker?.remedy == .wait else {
            if let blocker { throw PrintStop(.condition(blocker)) }
            return
        }
        _ = await wait(atMost: limits.patience) { self.blocker?.remedy == .wait ? nil : true }
        if let blocker { throw PrintStop(.condition(blocker)) }
    }

    /// Waits for the printer to say that everything is on paper; without such a printer nobody knows.
    private func confirm(_ job: ESCPOS.Job) async throws(PrintStop) -> PrintOutcome {
        guard job.asksForCompletion, interface.input != nil, hasSpoken, confirms else { return sentUnconfirmed() }
        let wanted = asked
        var limit = limits.confirmation
        while true {
            let isOver = await wait(atMost: limit) { () -> Bool? in
                if self.heard >= wanted { return true }
                return self.blocker.map { $0.remedy == .wait } == false ? false : nil
            }
            if isOver == true {
                leftover = .none
                return .confirmed
            }
            if report.state == .closed { throw PrintStop(.device(unplugged)) }
            guard let blocker else { break }
            if blocker.remedy != .wait || limit == limits.patience { throw PrintStop(.condition(blocker)) }
            limit = limits.patience
        }
        confirms = heard > 0
        return sentUnconfirmed()
    }

    private func sentUnconfirmed() -> PrintOutcome {
        leftover = .none
        return .sentUnconfirmed
    }

    private var unplugged: DeviceTrouble { DeviceTrouble(USBError(.gone, device: connection.device.description)) }
    private var givenUp: DeviceTrouble { DeviceTrouble(USBError(.cancelled, device: connection.device.description)) }
}

/// What stops a job.
struct PrintStop: Error {
    let reason: PrintFailure.Reason

    init(_ reason: PrintFailure.Reason) { self.reason = reason }
}
