import CardFormats
import POSDrivers
import PointOfService
import Testing
import USBContract
import VirtualDevices

/// No digit of a payment card leaves a driver: a hundred made-up cards through every kind of reader there is.
@Suite(.timeLimit(.minutes(2))) struct `Payment cards` {
    private let bench = ReaderBench()

    /// A card in one of the layouts that are refused; numbers of layouts begin with 9, those of payment schemes' ranges are zeros with a count at their end.
    private static func card(_ index: Int) -> (tracks: [TrackNumber: String], refusal: CardRefusal) {
        let own = digits("9", index, count: 12 + index % 8)
        switch index % 8 {
        case 0: return ([.one: "%B\(own)^AB/CD^2912101?"], .paymentCard)
        case 1: return ([.two: ";\(own)=2912101?"], .paymentCard)
        case 2: return ([.one: "%B\(own)^AB/CD^2912101000?", .two: ";\(own)=29121010000?"], .paymentCard)
        case 3: return ([.three: ";01\(own)=7249781?"], .paymentCard)
        case 4: return ([.three: ";02\(own)==9781?"], .paymentCard)
        case 5: return ([.two: ";\(range("4", index, count: 16))?"], .paymentCard)
        case 6: return ([.two: ";\(range("37", index, count: 15))?"], .paymentCard)
        default: return ([.two: ";636001\(digits("", index, count: 7))=2912101?"], .licence)
        }
    }

    private static func digits(_ prefix: String, _ index: Int, count: Int) -> String {
        let tail = String((index + 1) * 7_919)
        return prefix + String(repeating: "1", count: max(0, count - prefix.count - tail.count)) + tail
    }

    private static func range(_ prefix: String, _ index: Int, count: Int) -> String {
        let payload = digits(prefix, index, count: count - 1)
        return payload + String(CheckDigit.digit(for: payload) ?? 0)
    }

    private static let cards = (0..<100).map(card)

    /// Every text a person or a log could see of an event.
    private func shown(_ event: CardEvent) -> String {
        var dumped = ""
        dump(event, to: &dumped)
        return "\(event)" + String(reflecting: event) + dumped + (event.sentence ?? "") + (event.wayOut ?? "")
    }

    /// Digits in a row; a dump numbers the parts of what it dumps.
    private func longestDigits(_ text: String) -> Int { text.split { !$0.isNumber }.map(\.count).max() ?? 0 }

    private func check(_ event: CardEvent?, _ entry: CardEntry, _ refusal: CardRefusal, _ place: SourceLocation = #_sourceLocation) throws {
        let event = try #require(event)
        #expect(event == .refused(refusal, entry), sourceLocation: place)
        #expect(longestDigits(shown(event)) < 3, sourceLocation: place)
    }

    private func line(_ tracks: [TrackNumber: String]) -> String {
        TrackNumber.allCases.map { number in number == .three ? (tracks[number] ?? "").replacing(/^;/, with: "+") : tracks[number] ?? "" }.joined()
    }

    private func swiped(_ driver: MagneticStripeReaderDriver, _ swipe: ([TrackNumber: String]) -> Void) async throws {
        for card in Self.cards {
            swipe(card.tracks)
            try check(await driver.nextEvent(), .swiped, card.refusal)
        }
        await driver.close()
        await bench.unplug()
    }

    @Test func `are refused by every card reader, and none of its digits is shown`() async throws {
        let every = ReaderSettings(repeats: .zero, settling: .zero)
        let magTek = VirtualStripeReader()
        try await swiped(bench.reader(magTek, as: StripeReaderRole.self, settings: every)) { magTek.swipe($0) }
        let magneSafe = VirtualMagneSafeReader()
        try await swiped(bench.reader(magneSafe, as: StripeReaderRole.self, settings: every)) { magneSafe.swipe($0) }
        let standard = VirtualStandardReader()
        try await swiped(bench.reader(standard, as: StripeReaderRole.self, settings: every)) { standard.swipe($0) }
        for output in [VirtualIDTechReader.Output.structured, .raw, .framed] {
            let idTech = VirtualIDTechReader(output)
            try await swiped(bench.reader(idTech, as: StripeReaderRole.self, settings: every)) { idTech.swipe($0) }
        }
        for usesAlt in [false, true] {
            let keys = VirtualKeyboard(.stripeReader)
            try await swiped(bench.reader(keys, as: StripeReaderRole.self, speech: .keys(TextTerms()), settings: every)) { tracks in
                keys.type(line(tracks), altCodes: usesAlt)
            }
        }
    }

    @Test func `are refused by readers that encrypt, of which nothing is used`() async throws {
        let every = ReaderSettings(repeats: .zero, settling: .zero)
        let magneSafe = VirtualMagneSafeReader(isEncrypting: true)
        let idTech = VirtualIDTechReader(.encrypted)
        for reader in [magneSafe, idTech] as [any VirtualHIDDevice] {
            let driver = try await bench.reader(reader, as: StripeReaderRole.self, settings: every)
            for card in Self.cards {
                if reader === magneSafe { magneSafe.swipe(card.tracks) } else { idTech.swipe(card.tracks) }
                let event = try #require(await driver.nextEvent())
                #expect(event == .refused(.encryptingReader, .swiped))
                #expect(longestDigits(shown(event)) < 3)
            }
            await driver.close()
            await bench.unplug()
        }
    }

    @Test func `are refused by every scanner, and none of its digits is shown`() async throws {
        let zebra = VirtualScanner()
        try await scanned(bench.reader(zebra, as: ScannerRole.self)) { zebra.scan($0, aim: "]Q1") }
        let newland = VirtualHIDPOSScanner(.newland)
        try await scanned(bench.reader(newland, as: ScannerRole.self)) { newland.scan($0, aim: "]Q1") }
        let keys = VirtualKeyboard(.scanner)
        try await scanned(bench.reader(keys, as: ScannerRole.self, speech: .keys(TextTerms()))) { keys.type($0) }
        let serial = VirtualSerialScanner()
        try await scanned(bench.serial(serial, as: ScannerRole.self)) { serial.scan($0) }
    }

    private func scanned(_ driver: BarcodeScannerDriver, _ scan: (String) -> Void) async throws {
        for card in Self.cards {
            scan(line(card.tracks))
            try check(await driver.nextEvent(), .scanned, card.refusal)
        }
        await driver.close()
        await bench.unplug()
    }

    @Test func `are neither read nor written by a writer`() async throws {
        let writer = VirtualStripeWriter()
        let (connection, interface, descriptor) = try await bench.claimed(writer)
        let own = try #require(descriptor)
        let driver = try #require(
            StripeWriterDriver(identity: bench.identity, connection: connection, endpoint: interface.input.address, descriptor: own, time: bench.time.device))
        try await driver.start()
        for card in Self.cards {
            let event = try await driver.read { _ in
                Task {
                    var drawn = VirtualCard(card.tracks)
                    while !writer.isWaiting { await Task.yield() }
                    writer.draw(&drawn)
                }
            }
            try check(event, .swiped, card.refusal)
            let failure = await #expect(throws: StripeWriteFailure.self) { try await driver.write(card.tracks, coercivity: .high) { _ in } }
            #expect(failure?.reason == .refused(card.refusal))
            var dumped = ""
            dump(failure, to: &dumped)
            #expect(longestDigits(dumped + String(describing: failure)) < 3)
        }
        // Only reading has ever been asked for.
        #expect(Set(writer.messages) == [MSR605Command.reset, MSR605Command.communicationTest, MSR605Command.read])
        await driver.close()
    }
}
