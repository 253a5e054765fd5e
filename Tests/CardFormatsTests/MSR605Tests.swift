import CardFormats
import Testing

/// MSR605 Programmer's Manual, revision B, section 6.
struct MSR605Tests {
    private let escape: UInt8 = 0x1B

    private func replies(_ message: [UInt8], isRaw: Bool = false, expecting: [TrackNumber: String] = [:]) -> [MSR605Reply] {
        var assembler = MSR605Assembler()
        assembler.isRaw = isRaw
        // What stands behind the message in its last packet is left over from earlier.
        let packets = MSR605Packet.packets(of: message).map { packet in
            let used = 1 + Int(packet[0] & 0x3F)
            return packet.prefix(used) + [UInt8](repeating: 0x1B, count: 64 - used)
        }
        return packets.compactMap { assembler.receive($0.span, expecting: expecting) }
    }

    private func block(_ tracks: [[UInt8]], status: Character = "0") -> [UInt8] {
        bytes("\u{1B}s") + tracks.enumerated().flatMap { [escape, UInt8($0 + 1)] + $1 } + bytes("?\u{1C}\u{1B}\(status)")
    }

    private func card(_ message: [UInt8], isRaw: Bool = false) -> SwipeResult? {
        guard case .card(let result, _, _)? = replies(message, isRaw: isRaw).first else { return nil }
        return result
    }

    @Test func `a message is cut into packets of 63 bytes with first and last marked`() {
        #expect(MSR605Packet.packets(of: [1, 2]) == [[0xC2, 1, 2] + [UInt8](repeating: 0, count: 61)])
        let packets = MSR605Packet.packets(of: [UInt8](repeating: 7, count: 150))
        #expect(packets.map { $0[0] } == [0x80 | 63, 63, 0x40 | 24] && packets.allSatisfy { $0.count == 64 })
        #expect(MSR605Packet.packets(of: [UInt8](repeating: 7, count: 63)).map { $0[0] } == [0xC0 | 63])
    }

    @Test func `commands are the manual's`() throws {
        #expect(MSR605Command.set(.high) == [0x1B, 0x78] && MSR605Command.set(.low) == [0x1B, 0x79] && MSR605Command.coercivity == [0x1B, 0x64])
        let job = try StripeJob([.one: "%ABC123?", .two: "12345"], rule: CardRule())
        #expect(job.command == bytes("\u{1B}w\u{1B}s\u{1B}\u{01}ABC123\u{1B}\u{02}12345\u{1B}\u{03}?\u{1C}"))
    }

