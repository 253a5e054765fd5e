import PrinterFormats
import Testing

/// What printers answer, byte for byte from the manuals, and what it means.
@Suite struct PrinterDialectTests {
    private func dialect(_ language: PrinterLanguage, status: PrinterProfile.StatusSupport = [.realTime, .automatic]) -> any PrinterDialect {
        PrinterProfile(name: "test", headDots: 576, dotsPerInch: 203, language: language, status: status).dialect
    }

    private func states(_ news: [PrinterNews]) -> [Set<PrinterCondition>] {
        news.compactMap { if case .state(let state) = $0 { state.conditions } else { nil } }
    }

    // MARK: Star

    @Test(arguments: [
        (2, 0x08 as UInt8, PrinterCondition.offline), (2, 0x20, .coverOpen), (2, 0x40, .feeding), (3, 0x04, .recoverableError), (3, 0x08, .cutterError),
        (3, 0x20, .unrecoverableError), (3, 0x40, .overheated), (5, 0x04, .paperNearEnd), (5, 0x08, .paperEnd),
    ])
    func `each bit of a Star status is one condition`(index: Int, bit: UInt8, condition: PrinterCondition) {
        var bytes: [UInt8] = [0x23, 0x0A, 0, 0, 0, 0, 0, 0, 0]
        bytes[index] = bit
        var star = dialect(.starPRNT)
        #expect(star.receive(bytes) == [.state(PrinterState([condition]))])
        #expect(star.receive([0x23, 0x0A, 0, 0, 0, 0, 0, 0, 0]) == [.state(.ready)])
    }

    @Test(arguments: [
        (7, 0x0F as UInt8), (8, 0x21), (9, 0x23), (10, 0x25), (11, 0x27), (12, 0x29), (13, 0x2B), (14, 0x2D), (15, 0x2F),
    ])
    func `a Star status has the length that its first byte says`(length: Int, first: UInt8) {
        let status = [first, 0x06] + [UInt8](repeating: 0, count: length - 2)
        var star = dialect(.starLine)
        #expect(star.receive(Array(status.dropLast())) == [])
        #expect(star.receive([0x00]) == [.state(.ready)])
        #expect(star.receive(status + status).count == 2)
    }

    @Test func `a Star job is on paper when the count of ETBs is the next, through 31 to 0`() {
        func status(_ count: UInt8) -> [UInt8] { [0x23, 0x0A, 0, 0, 0, 0, 0, count << 2 & 0x60 | count << 1 & 0x0E, 0] }
        for count in 0..<32 as Range<UInt8> {
            var star = dialect(.starPRNT)
            #expect(star.receive(status(count)) == [.state(.ready)])
            star.expectCompletion()
            #expect(star.receive(status(count)) == [.state(.ready)])
            #expect(star.receive(status((count + 1) % 32)) == [.state(.ready), .completed])
            #expect(star.receive(status((count + 2) % 32)) == [.state(.ready)], "told once")
        }
        var short = dialect(.starLine)
        _ = short.receive([0x0F, 0x06, 0, 0, 0, 0, 0])
        short.expectCompletion()
        #expect(short.receive([0x0F, 0x06, 0, 0, 0, 0, 0]) == [.state(.ready)], "no counter, no completion")
    }

    // MARK: ZPL

    private func hostStatus(paperOut: Int = 0, paused: Int = 0, formats: Int = 0, headUp: Int = 0, ribbonOut: Int = 0, left: Int = 0) -> [UInt8] {
        let lines = [
            "030,\(paperOut),\(paused),1245,00\(formats),0,0,0,000,0,0,0", "000,0,\(headUp),\(ribbonOut),0,2,4,0,0000000\(left),1,000", "1234,0",
        ]
        return lines.flatMap { [0x02] + $0.utf8 + [0x03, 0x0D, 0x0A] }
    }

    @Test func `three strings of a Zebra tell paper, pause, head and ribbon`() {
        var zebra = dialect(.zpl)
        #expect(states(zebra.receive(hostStatus())) == [[]])
        #expect(states(zebra.receive(hostStatus(paperOut: 1))) == [[.paperEnd]])
        #expect(states(zebra.receive(hostStatus(paused: 1, headUp: 1, ribbonOut: 1))) == [[.paused, .coverOpen, .ribbonEnd]])
    }

    @Test(arguments: [
        ("00000001", "00000000", PrinterCondition.paperEnd), ("00000002", "00000000", .ribbonEnd), ("00000004", "00000000", .coverOpen),
        ("00000008", "00000000", .cutterError), ("00000010", "00000000", .overheated), ("00000040", "00000000", .unrecoverableError),
        ("00001000", "00000000", .recoverableError), ("00010000", "00000000", .paused), ("00000000", "00000008", .paperNearEnd),
    ])
    func `each bit of a Zebra's errors and warnings is one condition`(errors: String, warnings: String, condition: PrinterCondition) {
        var zebra = dialect(.zpl)
        let text = "\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         1 00000000 \(errors) \r\n   WARNINGS:       1 00000000 \(warnings) \r\n"
        #expect(states(zebra.receive([0x02] + text.utf8 + [0x03])) == [[condition]])
    }

