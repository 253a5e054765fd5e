import CardFormats
import Testing

struct TrackLineTests {
    private func line(_ text: String, terms: TextTerms = TextTerms()) throws -> [DecodedEvent] {
        var decoder = try ReaderDecoder(.serial(terms), reader: .msr)
        return decoder.receive(bytes(text)) + decoder.finish()
    }

    @Test(arguments: [
        (";9001000000000012?", [TrackNumber.two: ";9001000000000012?"]), ("@9001000000000012 A?", [.two: "@9001000000000012 A?"]),
        ("%M9001000000000012?", [.one: "%M9001000000000012?"]),
        ("%M9001000000000012?;9001000000000012?", [.one: "%M9001000000000012?", .two: ";9001000000000012?"]),
        (";9001000000000012?;9001=1?", [.two: ";9001000000000012?", .three: ";9001=1?"]),
        (";9001000000000012?+9001=1?", [.two: ";9001000000000012?", .three: "+9001=1?"]),
        (";9001000000000012?&LOCKER 7?", [.two: ";9001000000000012?", .three: "&LOCKER 7?"]),
        ("%M9001000000000012?|;9001000000000012?", [.one: "%M9001000000000012?", .two: ";9001000000000012?"]),
        ("\u{7F}9001000000000012\u{7F}", [.two: "\u{7F}9001000000000012\u{7F}"]),
    ])
    func `each set of sentinels is read (MagTek 99875206, 99875475, ID TECH SecureHead)`(text: String, tracks: [TrackNumber: String]) throws {
        #expect(try line(text + "\r").map { $0.card?.tracks } == [tracks])
    }

    @Test(arguments: ["#", "%"])
    func `a third track in the AAMVA layout is a licence's`(sentinel: String) throws {
        #expect(try line("%M9001000000000012?;9001000000000012?\(sentinel)1212?\r") == [.msr(.refused(.licence))])
    }

    @Test func `torn tracks are named, and an own number beside them counts`() throws {
        #expect(try line("%E?;E?\r") == [.msr(.retry(.unreadable([.one, .two])))])
        #expect(try line("%E?\r") == [.msr(.retry(.unreadable([.one])))])
        let card = try #require(try line("%E?;9001000000000012?\r").first?.card)
        #expect(card.number == "9001000000000012" && card.unreadable == [.one])
    }

    @Test(arguments: [";900100", ";", "9001?", "x;9001?", ";9001?x9?", ";9001?;9002?;9003?", "%M9001?%M?%M?", ";90;01", "a"])
    func `a line without all of its end sentinels, or with keys of somebody else, is never accepted`(text: String) throws {
        #expect(try line(text + "\r") == [.msr(.retry(.cutOff))])
        #expect(try line(text) == [.msr(.retry(.cutOff))])
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\t", "\u{03}", ""])
    func `a line ends with CR, LF, both, TAB, ETX or silence`(ending: String) throws {
        #expect(try line(";9001?" + ending).map(\.number) == ["9001"])
        #expect(try line((";9001?" + ending) + (ending.isEmpty ? "" : ";9002?" + ending)).map(\.number) == (ending.isEmpty ? ["9001"] : ["9001", "9002"]))
    }

    @Test func `the fields of a MagneSafe reader in keyboard mode tell whether it encrypts (99875475)`() throws {
        let masked = "%B9001000000000012^AB^00000000000?;9001000000000012=00000000000?"
        for status in ["|0600|", "|0006|", "|0601|"] { #expect(try line(masked + status + "91AF02\r") == [.msr(.refused(.encryptingReader))]) }
        #expect(try line(masked + "|0006\r") == [.msr(.refused(.encryptingReader))])
        for status in ["|0200|", "|0002|", "|0000|"] {
            #expect(try line(";9001000000000012?" + status + "91AF02|B00\r").map(\.number) == ["9001000000000012"])
        }
        #expect(try line(";9001?|06\r") == [.msr(.retry(.cutOff))])
        #expect(try line("|0600|\r") == [.msr(.retry(.cutOff))])
    }

    @Test func `an LRC behind a track is checked and left out`() throws {
        // Known answers of MSR605's manual: %ABC123? has LRC 2A without parity 2A, that is the character J; ;12345? has 5.
        #expect(try line("%ABC123?J\r").map { $0.card?.tracks } == [[.one: "%ABC123?"]])
        #expect(try line("%M9001?\(lrc("%M9001?"));9001?\(lrc(";9001?"))\r").map(\.number) == ["9001"])
        #expect(try line(";9001?\(lrc(";9001?"))").map { $0.card?.tracks } == [[.two: ";9001?"]])
        #expect(try line(";9001?1\r") == [.msr(.retry(.cutOff))])
    }

    @Test func `tracks on lines of their own are one swipe where the reader sends them so`() throws {
        let terms = TextTerms(hasLineEndPerTrack: true)
        var decoder = try ReaderDecoder(.serial(terms), reader: .msr)
        #expect(decoder.receive(bytes("%M9001000000000012?\r"), at: .zero).isEmpty)
        #expect(decoder.receive(bytes(";9001000000000012?\r"), at: .milliseconds(30)).isEmpty)
        #expect(decoder.expire(at: .milliseconds(230)).isEmpty)
        let card = try #require(decoder.expire(at: .milliseconds(231)).first?.card)
        #expect(card.number == "9001000000000012" && card.tracks.count == 2)
    }

    @Test func `MagneSafe's example of appendix D is refused in every form, with an issuer number of 9 and the same lengths`() throws {
        // 99875475, appendix D, examples 3 and 4: tracks of 3C, 25 and 1F characters, by HID report at level 2 and by keys.
        let number = Synthetic.wrongNumber("9999", digits: 16)
        let one = "%B\(number)^" + "SAMPLE/A".padded(to: 26) + "^29121010000?"
        let swipe = Swipe(
            one.replacing("?", with: "00?").padded(track: 0x3C), ";\(number)=29121010000000000?".padded(track: 0x25), ";01\(number)==978?".padded(track: 0x1F))
        #expect(swipe.tracks.map(\.utf8.count) == [0x3C, 0x25, 0x1F])
        #expect(try read(swipe.magneSafe(), Descriptors.magneSafe856) == .refused(.paymentCard))
        let text = swipe.tracks[0] + swipe.tracks[1] + "+" + swipe.tracks[2].dropFirst() + "\r"
        #expect(try typed(Typing.text(text)) == [.msr(.refused(.paymentCard))])
        // The same layout of reports with an own card in it.
        let own = Swipe(
            "%M9001000000000012^".padded(track: 0x3C, with: "A"), ";9001000000000012=".padded(track: 0x25), ";9001000000000012=".padded(track: 0x1F))
        #expect(try read(own.magneSafe(), Descriptors.magneSafe856).number == "9001000000000012")
        #expect(try typed(Typing.text(own.tracks.joined() + "\r")).map(\.number) == ["9001000000000012"])
    }

    private func lrc(_ text: String) -> Character {
        let base: UInt8 = text.hasPrefix("%") ? 0x20 : 0x30
        return Character(Unicode.Scalar(base + text.utf8.reduce(0) { $0 ^ ($1 - base) }))
    }
}

extension String {
    /// Filled up with blanks.
    fileprivate func padded(to count: Int) -> String { self + String(repeating: " ", count: max(0, count - self.count)) }

    /// Filled up before its end sentinel, or given one.
    fileprivate func padded(track count: Int, with filler: Character = "0") -> String {
        let text = hasSuffix("?") ? String(dropLast()) : self
        return text + String(repeating: filler, count: max(0, count - 1 - text.count)) + "?"
    }
}