    @Test func `answers are told apart`() {
        for letter in "0149yhHlL".utf8 { #expect(replies([escape, letter]) == [.answer(letter)]) }
        for message in [[], [escape], [0x41, 0x42], [escape, 0x30, 0x30], bytes("\u{1B}s"), bytes("\u{1B}s?\u{1C}\u{1B}0")] {
            #expect(replies(message) == [.garbled])
        }
    }

    @Test func `a card is read, with the block's own question mark or without`() throws {
        let tracks = [bytes("%M9001^AB?"), bytes(";9001?"), bytes(";9001=1?")]
        let result = try #require(card(block(tracks)))
        #expect(result.card?.tracks == [.one: "%M9001^AB?", .two: ";9001?", .three: ";9001=1?"])
        #expect(card(block([tracks[0], tracks[1], bytes(";9001=1")])) == result)
    }

    @Test func `empty and unreadable tracks are told apart`() {
        let (none, torn) = (bytes("\u{1B}+"), bytes("\u{1B}*"))
        #expect(card(block([none, bytes(";9001?"), none]))?.number == "9001")
        #expect(card(block([none, none, none])) == .retry(.blank))
        #expect(card(block([torn, none, torn])) == .retry(.unreadable([.one, .three])))
        #expect(card(block([none, none, none], status: "1")) == .retry(.unreadable([.one, .two, .three])))
        #expect(card(block([torn, bytes(";9001?"), none]))?.card?.unreadable == [.one])
    }

    @Test func `a payment card is refused here as everywhere`() {
        #expect(card(block([bytes("\u{1B}+"), bytes(";900100000000=2512101?"), bytes("\u{1B}+")])) == .refused(.paymentCard))
    }

    @Test func `bits are read: the manual's own examples, drawn either way`() throws {
        let one: [UInt8] = [0xC5, 0xB0, 0x78, 0x14, 0x95, 0x4E, 0x3E, 0x2A]
        let two: [UInt8] = [0x2B, 0x88, 0x49, 0xEA, 0xAF]
        for isBackward in [false, true] {
            let tracks = [one, two, []].map { track in isBackward ? track.reversed().map(\.bitsReversed) : track }
            let result = try #require(card(block(tracks.map { [UInt8($0.count)] + $0 }), isRaw: true))
            // The second number is foreign, so that all runs of more than four digits are masked.
            #expect(result.card?.tracks == [.one: "%ABC123?", .two: ";…2345?"])
        }
        #expect(try RawTrack.text(ofPacked: one, on: .one) == "%ABC123?")
        #expect(try RawTrack.text(ofPacked: two, on: .two) == ";12345?")
    }

    @Test func `what was read back is compared without leaving the buffer`() {
        let expected: [TrackNumber: String] = [.one: "%M9001^AB?", .two: ";9001?"]
        func matching(_ one: String, _ two: String) -> Set<TrackNumber>? {
            let message = block([bytes(one), bytes(two), bytes("\u{1B}+")])
            guard case .card(_, let matching, _)? = replies(message, expecting: expected).first else { return nil }
            return matching
        }
        #expect(matching("%M9001^AB?", ";9001?") == [.one, .two])
        #expect(matching("%M9001^AC?", ";9001?") == [.two])
        #expect(matching("%M9001^AB?", ";90011?") == [.one])
        #expect(matching("\u{1B}*", "\u{1B}+") == [])
    }

    @Test func `a packet without a first, or of another length than it says, is nothing`() {
        var assembler = MSR605Assembler()
        let silent = assembler.receive(([0x42, 0x1B, 0x30] + [UInt8](repeating: 0, count: 61)).span)
        let short = assembler.receive([0xC5, 0x1B, 0x30].span)
        let empty = assembler.receive([UInt8]().span)
        #expect(silent == nil && short == .garbled && empty == nil)
        var flood = assembler.receive(([0x80 | 63] + [UInt8](repeating: 1, count: 63)).span)
        for _ in 0..<40 where flood == nil { flood = assembler.receive(([63] + [UInt8](repeating: 1, count: 63)).span) }
        #expect(flood == .garbled)
    }

    @Test func `only 64 bytes each way without track usages may be a writer`() throws {
        let writer = "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 40 09 01 81 02 95 40 09 01 B1 02 C0"
        let kinds = try [writer, writer.replacing("B1 02", with: "91 02")].map { MSR605Packet.outgoingReport(of: try descriptor($0)) }
        #expect(kinds == [.feature, .output])
        for hex in [
            Descriptors.magtek, Descriptors.magneSafe856, Descriptors.idTech, Descriptors.lookAlike, Descriptors.keyboard,
            writer.replacing("95 40", with: "95 20"),
        ] {
            let mayBe = MSR605Packet.mayBeWriter(try descriptor(hex))
            #expect(!mayBe)
        }
    }
}

struct StripeJobTests {
    private func fault(_ tracks: [TrackNumber: String], ranges: CardRanges = .none) -> StripeJob.Fault? {
        do throws(StripeJob.Fault) {
            _ = try StripeJob(tracks, rule: CardRule(ranges: ranges))
            return nil
        } catch {
            return error
        }
    }

    @Test func `texts are taken with sentinels and without`() throws {
        #expect(try StripeJob([.one: "M9001^AB", .two: ";9001?"], rule: CardRule()).tracks == [.one: "%M9001^AB?", .two: ";9001?"])
    }

    @Test func `nothing, a bank's layout, a licence and what a track cannot hold are refused`() {
        #expect(fault([:]) == .empty)
        #expect(fault([.two: "900100000000=2512101"]) == .refused(.paymentCard))
        #expect(fault([.one: "%B900100000000^A^2512101?", .two: ";9001?"]) == .refused(.paymentCard))
        #expect(fault([.three: "019001000000==9782"]) == .refused(.paymentCard))
        #expect(fault([.two: Synthetic.wrongNumber("4", digits: 16)]) == .refused(.paymentCard))
        #expect(fault([.two: "636001000000"]) == .refused(.licence))
        for text in ["", ";?", "9001A", "90?01", "9;001", String(repeating: "9", count: 38), "۹۰۰۱"] { #expect(fault([.two: text]) == .unwritable(.two)) }
        #expect(fault([.one: "m9001"]) == .unwritable(.one))
        #expect(fault([.two: String(repeating: "9", count: 37)]) == nil)
    }

    @Test func `a job shows no track in descriptions and dumps`() throws {
        let job = try StripeJob([.two: "9001234567"], rule: CardRule())
        var dumped = ""
        dump(job, to: &dumped)
        #expect(!("\(job)" + String(reflecting: job) + dumped).contains("9001"))
    }
}
