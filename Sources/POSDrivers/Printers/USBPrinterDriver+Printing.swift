public import PointOfService
public import PrinterFormats
import USBContract

extension USBPrinterDriver {
    /// Bytes of one write at most; printers with small buffers take them in pieces.
    private static var chunkSize: Int { 16_384 }

    /// Prints a picture as one sheet.
    public func print(_ picture: Bitmap) async throws(PrintFailure) -> PrintOutcome {
        let job: PrintJob
        do { job = try PrintJob(picture, for: profile) } catch { throw PrintFailure(.picture(error), extent: .nothing) }
        await turns.take()
        defer { turns.give() }
        change { $0.state = .busy }
        defer { change { $0.state = .idle } }
        mayShow = false
        do throws(PrintStop) {
            try await cleanUp()
            try await makeReady()
            try await send(job)
            return try await confirm()
        } catch {
            if !profile.language.printsAsItArrives { await clearAway() }
            throw PrintFailure(error.reason, extent: mayShow ? .part : .nothing)
        }
    }

    /// Ends what a broken job has left, in the printer and on paper.
    private func cleanUp() async throws(PrintStop) {
        if report.state == .closed { throw PrintStop(.device(unplugged)) }
        guard leftover != .none else { return }
        try await send(profile.recovery(missing: leftover.missing, isSpoiled: leftover.isSpoiled), shows: false)
        leftover = .none
    }

    /// The same where nobody waits for it, at once or not at all: a label printer forgets a broken job before the cover is closed and it comes out.
    func clearAway() async {
        guard leftover != .none, report.state != .closed else { return }
        let bytes = profile.recovery(missing: leftover.missing, isSpoiled: leftover.isSpoiled)
        do throws(USBError) {
            try await connection.write(bytes, to: interface.output.address, timeout: limits.question)
            leftover = .none
        } catch {
            leftover = PrinterLeftover(missing: bytes.count - error.transferred, isSpoiled: true)
        }
    }

    /// Sees that the printer would print, and waits for what passes by itself.
    private func makeReady() async throws(PrintStop) {
        await askBeforeJob()
        if Task.isCancelled { throw PrintStop(.device(givenUp)) }
        try await waitForBlocker()
    }

    private func send(_ job: PrintJob) async throws(PrintStop) {
        var parts = job.makeIterator()
        var part = parts.next()
        while let bytes = part {
            part = parts.next()
            let isLast = part == nil
            if isLast, !profile.language.printsAsItArrives { mayShow = true }
            if isLast, completion != .none { expectCompletion() }
            do throws(PrintStop) {
                try await send(bytes, shows: profile.language.printsAsItArrives)
            } catch {
                if isLast, completion != .none { forgetCompletion() }
                if !profile.language.printsAsItArrives { leftover.missing += (part?.count ?? 0) + parts.bytesLeft }
                throw error
            }
        }
    }

    /// Sends all of `bytes`, however often the printer pauses; on the way out `leftover` says what it may still expect.
    ///
    /// `shows` says that what the printer takes comes out on paper.
    private func send(_ bytes: [UInt8], shows: Bool) async throws(PrintStop) {
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
                if shows { mayShow = true }
            } catch {
                sent += min(error.transferred, chunk.count)
                emptyWrites = error.transferred > 0 ? 0 : emptyWrites + 1
                leftover = PrinterLeftover(missing: bytes.count - sent, isSpoiled: leftover.isSpoiled || error.transferred > 0)
                if shows, error.transferred > 0 { mayShow = true }
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
            await softReset()
        case .cancelled where !Task.isCancelled:
            return try await waitForBlocker()
        case .stalled where !isLast, .inputOutput where !isLast:
            do { try await connection.clearHalt(interface.output.address) } catch { throw PrintStop(.device(DeviceTrouble(error))) }
            return
        case .stalled, .inputOutput: await softReset()
        default: break
        }
        throw PrintStop(.device(DeviceTrouble(error)))
    }

    /// Empties the buffers of a printer that takes nothing any more, so that the next job finds it ready; what is missing is filled up all the same.
    ///
    /// Source: USB Printing Devices 1.1, section 4.2.3; Linux' usblp asks the recipient of version 1.0, `other`.
    private func softReset() async {
        for recipient in [USBSetup.Recipient.interface, .other] {
            do {
                return try await connection.controlOut(.softReset(interface: interface.number, recipient: recipient), data: [], timeout: limits.question)
            } catch {
                guard error.kind == .stalled else { return }
            }
        }
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
    private func confirm() async throws(PrintStop) -> PrintOutcome {
        guard completion != .none, hasSpoken, confirms else { return sent(.sentUnconfirmed) }
        let wanted = asked
        var limit = limits.confirmation
        var end = time.now() + limit
        while true {
            if completion == .polled, heard < wanted { await ask() }
            let pause = completion == .polled ? min(limits.poll, end - time.now()) : end - time.now()
            let isOver = await wait(atMost: pause) { () -> Bool? in
                if self.heard >= wanted { return true }
                return self.blocker.map { $0.remedy == .wait } == false ? false : nil
            }
            if isOver == true { return sent(.confirmed) }
            if report.state == .closed { throw PrintStop(.device(unplugged)) }
            if Task.isCancelled { throw PrintStop(.device(givenUp)) }
            if let blocker, blocker.remedy != .wait { throw PrintStop(.condition(blocker)) }
            guard time.now() >= end else { continue }
            guard let blocker else { break }
            if limit == limits.patience { throw PrintStop(.condition(blocker)) }
            limit = limits.patience
            end = time.now() + limit
        }
        confirms = heard > 0
        return sent(.sentUnconfirmed)
    }

    private func sent(_ outcome: PrintOutcome) -> PrintOutcome {
        leftover = .none
        return outcome
    }

    private var unplugged: DeviceTrouble { DeviceTrouble(USBError(.gone, device: connection.device.description)) }
    private var givenUp: DeviceTrouble { DeviceTrouble(USBError(.cancelled, device: connection.device.description)) }
}

/// What stops a job.
struct PrintStop: Error {
    let reason: PrintFailure.Reason

    init(_ reason: PrintFailure.Reason) { self.reason = reason }
}