    @Test func `a Zebra that never spoke is one-way, and one that falls silent has a fault`() {
        var zebra = dialect(.zpl)
        let questions = zebra.questions.map { String(decoding: $0, as: UTF8.self) }
        #expect(questions == ["~HI\r\n", "~HQES\r\n", "~HS\r\n"])
        #expect(zebra.questions.map { zebra.noAnswer(to: $0) } == [.nothing, .nothing, .unknown])
        #expect(zebra.receive(Array("\u{2}GK420d-200dpi,V61.17.11Z,8,2104KB\u{3}\r\n".utf8)) == [.identity("GK420d-200dpi")])
        #expect(zebra.questions == [Array("~HS\r\n".utf8)], "an old one that does not know ~HQES is not asked again")
        #expect(zebra.noAnswer(to: Array("~HS\r\n".utf8)) == .state(PrinterState([.offline])))
        #expect(states(zebra.receive(hostStatus())) == [[]])
    }

    @Test func `a Zebra's job is on paper after two answers with nothing left`() {
        var zebra = dialect(.zpl)
        zebra.expectCompletion()
        for busy in [hostStatus(formats: 1), hostStatus(left: 1), hostStatus(), hostStatus(left: 1), hostStatus()] {
            #expect(!zebra.receive(busy).contains(.completed))
        }
        #expect(zebra.receive(hostStatus()).contains(.completed))
        #expect(!zebra.receive(hostStatus()).contains(.completed))
    }

    // MARK: TSPL and EPL

    @Test(arguments: [
        (0x01 as UInt8, PrinterCondition.coverOpen), (0x02, .recoverableError), (0x04, .paperEnd), (0x08, .ribbonEnd), (0x10, .paused), (0x40, .coverOpen),
        (0x80, .overheated),
    ])
    func `each bit of a TSPL printer's byte is one condition`(byte: UInt8, condition: PrinterCondition) {
        var label = dialect(.tspl)
        #expect(label.receive([byte]) == [], "nobody asked")
        label.expectAnswer(to: [0x1B, 0x21, 0x3F])
        #expect(label.receive([byte, byte]) == [.state(PrinterState([condition]))])
    }

    @Test(arguments: [
        ("@@@@", []), ("`@@@", [PrinterCondition.paused]), ("E@@@", [.recoverableError]), ("E@@A", [.paperEnd]), ("E@@B", [.recoverableError]),
        ("E@@D", [.ribbonEnd]), ("E@@`", [.coverOpen]), ("E@A@", [.overheated]), ("E@H@", [.cutterError]), ("P@@@", []),
    ])
    func `four bytes of a TSPL printer tell more`(text: String, conditions: [PrinterCondition]) {
        var label = dialect(.tspl)
        label.expectAnswer(to: [0x1B, 0x21, 0x53])
        #expect(states(label.receive([0x0D, 0x0A, 0x02] + text.utf8 + [0x03, 0x0D, 0x0A])) == [Set(conditions)])
    }

    @Test func `a TSPL job is on paper when printing has been seen and is over`() {
        var label = dialect(.tspl)
        func answer(_ byte: UInt8) -> [PrinterNews] {
            label.expectAnswer(to: [0x1B, 0x21, 0x3F])
            return label.receive([byte])
        }
        label.expectCompletion()
        #expect(answer(0x00) == [.state(.ready)], "perhaps it has not begun")
        #expect(answer(0x20) == [.state(.ready)])
        #expect(answer(0x04) == [.state(PrinterState([.paperEnd]))])
        #expect(answer(0x00) == [.state(.ready), .completed])
    }

    @Test func `a TSPL printer without the longer status is not asked for it again`() {
        var label = dialect(.tspl)
        #expect(label.questions.count == 2)
        #expect(label.noAnswer(to: label.questions[1]) == .nothing)
        #expect(label.questions == [[0x1B, 0x21, 0x3F]])
        #expect(label.noAnswer(to: label.questions[0]) == .unknown)
    }

    @Test func `an EPL printer is not asked anything, nor is one that answers nothing`() {
        for dialect in [dialect(.epl), dialect(.zpl, status: []), dialect(.tspl, status: []), dialect(.starLine, status: [])] {
            #expect(dialect.questions.isEmpty && dialect.subscription == nil && dialect.completion == .none)
        }
    }
}
