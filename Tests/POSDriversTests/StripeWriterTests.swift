import CardFormats
import LoyaltyModel
import POSDrivers
import PointOfService
import Synchronization
import Testing
import USBContract
import VirtualDevices

@Suite(.timeLimit(.minutes(1))) struct `Stripe writers` {
    private let bench = ReaderBench()
    private let writer = VirtualStripeWriter()
    private let tracks: [TrackNumber: String] = [.one: "%M9001000000000012^AB CD^?", .two: ";9001000000000012?"]

    private func driver(readsBits: Bool = false) async throws -> StripeWriterDriver {
        let (connection, interface, descriptor) = try await bench.claimed(writer)
        let words = try #require(descriptor)
        let driver = try #require(
            StripeWriterDriver(
                identity: bench.identity, connection: connection, endpoint: interface.input.address, descriptor: words, readsBits: readsBits,
                time: bench.time.device))
        try await driver.start()
        return driver
    }

    /// Somebody at the writer who draws a card whenever one is wanted.
    private func hand(_ card: VirtualCard, badly steps: Set<StripeStep> = []) -> (card: CardInHand, draw: @Sendable (StripeStep) -> Void) {
        let held = CardInHand(card)
        let writer = self.writer
        return (
            held,
            { step in
                Task {
                    while !writer.isWaiting { await Task.yield() }
                    held.card.withLock { writer.draw(&$0, badly: steps.contains(step)) }
                }
            }
        )
    }

    private func failure(
        _ driver: StripeWriterDriver, _ tracks: [TrackNumber: String], _ coercivity: StripeCoercivity, step: @escaping @Sendable (StripeStep) -> Void = { _ in }
    ) async -> StripeWriteFailure? {
        do throws(StripeWriteFailure) {
            _ = try await driver.write(tracks, coercivity: coercivity, step: step)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a card is written, read back and compared, at the coercivity that was asked for`() async throws {
        let driver = try await driver()
        let (held, draw) = hand(VirtualCard(coercivity: .high))
        let report = try await driver.write(tracks, coercivity: .high, step: draw)
        #expect(report == StripeWriteReport(verified: [.one, .two], coercivity: .high))
        #expect(held.card.withLock { $0.tracks } == tracks && writer.coercivity == .high)
        #expect(await driver.state == .idle)
        await driver.close()
    }

    @Test func `a writer that says done to a card it could not write is found out`() async throws {
        let driver = try await driver()
        let (_, draw) = hand(VirtualCard([.two: ";9000?"], coercivity: .high))
        let failure = try #require(await self.failure(driver, tracks, .low, step: draw))
        #expect(failure.reason == .differs([.one, .two], .low) && failure.extent == .uncertain && failure.kind == .retry)
        #expect(failure.recoverySuggestion?.contains("high-coercivity") == true)
        let (_, blank) = hand(VirtualCard(coercivity: .high))
        #expect(await self.failure(driver, tracks, .low, step: blank)?.reason == .differs([.one, .two], .low))
        await driver.close()
    }

    @Test func `another card drawn to be read back is named as such`() async throws {
        let driver = try await driver()
        let (held, draw) = hand(VirtualCard(coercivity: .low))
        let failure = await self.failure(driver, tracks, .low) { step in
            if step == .drawToVerify { held.card.withLock { $0 = VirtualCard([.one: "%M9001000000000012^AB CD^?", .two: ";9002?"]) } }
            draw(step)
        }
        #expect(failure?.reason == .differs([.two], .low))
        await driver.close()
    }

    @Test func `a payment layout and a licence are refused before a byte leaves`() async throws {
        let driver = try await driver()
        let before = writer.messages.count
        for (texts, refusal) in [
            ([TrackNumber.two: "900100000000=2512101"], CardRefusal.paymentCard), ([.one: "B900100000000^A^2512101"], .paymentCard),
            ([.two: "9001", .three: "019001000000==9782"], .paymentCard), ([.two: "636001000000"], .licence),
        ] {
            let failure = await self.failure(driver, texts, .high)
            #expect(failure?.reason == .refused(refusal) && failure?.extent == .unchanged && failure?.kind == .refusal)
        }
        #expect(await self.failure(driver, [.two: "9001A"], .high)?.reason == .unwritable(.two))
        #expect(await self.failure(driver, [:], .high)?.reason == .nothingToWrite)
        #expect(writer.messages.count == before)
        await driver.close()
    }

    @Test func `a card drawn badly is not written, one that is read back badly is not certain`() async throws {
        let driver = try await driver()
        let (held, draw) = hand(VirtualCard(coercivity: .low), badly: [.drawToWrite])
        #expect(await self.failure(driver, tracks, .low, step: draw)?.reason == .notWritten)
        #expect(held.card.withLock { $0.tracks.isEmpty })
        let (_, drawWell) = hand(VirtualCard(coercivity: .low), badly: [.drawToVerify])
        let unread = await self.failure(driver, tracks, .low, step: drawWell)
        #expect(unread?.reason == .unreadable && unread?.extent == .uncertain)
        await driver.close()
    }

    @Test func `nobody with a card ends the wait, and the next card through is left alone`() async throws {
        let driver = try await driver()
        let waiting = Task { await self.failure(driver, tracks, .high) }
        await bench.time.pass(StripeWriterWaits().card)
        #expect(await waiting.value?.reason == .noCard)
        #expect(!writer.isWaiting && writer.messages.last == MSR605Command.reset)
        await driver.close()
    }

    @Test func `giving up, by call or by task, stops the writer`() async throws {
        let driver = try await driver()
        let called = Task { await self.failure(driver, tracks, .high) }
        while !writer.isWaiting { await Task.yield() }
        #expect(await self.failure(driver, tracks, .high)?.reason == .busy)
        await driver.cancel()
        #expect(await called.value?.reason == .cancelled)
        #expect(!writer.isWaiting)
        let cancelled = Task { await self.failure(driver, tracks, .high) }
        while !writer.isWaiting { await Task.yield() }
        cancelled.cancel()
        #expect(await cancelled.value?.reason == .cancelled)
        #expect(!writer.isWaiting)
        await driver.close()
    }

    @Test func `a card is read, as characters and as bits, under every reader's rules`() async throws {
        for readsBits in [false, true] {
            let driver = try await driver(readsBits: readsBits)
            let (_, draw) = hand(VirtualCard(tracks))
            #expect(try await driver.read(step: draw) == .number(.swiped("9001000000000012")))
            let (_, drawBank) = hand(VirtualCard([.two: ";900100000000=2512101?"]))
            #expect(try await driver.read(step: drawBank) == .refused(.paymentCard, .swiped))
            let (_, drawBlank) = hand(VirtualCard())
            #expect(try await driver.read(step: drawBlank) == .retry(.blank, .swiped))
            await driver.close()
            await bench.unplug()
        }
    }

    @Test func `a reader that does not answer as a writer is none`() async throws {
        let (connection, interface, descriptor) = try await bench.claimed(writer)
        writer.mute()
        let own = try #require(descriptor)
        let driver = try #require(
            StripeWriterDriver(
                identity: bench.identity, connection: connection, endpoint: interface.input.address, descriptor: own, time: bench.time.device))
        let starting = Task { try await driver.start() }
        await bench.time.pass(StripeWriterWaits().answer)
        let result = await starting.result
        #expect(throws: DeviceTrouble.self) { try result.get() }
        #expect(await self.failure(driver, tracks, .high)?.extent == .unchanged)
        await driver.close()
        let (other, place, words) = try await bench.claimed(VirtualStripeReader())
        let others = try #require(words)
        let none = StripeWriterDriver(
            identity: bench.identity, connection: other, endpoint: place.input.address, descriptor: others, time: bench.time.device)
        #expect(none == nil)
        await other.close()
    }

    @Test func `a writer pulled out while it waits is a fault, and the card is not certain`() async throws {
        let driver = try await driver()
        let waiting = Task { await self.failure(driver, tracks, .high) }
        while !writer.isWaiting { await Task.yield() }
        await bench.unplug()
        let failure = try #require(await waiting.value)
        guard case .device(let trouble) = failure.reason else {
            Issue.record("\(failure)")
            return
        }
        #expect(trouble.code == .unplugged && failure.extent == .uncertain)
        await driver.close()
    }

    @Test func `every failure says what is wrong, what may stand on the card, and the way out`() {
        let trouble = DeviceTrouble(.unplugged, sentence: "It is out.", wayOut: "Plug it in.")
        let reasons: [StripeWriteFailure.Reason] = [
            .nothingToWrite, .refused(.paymentCard), .refused(.licence), .unwritable(.one), .unwritable(.two), .busy, .notWritten, .unreadable,
            .differs([.one], .low), .differs([.one, .two], .high), .noCard, .cancelled, .device(trouble),
        ]
        for reason in reasons {
            let failure = StripeWriteFailure(reason, extent: .uncertain)
            #expect(failure.errorDescription?.hasSuffix("not certain.") == true && failure.recoverySuggestion?.isEmpty == false && !failure.code.isEmpty)
        }
    }
}

/// A card that a test and the person at the writer both hold.
private final class CardInHand: Sendable {
    let card: Mutex<VirtualCard>

    init(_ card: VirtualCard) { self.card = Mutex(card) }
}
