import Testing

@testable import CardFormats

/// No digit of a payment card survives in memory: a hundred made-up cards through each kind of reader, then a search through the whole process.
struct MemoryTests {
    /// How a kind of reader sends a track 2.
    enum Kind: String, CaseIterable {
        case magTek, magneSafe, standard, idTech, idTechRaw, frames, scanner, keyboard, altCodes, serialReader, serialScanner, writer

        func decoder() throws -> ReaderDecoder {
            switch self {
            case .magTek: try reports(Descriptors.magtek)
            case .magneSafe: try reports(Descriptors.magneSafe856)
            case .standard: try reports(Descriptors.standard)
            case .idTech, .idTechRaw, .frames: try reports(Descriptors.idTech)
            case .scanner: try reports(Descriptors.honeywell)
            case .keyboard, .altCodes: try ReaderDecoder(.keys(TextTerms()), reader: .msr)
            case .serialReader: try ReaderDecoder(.serial(TextTerms()), reader: .msr)
            case .serialScanner: try ReaderDecoder(.serial(TextTerms()), reader: .scanner)
            case .writer: try ReaderDecoder(.writer)
            }
        }

        private func reports(_ hex: String) throws -> ReaderDecoder { try ReaderDecoder(.reports, descriptor: descriptor(hex)) }

        /// The card as this kind of reader sends it.
        func write(_ number: UInt64, to tape: inout Tape) {
            let length: UInt8 = 26
            switch self {
            case .magTek, .magneSafe:
                let field = self == .magTek ? 110 : 112
                for byte in [0, 0, 0, 0, length, 0, 0] as [UInt8] { tape.put(byte) }
                tape.zeros(field)
                track(number, &tape)
                tape.zeros(field - Int(length) + field)
                tape.zeros(self == .magTek ? 0 : 856 - tape.count)
            case .standard:
                for byte in [1, 0, length, 0] as [UInt8] { tape.put(byte) }
                tape.zeros(79)
                track(number, &tape)
                tape.zeros(40 - Int(length) + 107)
            case .idTech:
                for byte in [0, 0, 0, 0, length, 0, 0, length, 0] as [UInt8] { tape.put(byte) }
                track(number, &tape)
                tape.zeros(509 - tape.count)
            case .idTechRaw: bits(number, &tape)
            case .frames: frame(number, &tape)
            case .scanner:
                for byte in [2, length] as [UInt8] { tape.put(byte) }
                tape.put("]Q1")
                track(number, &tape)
                tape.zeros(64 - tape.count)
            case .keyboard, .altCodes: keys(number, &tape)
            case .serialReader, .serialScanner:
                track(number, &tape)
                tape.put(0x0D)
            case .writer:
                tape.put(0xC0 | 40)
                tape.put("\u{1B}s\u{1B}\u{01}\u{1B}+\u{1B}\u{02}")
                track(number, &tape)
                tape.put("\u{1B}\u{03}\u{1B}+?\u{1C}\u{1B}0")
                tape[0] = 0xC0 | UInt8(tape.count - 1)
                tape.zeros(64 - tape.count)
            }
            tape.end()
        }

        /// `;`, sixteen digits, `=`, expiry and service code, `?`.
        private func track(_ number: UInt64, _ tape: inout Tape) {
            tape.put(";")
            tape.put(number: number)
            tape.put("=2912101?")
        }

        private func frame(_ number: UInt64, _ tape: inout Tape) {
            for byte in [2, 33, 0, 0x80, 0b0001_0010, 0, 26, 0, 7, 0] as [UInt8] { tape.put(byte) }
            track(number, &tape)
            var (lrc, sum) = (0 as UInt8, 0 as UInt8)
            for index in 3..<36 {
                lrc ^= tape[index]
                sum &+= tape[index]
            }
            for byte in [lrc, sum, 3] { tape.put(byte) }
            tape.zeros(509 - tape.count)
        }

        /// The track's bits in an ID TECH report of encode type 4; the characters themselves are overwritten with zeros again.
        private func bits(_ number: UInt64, _ tape: inout Tape) {
            var text = Tape()
            track(number, &text)
            let bytes = UInt8((27 * 5 + 7) / 8)
            for byte in [0, 0, 0, 0, bytes, 0, 4, bytes, 0] as [UInt8] { tape.put(byte) }
            let start = tape.count
            tape.zeros(500)
            var lrc: UInt8 = 0
            for position in 0..<27 {
                let data = position < 26 ? text[position] - 0x30 : lrc
                lrc ^= data
                let character = data.nonzeroBitCount % 2 == 0 ? data | 0x10 : data
                for bit in 0..<5 where character >> UInt8(bit) & 1 == 1 { tape[start + (position * 5 + bit) / 8] |= 1 << UInt8((position * 5 + bit) % 8) }
            }
            for position in 0..<26 { text[position] = 0 }
        }

        private func keys(_ number: UInt64, _ tape: inout Tape) {
            var text = Tape()
            track(number, &text)
            text.put(0x0D)
            for position in 0..<27 {
                let character = text[position]
                text[position] = 0
                for report in self == .altCodes ? Typing.altCode(character) : Typing.stroke(character) {
                    for byte in report { tape.put(byte) }
                    tape.end()
                }
            }
        }
    }

    @Test func `a hundred payment cards through every kind of reader leave no digits in memory`() throws {
        var generator = SplitMix(state: 0xCA2D)
        var disguised: Set<UInt64> = []
        for kind in Kind.allCases {
            var decoder = try kind.decoder()
            var tape = Tape()
            for _ in 0..<100 {
                let number = 9_000_000_000_000_000 + UInt64.random(in: 0..<1_000_000_000_000_000, using: &generator)
                disguised.insert(MemoryScan.disguise(number))
                kind.write(number, to: &tape)
                let events = tape.play(to: &decoder)
                let isRefused = events == [.msr(.refused(.paymentCard))] || events == [.scanner(.refused(.paymentCard))]
                #expect(isRefused, "\(kind)")
            }
            let isWiped = decoder.isWiped
            #expect(isWiped, "\(kind)")
        }
        #expect(disguised.count == 100 * Kind.allCases.count)
        #expect(try MemoryScan.found(disguised) == 0)
    }

    @Test func `a number that is left behind is found`() throws {
        var tape = Tape()
        let number: UInt64 = 9_271_828_182_845_904
        tape.put(number: number)
        let found = try MemoryScan.found([MemoryScan.disguise(number)])
        for index in 0..<16 { tape[index] = 0 }
        #expect(found == 1)
        #expect(try MemoryScan.found([MemoryScan.disguise(number)]) == 0)
    }

    @Test func `a decoder in the middle of a card has it, and has it no more when it is given up`() throws {
        for kind in [Kind.magTek, .frames, .scanner, .serialReader, .writer] {
            var decoder = try kind.decoder()
            var tape = Tape()
            kind.write(9_141_592_653_589_793, to: &tape)
            let whole = (0..<min(tape.count, 60)).map { tape[$0] }
            _ = decoder.receive(Array(whole.prefix(kind == .serialReader ? 20 : 60)))
            _ = decoder.expire(at: .seconds(10))
            _ = decoder.finish()
            let isWiped = decoder.isWiped
            #expect(isWiped, "\(kind)")
        }
    }
}
