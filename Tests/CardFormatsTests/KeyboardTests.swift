import CardFormats
import Testing

struct KeyboardTests {
    private let swipe = "%M9001000000000012^AB CD^?;9001000000000012?+9001000000000012=1?\r"

    @Test func `every sign of the US keyboard is where HID Usage Tables section 10 has it`() throws {
        let plain = "abcdefghijklmnopqrstuvwxyz1234567890"
        let row = zip(0x04..., plain.utf8).map { usage, _ in Typing.keys([UInt8(usage)]) }
        #expect(try typed(row.flatMap { [$0, Typing.up] }, reader: .scanner).map(\.text) == [plain])
        // 1E to 27, 2D to 31 and 33 to 38 with shift.
        let shifted = (Array(0x1E...0x27) + Array(0x2D...0x31) + Array(0x33...0x38) as [UInt8]).flatMap { [Typing.keys([$0], modifiers: 0x02), Typing.up] }
        #expect(try typed(shifted, reader: .scanner).map(\.text) == ["!@#$%^&*()_+{}|:\"~<>?"])
        let pad = (Array(0x54...0x57) + Array(0x59...0x63) as [UInt8]).flatMap { [Typing.keys([$0]), Typing.up] }
        #expect(try typed(pad, reader: .scanner).map(\.text) == ["/*-+1234567890."])
    }

    @Test func `a swipe is typed as MagTek 99875206 says, and assembled from all its tracks`() throws {
        let events = try typed(Typing.text(swipe))
        #expect(events.map(\.number) == ["9001000000000012"])
        #expect(events.first?.card?.tracks == [.one: "%M9001000000000012^AB CD^?", .two: ";9001000000000012?", .three: "+9001000000000012=1?"])
    }

    @Test(arguments: [0x02, 0x20, 0x22] as [UInt8])
    func `either shift key will do`(modifier: UInt8) throws {
        let reports = Typing.text(swipe).map { report in report[0] == 0 ? report : [modifier] + report.dropFirst() }
        #expect(try typed(reports).map(\.number) == ["9001000000000012"])
    }

    @Test func `keys that roll over are typed in the order they go down`() throws {
        // Each key is let go only when the next is down already.
        let usages = "90123".utf8.compactMap { Typing.key(for: $0)?.usage }
        var reports: [[UInt8]] = [Typing.keys([usages[0]])]
        for (last, next) in zip(usages, usages.dropFirst()) { reports += [Typing.keys([last, next]), Typing.keys([next])] }
        #expect(try typed(reports + [Typing.up], reader: .scanner).map(\.text) == ["90123"])
        #expect(try typed([Typing.keys(usages), Typing.up], reader: .scanner).map(\.text) == ["90123"])
    }

    @Test func `the same key twice is two characters, and a report that says the same again is none`() throws {
        let nine = Typing.keys([0x26])
        #expect(try typed([nine, Typing.up, nine, nine, nine, Typing.up, nine], reader: .scanner).map(\.text) == ["999"])
        // Shift going down or up under a held key types nothing.
        #expect(try typed([nine, Typing.keys([0x26], modifiers: 2), nine, Typing.up], reader: .scanner).map(\.text) == ["9"])
    }

    @Test func `a report of a keyboard that has lost count is passed over`() throws {
        let phantom = Typing.keys([1, 1, 1, 1, 1, 1])
        let reports = Typing.text(";900100?\r").flatMap { [phantom, $0, phantom] }
        #expect(try typed(reports).map(\.number) == ["900100"])
        // The state before the phantom stays: the key that is still down is not typed again.
        #expect(try typed([Typing.keys([0x26]), phantom, Typing.keys([0x26]), Typing.up], reader: .scanner).map(\.text) == ["9"])
    }

    @Test(arguments: [0x04, 0x40] as [UInt8])
    func `ALT and the numeric pad make the same characters (property 0F)`(modifier: UInt8) throws {
        #expect(try typed(Typing.altCodes(swipe, modifier: modifier)).map(\.number) == ["9001000000000012"])
    }

    @Test func `ALT with other keys, with too many digits or beyond a byte makes nothing`() throws {
        let alt = Typing.keys([], modifiers: 4)
        func code(_ keys: [UInt8]) -> [[UInt8]] { [alt] + keys.flatMap { [Typing.keys([$0], modifiers: 4), alt] } + [Typing.up] }
        let broken = code([0x04, 0x59]) + code([0x59, 0x59, 0x59, 0x59, 0x59]) + code([0x5B, 0x62, 0x62]) + code([])
        #expect(try typed(broken + Typing.text("9001"), reader: .scanner).map(\.text) == ["9001"])
        // ALT + 0057, as Windows writes it.
        #expect(try typed(code([0x62, 0x62, 0x5D, 0x5F]), reader: .scanner).map(\.text) == ["9"])
    }

    @Test func `control makes the control characters and GUI nothing`() throws {
        // Ctrl + ] is GS, which scanners send for FNC1.
        let reports = Typing.text("01") + [Typing.keys([0x30], modifiers: 1), Typing.up] + Typing.text("2") + [Typing.keys([0x04], modifiers: 8), Typing.up]
        #expect(try typed(reports, reader: .scanner).map(\.text) == ["01\u{1D}2"])
    }

    @Test func `a report of another length is a fault`() throws {
        for count in [1, 7, 9, 64] {
            let fault = ReaderFault.reportLength(received: count, expected: 8)
            #expect(try typed([[UInt8](repeating: 0x26, count: count)]) == [.msr(.fault(fault))])
            #expect(try typed([[UInt8](repeating: 0x26, count: count)], reader: .scanner) == [.scanner(.fault(fault))])
        }
    }

    @Test func `a keyboard with a bit for each key behind a report id is read by its descriptor`() throws {
        let bits = "05 01 09 06 A1 01 85 01 05 07 15 00 25 01 75 01 19 E0 29 E7 95 08 81 02 19 00 29 67 95 68 81 02 C0"
        func report(_ usage: UInt8?, shift: Bool) -> [UInt8] {
            var report: [UInt8] = [1, shift ? 2 : 0] + [UInt8](repeating: 0, count: 13)
            if let usage { report[2 + Int(usage) / 8] |= 1 << (usage % 8) }
            return report
        }
        let reports = ";900100?\r".utf8.compactMap { Typing.key(for: $0) }.flatMap { [report($0.usage, shift: $0.shift), report(nil, shift: false)] }
        #expect(try typed(reports, descriptor: bits).map(\.number) == ["900100"])
        // Volume keys, of another report, are nobody's text.
        #expect(try typed([[3, 0xE9, 0]] + reports, descriptor: bits).map(\.number) == ["900100"])
    }

    @Test func `the boot report is read the same with its descriptor and without`() throws {
        #expect(try typed(Typing.text(swipe), descriptor: Descriptors.keyboard) == typed(Typing.text(swipe)))
    }

    @Test func `a descriptor without keys is no keyboard's, and the boot report stands`() throws {
        #expect(try typed(Typing.text(";900100?\r"), descriptor: Descriptors.lookAlike).map(\.number) == ["900100"])
    }
}
