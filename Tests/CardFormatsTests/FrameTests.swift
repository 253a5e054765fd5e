import CardFormats
import Testing

/// ID TECH's enhanced output. Source: SecureMag and SREDKey2 manuals, “Enhanced encrypted output format”.
struct FrameTests {
    private static let reports = "06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 40 09 01 81 02 C0"
    private let own = ["%M9001000000000012^AB^?", ";9001000000000012?", ""]

    /// A frame around a payload.
    private func frame(_ payload: [UInt8]) -> [UInt8] {
        [2, UInt8(payload.count & 0xFF), UInt8(payload.count >> 8)] + payload + [payload.reduce(0, ^), payload.reduce(0, &+), 3]
    }

    private func payload(_ tracks: [String], type: UInt8 = 0x80, status: UInt8? = nil, sent: [UInt8]? = [7, 0], separator: String = "") -> [UInt8] {
        let found = (0..<3).reduce(0 as UInt8) { $0 | (tracks[$1].isEmpty ? 0 : 0b1001 << UInt8($1)) }
        let data = tracks.flatMap { $0.isEmpty ? [] : bytes($0 + separator) }
        return [type, status ?? found] + tracks.map { UInt8($0.utf8.count) } + (type & 0x80 != 0 ? sent ?? [] : []) + data
    }

    /// The reports of 64 bytes that carry these bytes.
    private func carried(_ stream: [UInt8], filler: UInt8 = 0) -> [[UInt8]] {
        stride(from: 0, to: stream.count, by: 64).map { start in
            let part = Array(stream.dropFirst(start).prefix(64))
            return part + [UInt8](repeating: filler, count: 64 - part.count)
        }
    }

    private func results(_ reports: [[UInt8]]) throws -> [DecodedEvent] {
        var decoder = try ReaderDecoder(.frames, descriptor: descriptor(Self.reports))
        return reports.flatMap { decoder.receive($0) } + decoder.finish()
    }

    @Test(arguments: [0x80, 0x83, 0x00, 0x03] as [UInt8])
    func `a clear frame is read in the enhanced and in the original format`(type: UInt8) throws {
        let card = try #require(try results(carried(frame(payload(own, type: type)))).first?.card)
        #expect(card.number == "9001000000000012" && card.tracks == [.one: own[0], .two: own[1]])
        #expect(try results(carried(frame(payload(own, type: type, separator: "\r")))).map(\.number) == ["9001000000000012"])
    }

    @Test func `a frame may be longer than a report, and a report may hold several`() throws {
        let long = frame(payload(["%M9001000000000012^".padded(to: 78) + "?", own[1], "+" + String(repeating: "1", count: 90) + "?"]))
        #expect(long.count > 2 * 64)
        #expect(try results(carried(long + long)).map(\.number) == ["9001000000000012", "9001000000000012"])
        let short = frame(payload(["", ";9001?", ""]))
        #expect(short.count * 3 < 64)
        #expect(try results(carried(short + [0, 0] + short + short)).map(\.number) == ["9001", "9001", "9001"])
    }

    @Test func `a reader that encrypts is refused, whatever it masks`() throws {
        let masked = ["%*9001********0012^AB^?*", ";9001********0012?*", ""]
        for secret in [0x01, 0x02, 0x08, 0x3F, 0xBF] as [UInt8] {
            let sent = payload(masked, sent: [7, secret]) + [UInt8](repeating: 0x91, count: 64)
            #expect(try results(carried(frame(sent))) == [.msr(.refused(.encryptingReader))])
        }
        // In the original format nothing says so but the bytes that are too many.
        let original = payload(masked, type: 0x00) + [UInt8](repeating: 0x91, count: 64)
        #expect(try results(carried(frame(original))) == [.msr(.refused(.encryptingReader))])
    }

    @Test func `a key's serial number alone encrypts nothing`() throws {
        let sent = payload(own, sent: [7, 0x80]) + [UInt8](repeating: 0xE0, count: 10)
        #expect(try results(carried(frame(sent))).map(\.number) == ["9001000000000012"])
    }

    @Test func `a track that is not sent is none, one that was found and not decoded is torn`() throws {
        var bytes = payload(own, sent: [0b010, 0])
        bytes.removeSubrange(7..<7 + own[0].utf8.count)
        #expect(try results(carried(frame(bytes))).map { $0.card?.tracks } == [[.two: own[1]]])
        #expect(try results(carried(frame(payload(["", "", ""], status: 0b0101_0000)))) == [.msr(.retry(.unreadable([.two])))])
        #expect(try results(carried(frame(payload(["", "", ""])))) == [.msr(.retry(.blank))])
    }

    @Test func `a licence's encoding and a payment layout are refused`() throws {
        #expect(try results(carried(frame(payload(["%CALIFORNIA^A?", "", ""], type: 0x81)))) == [.msr(.refused(.licence))])
        #expect(try results(carried(frame(payload(["", ";900100000000=2512101?", ""])))) == [.msr(.refused(.paymentCard))])
    }

    @Test func `the bits of a stripe are decoded`() throws {
        let bits = RawTrack.packed(try #require(RawTrack.characters(of: own[1], on: .two)), on: .two)
        #expect(try results(carried(frame([0x84, 0b0001_0010, 0, UInt8(bits.count), 0, 7, 0] + bits))).map(\.number) == ["9001000000000012"])
    }

    @Test func `a frame that does not check, or of a length nobody has, was cut off, and the next is read`() throws {
        let good = frame(payload(["", ";9001?", ""]))
        for place in good.indices.dropFirst(3) {
            var bad = good
            bad[place] ^= 0x04
            let events = try results(carried(bad) + carried(good))
            #expect(events.first == .msr(.retry(.cutOff)) && events.last?.number == "9001", "byte \(place)")
        }
        #expect(try results([[2, 0xFF, 0xFF] + [UInt8](repeating: 0x31, count: 61)] + carried(good)).map(\.number) == [nil, "9001"])
        #expect(try results([[2, 0, 0] + [UInt8](repeating: 0, count: 61)] + carried(good)).map(\.number) == [nil, "9001"])
    }

    @Test func `a frame whose rest does not come is given up`() throws {
        var decoder = try ReaderDecoder(.frames, descriptor: descriptor(Self.reports))
        let reports = carried(frame(payload(["%M9001^".padded(to: 78) + "?", own[1], ""])))
        #expect(decoder.receive(reports[0], at: .zero).isEmpty && decoder.deadline == .seconds(2))
        #expect(decoder.expire(at: .milliseconds(2001)) == [.msr(.retry(.cutOff))])
        #expect(decoder.deadline == nil && reports.count > 1)
        #expect(decoder.receive(reports[0], at: .seconds(3)).isEmpty)
        #expect(decoder.finish() == [.msr(.retry(.cutOff))])
    }

    @Test func `answers to commands and padding between frames are passed over`() throws {
        #expect(try results(carried([0x06, 0x15, 0, 0xFF]) + carried(frame(payload(["", ";9001?", ""])), filler: 0xFF)).map(\.number) == ["9001"])
    }

    @Test func `a frame in the structured report's 509 bytes is told by its first byte`() throws {
        var report = frame(payload(own))
        report += [UInt8](repeating: 0, count: 509 - report.count)
        #expect(try read(report, Descriptors.idTech).number == "9001000000000012")
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String { self + String(repeating: "A", count: count - self.count) }
}
