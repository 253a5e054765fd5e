import PrinterFormats
import Testing

@Suite struct ESCPOSStatusParserTests {
    private typealias Event = ESCPOSStatusParser.Event

    private func parser(expecting queries: ESCPOS.Query...) -> ESCPOSStatusParser {
        var parser = ESCPOSStatusParser()
        for query in queries { parser.expect(query) }
        return parser
    }

    @Test(arguments: [
        (ESCPOS.RealTimeStatus.printer, 0x1A as UInt8, PrinterCondition.offline), (.printer, 0x32, .waitingForRecovery), (.offlineCause, 0x16, .coverOpen),
        (.offlineCause, 0x1A, .feeding), (.offlineCause, 0x32, .paperEnd), (.offlineCause, 0x52, .recoverableError), (.error, 0x16, .recoverableError),
        (.error, 0x1A, .cutterError), (.error, 0x32, .unrecoverableError), (.error, 0x52, .overheated), (.paper, 0x1E, .paperNearEnd),
        (.paper, 0x72, .paperEnd),
    ])
    func `each bit of a real-time reply is one condition`(part: ESCPOS.RealTimeStatus, byte: UInt8, condition: PrinterCondition) {
        var parser = parser(expecting: .realTime(part))
        #expect(parser.receive([byte]) == [.status(PrinterState([condition]))])
    }

    @Test(arguments: [
        ([0x18, 0, 0, 0] as [UInt8], [PrinterCondition.offline]), ([0x38, 0, 0, 0], [.offline, .coverOpen]), ([0x50, 0, 0, 0], [.feeding]),
        ([0x10, 0x01, 0, 0], [.waitingForRecovery]), ([0x10, 0x04, 0, 0], [.recoverableError]), ([0x10, 0x08, 0, 0], [.cutterError]),
        ([0x10, 0x20, 0, 0], [.unrecoverableError]), ([0x10, 0x40, 0, 0], [.overheated]), ([0x10, 0, 0x03, 0], [.paperNearEnd]),
        ([0x18, 0, 0x0F, 0], [.offline, .paperEnd]), ([0x14, 0, 0, 0x0F], []),
    ])
    func `four bytes of automatic status tell everything`(bytes: [UInt8], conditions: [PrinterCondition]) {
        var parser = parser()
        #expect(parser.receive(bytes) == [.status(PrinterState(Set(conditions)))])
    }

    @Test func `every state a receipt printer can send is understood again`() {
        for condition in Set(PrinterCondition.allCases).subtracting([.ribbonEnd, .paused]) {
            let state = PrinterState([condition])
            var automatic = parser()
            #expect(automatic.receive(state.automaticStatusBytes) == [.status(state)])
            var asked = parser()
            for part in ESCPOS.RealTimeStatus.allCases {
                asked.expect(.realTime(part))
                _ = asked.receive([state.realTimeReply(part)])
            }
            #expect(asked.state == state)
        }
    }

    @Test func `a condition that is over is taken away`() {
        var parser = parser(expecting: .realTime(.offlineCause), .realTime(.offlineCause))
        #expect(parser.receive([0x76]) == [.status(PrinterState([.coverOpen, .paperEnd, .recoverableError]))])
        #expect(parser.receive([0x12]) == [.status(.ready)])
    }

    @Test func `the completion reply tells the paper and that the job is done`() {
        var parser = parser(expecting: .completion)
        #expect(parser.receive([0x03]) == [.status(PrinterState([.paperNearEnd])), .completed])
        #expect(parser.receive([0x00]) == [.stray(0x00)])
    }

    @Test func `who the printer is arrives as a string`() {
        var parser = parser(expecting: .identity(.maker), .identity(.model))
        let bytes = [0x5F] + Array("EPSON".utf8) + [0, 0x5F] + Array("TM-T88VI".utf8) + [0]
        #expect(parser.receive(bytes) == [.identity(.maker, "EPSON"), .identity(.model, "TM-T88VI")])
    }

