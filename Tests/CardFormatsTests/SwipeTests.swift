import CardFormats
import Testing

struct SwipeTests {
    private let own = Swipe("%M9001000000000012^AB CD^?", ";9001000000000012?", ";9001000000000012=1?")

    @Test func `an own card gives its tracks with sentinels and its number`() throws {
        let card = try #require(try read(own).card)
        #expect(card.number == "9001000000000012")
        #expect(card.tracks == [.one: "%M9001000000000012^AB CD^?", .two: ";9001000000000012?", .three: ";9001000000000012=1?"])
        #expect(card.unreadable.isEmpty && card.foreignNumber == nil)
    }

    @Test func `bytes behind the length of a track are not looked at`() throws {
        var swipe = own
        swipe.filler = UInt8(ascii: "7")
        #expect(try read(swipe) == read(own))
        swipe = Swipe("", ";9001000000000012?", "")
        var report = swipe.magtek
        report.replaceSubrange(7..<7 + 30, with: bytes("%B9001000000000012^X^2512101?123").prefix(30))
        #expect(try read(report, Descriptors.magtek).number == "9001000000000012")
    }

    @Test func `a torn track asks for another swipe and is named`() throws {
        var swipe = Swipe("", "", "")
        swipe.status = [1, 0, 1]
        #expect(try read(swipe) == .retry(.unreadable([.one, .three])))
        swipe.status = [1, 1, 1]
        #expect(try read(swipe) == .retry(.unreadable([.one, .two, .three])))
    }

    @Test func `only bit 0 of a status says torn`() throws {
        var swipe = own
        swipe.status = [0xFE, 0xFE, 0xFE]
        #expect(try read(swipe).number == "9001000000000012")
    }

    @Test func `a track with its status bit set is torn even with a length`() throws {
        var swipe = Swipe("", ";9001000000000012?", "")
        swipe.status = [0, 1, 0]
        #expect(try read(swipe) == .retry(.unreadable([.two])))
    }

    @Test func `an own number on a good track is enough and the torn track is named`() throws {
        var swipe = Swipe("", ";9001000000000012?", "")
        swipe.status = [1, 0, 0]
        let card = try #require(try read(swipe).card)
        #expect(card.number == "9001000000000012" && card.unreadable == [.one])
    }

    @Test func `a foreign number beside a torn track asks for another swipe`() throws {
        var swipe = Swipe("", ";7001000000000012?", "")
        swipe.status = [1, 0, 0]
        #expect(try read(swipe) == .retry(.unreadable([.one])))
    }

    @Test(arguments: [0, 3, 6, 7] as [UInt8])
    func `a card without data is blank whatever its encode type`(type: UInt8) throws {
        var swipe = Swipe()
        swipe.encodeType = type
        #expect(try read(swipe) == .retry(.blank))
    }

    @Test(arguments: [0, 2, 3, 4, 5, 7] as [UInt8])
    func `the encode type of another maker does not make a card blank`(type: UInt8) throws {
        var swipe = own
        swipe.encodeType = type
        #expect(try read(swipe).number == "9001000000000012")
    }

    @Test func `a length beyond its field is a fault`() throws {
        var swipe = own
        swipe.lengths = [111, 0, 0]
        #expect(try read(swipe) == .fault(.trackLength(.one, said: 111, field: 110)))
        swipe.lengths = [0, 0, 255]
        swipe.status = [0, 0, 1]
        #expect(try read(swipe) == .fault(.trackLength(.three, said: 255, field: 110)))
    }

    @Test(arguments: [
        "9001000000000012", ";9001000000000012", "9001000000000012?", ";", ";E?", "%9001?", ";90010000?00012?", ";900100000000001A?",
        ";" + String(repeating: "9", count: 38) + "?",
    ])
    func `a track that is not a whole track text is torn`(text: String) throws {
        #expect(try read(Swipe("", text, "")) == .retry(.unreadable([.two])))
    }

    @Test func `tracks with 7-bit sentinels are read`() throws {
        let card = try #require(try read(Swipe("", "@9001000000000012 A?", "&LOCKER 7?")).card)
        #expect(card.number == "9001000000000012" && card.tracks[.three] == "&LOCKER 7?")
    }

    @Test func `a track is read up to what it can hold`() throws {
        let number = "9" + String(repeating: "0", count: 36)
        #expect(try read(Swipe("", ";\(number)?", "")).number == number)
    }

    @Test func `two different own numbers on one card are a fault`() throws {
        #expect(try read(Swipe("%M9001^A?", ";9002?", "")) == .fault(.tracksDisagree))
    }

    @Test func `a number of the programme's ranges goes before one that is own by layout`() throws {
        let ranges = try CardRanges([CardRange(prefix: "9002")])
        #expect(try read(Swipe("%M9001^A?", ";900200?", ""), ranges: ranges).number == "900200")
        #expect(try read(Swipe("%M9001^A?", ";900300?", "+900200=1?"), ranges: ranges).number == "900200")
    }

    @Test func `a card with text alone is read and has no number`() throws {
        let card = try #require(try read(Swipe("%VISITOR?", "", "")).card)
        #expect(card.number == nil && card.foreignNumber == nil && card.tracks == [.one: "%VISITOR?"])
    }

    @Test func `a foreign number is masked wherever it stands`() throws {
        let number = Synthetic.wrongNumber("4", digits: 16)
        let card = try #require(try read(Swipe("%M\(number)^AB?", ";\(number)=12?", "")).card)
        #expect(card.number == nil)
        #expect(card.foreignNumber == "…" + number.suffix(4))
        #expect(card.tracks == [.one: "%M…\(number.suffix(4))^AB?", .two: ";…\(number.suffix(4))=12?"])
    }

