import CardFormats
import Testing

struct AssemblyTests {
    private let swipe = Swipe("%M9001000000000012^AB^?", ";9001000000000012?")

    private func packets(_ report: [UInt8], of size: Int) -> [[UInt8]] {
        stride(from: 0, to: report.count, by: size).map { Array(report.dropFirst($0).prefix(size)) }
    }

    @Test(arguments: [8, 16, 32, 64, 337])
    func `a swipe comes in packets of any size`(size: Int) throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        let parts = packets(swipe.magtek, of: size)
        for _ in 0..<2 {
            for part in parts.dropLast() { #expect(reader.receive(part).isEmpty) }
            #expect(reader.receive((parts.last ?? [])).map(\.number) == ["9001000000000012"])
        }
        #expect(reader.finish().isEmpty)
    }

    @Test func `a report that is a multiple of the packet ends at its length`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magneSafe856))
        let results = packets(swipe.magneSafe() + swipe.magneSafe(), of: 8).flatMap { reader.receive($0) }
        #expect(results.map(\.number) == ["9001000000000012", "9001000000000012"])
    }

    @Test func `a report whose rest the reader threw away is dropped after two seconds`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        let parts = packets(swipe.magtek, of: 8)
        for part in parts.prefix(20) { #expect(reader.receive(part, at: .seconds(5)).isEmpty) }
        #expect(reader.expire(at: .seconds(7)).isEmpty)
        #expect(reader.expire(at: .milliseconds(7001)) == [.retry(.cutOff)])
        for part in parts.prefix(20) { #expect(reader.receive(part, at: .seconds(8)).isEmpty) }
        let results = parts.flatMap { reader.receive($0, at: .seconds(11)) }
        #expect(results.first == .retry(.cutOff) && results.last?.number == "9001000000000012" && results.count == 2)
    }

    @Test func `a whole report after a torn one stands alone`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        #expect(reader.receive(swipe.magtek.prefix(8).map { $0 }).isEmpty)
        let results = reader.receive(swipe.magtek)
        #expect(results.first == .retry(.cutOff) && results.last?.number == "9001000000000012")
    }

    @Test func `a short packet before the end cuts the report off`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        #expect(reader.receive([UInt8](repeating: 0, count: 8)).isEmpty)
        #expect(reader.receive([0, 0, 0]) == [.retry(.cutOff)])
        #expect(reader.receive(swipe.magtek).map(\.number) == ["9001000000000012"])
    }

    @Test(arguments: [100, 336, 338, 509, 856, 887])
    func `a whole report of another length is a fault and the next is read`(length: Int) throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        #expect(reader.receive([UInt8](repeating: 0, count: length)) == [.fault(.reportLength(received: length, expected: 337))])
        #expect(reader.receive(swipe.magtek).map(\.number) == ["9001000000000012"])
    }

    @Test func `an input that ends within a report is a fault`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        #expect(reader.receive([UInt8](repeating: 0, count: 30)).isEmpty)
        #expect(reader.finish() == [.fault(.reportLength(received: 30, expected: 337))])
        #expect(reader.finish().isEmpty)
    }

    @Test func `packets of growing size are no report`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        #expect(reader.receive([UInt8](repeating: 0, count: 8)).isEmpty)
        #expect(reader.receive([UInt8](repeating: 0, count: 9)) == [.fault(.reportLength(received: 17, expected: 337))])
    }

    @Test func `an empty transfer changes nothing`() throws {
        var reader = try SwipeAssembler(descriptor: descriptor(Descriptors.magtek))
        #expect(reader.receive([]).isEmpty)
        #expect(reader.finish().isEmpty)
    }
}

struct ReportDecoderTests {
    @Test func `the descriptor says which kind of reader it is`() throws {
        for hex in [Descriptors.magtek, Descriptors.magneSafe856, Descriptors.magneSafe887, Descriptors.standard, Descriptors.idTech] {
            let decoder = try ReportDecoder(descriptor: descriptor(hex))
            #expect(decoder.reader == .msr)
        }
        for maker in Maker.allCases {
            let decoder = try ReportDecoder(descriptor: descriptor(maker.hex))
            #expect(decoder.reader == .scanner)
        }
    }

    @Test func `a device that is neither says what it is`() throws {
        let keyboard = try descriptor(Descriptors.keyboard)
        let fault = ReaderFault.notAReader([HIDUsage(0x01, 0x06)])
        #expect(throws: fault) { _ = try ReportDecoder(descriptor: keyboard).reader }
        #expect(fault.errorDescription == "The device is neither a card reader nor a barcode scanner, but a keyboard.")
        #expect(fault.recoverySuggestion?.contains("HID mode") == true)
    }

    @Test func `sharing a card reader's usage page does not make a card reader`() throws {
        let receiver = try descriptor(Descriptors.lookAlike)
        #expect(throws: ReaderFault.notAReader([HIDUsage(0xFF00, 0x01)])) { _ = try ReportDecoder(descriptor: receiver).reader }
    }

    @Test func `other reports of a scanner are passed over`() throws {
        let hex = Descriptors.zebra.replacingEnd(with: "05 8C 85 05 09 15 75 08 95 02 81 02 C0")
        var decoder = try ReportDecoder(descriptor: descriptor(hex))
        #expect(decoder.receive([5, 1, 2]).isEmpty)
        #expect(decoder.receive(Maker.zebra.report(bytes("9001"))).count == 1)
    }
}

extension String {
    /// The same descriptor with more before its last end of collection.
    fileprivate func replacingEnd(with hex: String) -> String { dropLast(2) + hex }
}