    @Test func `replies are the same wherever the stream is cut`() {
        let stream: [UInt8] = [0x5F] + Array("EPSON".utf8) + [0x00, 0x38, 0x00, 0x0C, 0x00, 0x11, 0x12, 0x00, 0x13, 0x16]
        func fresh() -> ESCPOSStatusParser { parser(expecting: .identity(.maker), .realTime(.printer), .completion, .realTime(.offlineCause)) }
        var whole = fresh()
        let expected = whole.receive(stream)
        #expect(expected.count == 8)
        for cut in 0...stream.count {
            for second in cut...stream.count {
                var parser = fresh()
                let events = parser.receive(stream[..<cut]) + parser.receive(stream[cut..<second]) + parser.receive(stream[second...])
                #expect(events == expected)
            }
        }
    }

    @Test func `real-time replies and flow control between the four bytes do not disturb them`() {
        for place in 1...3 {
            var parser = parser(expecting: .realTime(.printer))
            var bytes: [UInt8] = [0x30, 0x00, 0x03, 0x00]
            bytes.insert(contentsOf: [0x13, 0x12, 0x11], at: place)
            let events = parser.receive(bytes)
            #expect(events.first == .flow(paused: true))
            #expect(events.last == .status(PrinterState([.coverOpen, .paperNearEnd])))
            #expect(events.count == 4)
        }
    }

    @Test func `status in the middle of a string leaves the string whole`() {
        var parser = parser(expecting: .identity(.model), .realTime(.paper))
        let events = parser.receive([0x5F, 0x54, 0x4D, 0x13, 0x18, 0x00, 0x00, 0x00, 0x11, 0x1E, 0x2D, 0x54, 0x00])
        #expect(
            events == [
                .flow(paused: true), .status(PrinterState([.offline])), .flow(paused: false), .status(PrinterState([.offline, .paperNearEnd])),
                .identity(.model, "TM-T"),
            ])
    }

    @Test func `a reply nobody asked for is stray and changes nothing`() {
        var parser = parser()
        #expect(parser.receive([0x1A, 0x0C, 0xFF]) == [.stray(0x1A), .stray(0x0C), .stray(0xFF)])
        #expect(parser.state == .ready)
    }

    @Test func `half a paper sensor is not the answer to the paper question`() {
        var parser = parser(expecting: .realTime(.paper))
        #expect(parser.receive([0x16, 0x12]) == [.stray(0x16), .status(.ready)])
    }

    @Test func `after giving up, a late answer is stray and the next question is answered rightly`() {
        var parser = parser(expecting: .identity(.maker), .realTime(.printer))
        _ = parser.receive([0x5F, 0x45])
        parser.forgetQuestions()
        #expect(parser.receive([0x50, 0x00]) == [.stray(0x00)])
        parser.expect(.realTime(.paper))
        #expect(parser.receive([0x72]) == [.status(PrinterState([.paperEnd]))])
    }

    @Test func `four bytes that begin again lose the first try, not the second`() {
        var parser = parser()
        #expect(parser.receive([0x10, 0x00, 0x30, 0, 0, 0]).last == .status(PrinterState([.coverOpen])))
    }

    @Test func `no sequence of bytes breaks the parser, and a fresh status is understood after it`() {
        var seed: UInt64 = 88_172_645_463_325_252
        for _ in 0..<2_000 {
            var parser = parser(expecting: .completion, .realTime(.paper), .identity(.model))
            var noise: [UInt8] = []
            for _ in 0..<40 {
                seed ^= seed << 13
                seed ^= seed >> 7
                seed ^= seed << 17
                noise.append(UInt8(truncatingIfNeeded: seed))
            }
            _ = parser.receive(noise)
            let events = parser.receive([0x00, 0x00, 0x00, 0x00] + PrinterState([.coverOpen]).automaticStatusBytes)
            #expect(events.last == .status(PrinterState([.coverOpen])))
        }
    }

    @Test func `every condition says what is wrong and the way out, under a key of its own`() {
        for condition in PrinterCondition.allCases {
            #expect(condition.sentence.hasSuffix("."))
            #expect(condition.wayOut.hasSuffix("."))
            #expect(condition.rawValue.hasPrefix("printer."))
        }
        #expect(PrinterState([.paperNearEnd]).canPrint)
        #expect(!PrinterState([.paperNearEnd, .coverOpen]).canPrint)
        #expect(PrinterState([.paperNearEnd, .offline, .coverOpen]).inOrder == [.coverOpen, .offline, .paperNearEnd])
    }
}