    @Test func `the standard usage page is read by its descriptor`() throws {
        #expect(try read(own.standard, Descriptors.standard).number == "9001000000000012")
        #expect(try read(Swipe().standard, Descriptors.standard) == .retry(.blank))
    }
}

struct IDTechTests {
    @Test(arguments: ["", "\r", "\r\n"])
    func `tracks one behind the other are split by their lengths`(separator: String) throws {
        let swipe = Swipe("%M9001000000000012^AB^?", ";9001000000000012?", "+9001=1?")
        for encodeType: UInt8 in [0, 3] {
            var report = swipe.idTech(separator: separator)
            report[6] = encodeType
            let card = try #require(try read(report, Descriptors.idTech).card)
            #expect(card.number == "9001000000000012" && card.tracks == [.one: swipe.tracks[0], .two: swipe.tracks[1], .three: swipe.tracks[2]])
        }
        #expect(try read(Swipe("", ";9001?", "").idTech(separator: separator), Descriptors.idTech).number == "9001")
    }

    @Test func `the same rules hold as for a reader with fields`() throws {
        var swipe = Swipe("", ";900100000000=2512101?")
        #expect(try read(swipe.idTech(), Descriptors.idTech) == .refused(.paymentCard))
        #expect(try read(Swipe().idTech(), Descriptors.idTech) == .retry(.blank))
        swipe.status = [0, 1, 1]
        #expect(try read(swipe.idTech(), Descriptors.idTech) == .retry(.unreadable([.two, .three])))
        swipe.lengths = [200, 200, 101]
        #expect(try read(swipe.idTech(), Descriptors.idTech) == .fault(.trackLength(.three, said: 101, field: 100)))
    }

    @Test func `bits in the place of characters are decoded, torn ones are torn`() throws {
        let texts: [TrackNumber: String] = [.one: "%M9001000000000012^AB^?", .two: ";9001000000000012?"]
        let bits = try TrackNumber.allCases.map { number in
            try texts[number].map { RawTrack.packed(try #require(RawTrack.characters(of: $0, on: number)), on: number) } ?? []
        }
        func report(_ tracks: [[UInt8]]) -> [UInt8] {
            let data = tracks.flatMap { $0 }
            return [0, 0, 0] + tracks.map { UInt8($0.count) } + [4, 0xFF, 0xFF] + data + [UInt8](repeating: 0, count: 500 - data.count)
        }
        let card = try #require(try read(report(bits), Descriptors.idTech).card)
        #expect(card.number == "9001000000000012" && card.tracks == texts)
        // The card drawn the other way: every bit of each track in the opposite order.
        #expect(try read(report(bits.map { $0.reversed().map(\.bitsReversed) }), Descriptors.idTech).card == card)
        // A reader that sends the high bit of a byte first.
        #expect(try read(report(bits.map { $0.map(\.bitsReversed) }), Descriptors.idTech).card == card)
        var torn = bits
        torn[0][3] ^= 0x10
        #expect(try read(report(torn), Descriptors.idTech).card?.unreadable == [.one])
        torn[1][2] ^= 0x01
        #expect(try read(report(torn), Descriptors.idTech) == .retry(.unreadable([.one, .two])))
    }
}

struct MagneSafeTests {
    private let own = Swipe("%M9001000000000012^AB^?", ";9001000000000012?")

    @Test(arguments: [false, true])
    func `a reader at level 2 is read`(isLong: Bool) throws {
        let hex = isLong ? Descriptors.magneSafe887 : Descriptors.magneSafe856
        for encryption: [UInt8] in [[0, 0], [0, 1], [0, 2], [0, 4], [0, 3], [0, 5], [0xFF, 0]] {
            #expect(try read(own.magneSafe(encryption: encryption, isLong: isLong), hex).number == "9001000000000012")
        }
    }

    @Test(arguments: [[0, 6], [0, 7], [0x80, 0xFF]] as [[UInt8]])
    func `a reader with a key and encryption on is refused even with a torn track`(encryption: [UInt8]) throws {
        var swipe = Swipe("", ";00000000?", "")
        #expect(
            try read(swipe.magneSafe(encryption: encryption, masked: ["", ";9001000000000012?", ""]), Descriptors.magneSafe856) == .refused(.encryptingReader))
        swipe.status = [1, 1, 1]
        #expect(try read(swipe.magneSafe(encryption: encryption), Descriptors.magneSafe856) == .refused(.encryptingReader))
    }

    @Test func `a manual's example card is refused though its number fails Luhn`() throws {
        // MagTek 99875475, appendix D, example 3: lengths 3C 25 1F, an issuer number from 54, service code 321; here with made-up digits.
        let number = Synthetic.wrongNumber("54", digits: 16)
        let one = "%B\(number)^AB/CD           ^0804321" + "0000000725000000?"
        let two = ";\(number)=0804321" + "00000000725?"
        let three = ";" + String(repeating: "0", count: 29) + "?"
        let swipe = Swipe(one, two, three)
        #expect(swipe.tracks.map(\.utf8.count) == [0x3C, 0x25, 0x1F])
        #expect(try read(swipe.magneSafe(), Descriptors.magneSafe856) == .refused(.paymentCard))
        #expect(try read(swipe) == .refused(.paymentCard))
    }
}

extension UInt8 {
    /// The bits in the opposite order.
    var bitsReversed: UInt8 { (0..<8).reduce(0) { $0 | (self >> UInt8($1) & 1) << UInt8(7 - $1) } }
}
