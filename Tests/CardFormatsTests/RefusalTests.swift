import CardFormats
import Testing

/// The order of the refusal rule, case by case. Layouts are tried with numbers that begin with 9, so that nothing but the layout refuses them.
struct RefusalTests {
    private let number = Synthetic.wrongNumber("9001", digits: 16)

    @Test(arguments: [12, 13, 15, 16, 19])
    func `a bank's track 1 is refused by its layout`(digits: Int) throws {
        let number = Synthetic.wrongNumber("9001", digits: digits)
        #expect(try read(Swipe("%B\(number)^AB/CD^2512101000?")) == .refused(.paymentCard))
        #expect(try read(Swipe("%B\(number)^^2501999?")) == .refused(.paymentCard))
    }

    @Test(arguments: [12, 13, 15, 16, 19])
    func `a bank's track 2 is refused by its layout`(digits: Int) throws {
        let number = Synthetic.wrongNumber("9001", digits: digits)
        #expect(try read(Swipe("", ";\(number)=2512101000?")) == .refused(.paymentCard))
        #expect(try read(Swipe("", ";\(number)=2501999?")) == .refused(.paymentCard))
    }

    @Test func `digits in groups on track 1 are still a bank's`() throws {
        #expect(try read(Swipe("%B9001 000000 00001^AB/CD^2512101000?")) == .refused(.paymentCard))
    }

    @Test(arguments: ["00", "13", "99"])
    func `an impossible month is no expiry date`(month: String) throws {
        #expect(try read(Swipe("%B\(number)^AB^25\(month)101?")) != .refused(.paymentCard))
        #expect(try read(Swipe("", ";\(number)=25\(month)101?")).number == number)
    }

    @Test(arguments: [11, 20])
    func `a number shorter than 12 or longer than 19 digits makes no bank layout`(digits: Int) throws {
        let number = Synthetic.wrongNumber("9001", digits: digits)
        #expect(try read(Swipe("", ";\(number)=2512101?")).card != nil)
        #expect(try read(Swipe("%B\(number)^AB^2512101?")).card != nil)
    }

    @Test func `track 2 with expiry and service code is not own even with a short number`() throws {
        let card = try #require(try read(Swipe("", ";90010001=2512101?")).card)
        #expect(card.number == nil && card.foreignNumber == "…0001")
    }

    @Test(arguments: ["01", "02"], ["=", "280"])
    func `a bank's track 3 is refused by its layout`(format: String, country: String) throws {
        #expect(try read(Swipe("", "", ";\(format)5900000000000000000=\(country)9782000?")) == .refused(.paymentCard))
        #expect(try read(Swipe("", "", "+\(format)900100000000=\(country)9782?")) == .refused(.paymentCard))
    }

    @Test(arguments: ["03900100000000=2139782", "01900100000000=28097", "0190010000=", "01=2809782", "01900100000000=ABC9782"])
    func `a track 3 of another layout is not refused`(data: String) throws {
        #expect(try read(Swipe("", "", ";\(data)?")) != .refused(.paymentCard))
    }

    @Test(arguments: [
        ("4", 13), ("4", 16), ("4", 19), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15), ("300", 14), ("305", 14), ("309", 14),
        ("36", 14), ("38", 14), ("39", 14), ("6011", 16), ("622126", 16), ("622925", 16), ("644", 16), ("649", 16), ("65", 16), ("3528", 16), ("3589", 16),
        ("62", 19), ("50", 13), ("56", 13), ("69", 13), ("1", 15), ("2200", 16), ("2204", 16),
    ])
    func `a scheme's number with a valid check digit is refused on every track and with any check digit never taken as own`(prefix: String, digits: Int) throws
    {
        let good = Synthetic.number(prefix, digits: digits)
        let bad = Synthetic.wrongNumber(prefix, digits: digits)
        for swipe in [
            Swipe("%M\(good)^AB?"), Swipe("%\(good)?"), Swipe("%B\(good)?"), Swipe("", ";\(good)?"), Swipe("", ";\(good)=1?"), Swipe("", "", ";\(good)?"),
        ] {
            #expect(try read(swipe) == .refused(.paymentCard))
        }
        for swipe in [Swipe("%M\(bad)^AB?"), Swipe("", ";\(bad)?")] {
            let card = try #require(try read(swipe).card)
            #expect(card.number == nil && card.foreignNumber == "…" + bad.suffix(4))
        }
    }

    @Test(arguments: ["2220", "2721", "306", "3527", "3590", "7", "8", "9"])
    func `a number beside the schemes' ranges is not refused`(prefix: String) throws {
        #expect(try read(Swipe("", ";\(Synthetic.number(prefix, digits: 16))?")).card != nil)
    }

    @Test(arguments: [12, 20])
    func `a scheme's prefix with too few or too many digits is not refused`(digits: Int) throws {
        #expect(try read(Swipe("", ";\(Synthetic.number("4", digits: digits))?")).card != nil)
    }

    @Test func `a gift card that passes Luhn is taken in`() throws {
        let number = Synthetic.number("9826", digits: 16)
        #expect(CheckDigit.isValid(number))
        #expect(try read(Swipe("", ";\(number)?")).number == number)
    }

    @Test(arguments: ["604425", "636000", "636033", "636062"])
    func `a licence is refused as a licence though its layout is a bank's too`(issuer: String) throws {
        #expect(try read(Swipe("%CACITY^AB$CD^1 STREET^?", ";\(issuer)000000001=251219800101?")) == .refused(.licence))
        #expect(try read(Swipe("", ";\(issuer)0?")) == .refused(.licence))
    }

    @Test(arguments: ["604424", "604426", "635999", "636063"])
    func `issuers beside the licences' are not licences`(issuer: String) throws {
        #expect(try read(Swipe("", ";\(issuer)000?")) != .refused(.licence))
    }

    @Test(arguments: ["%", "#"])
    func `track 3 in the layout of licences is refused`(sentinel: String) throws {
        #expect(try read(Swipe("", "", "\(sentinel)1200000000 M 180?")) == .refused(.licence))
        var torn = Swipe("", "", "\(sentinel)1200000000 M 180?")
        torn.status = [1, 1, 0]
        #expect(try read(torn) == .refused(.licence))
    }

    @Test func `a card the reader calls a licence is refused unless it has an own number`() throws {
        var swipe = Swipe("%CACITY^AB$CD^1 STREET^?")
        swipe.encodeType = 1
        #expect(try read(swipe) == .refused(.licence))
        swipe = Swipe("%M9001^AB?")
        swipe.encodeType = 1
        #expect(try read(swipe).number == "9001")
    }

    @Test func `the programme's own range is accepted whatever the layout`() throws {
        let ranges = try CardRanges([CardRange(prefix: "9001", lengths: 16...16)])
        #expect(try read(Swipe("%B\(number)^AB^2512101?", ";\(number)=2512101?"), ranges: ranges).number == number)
        #expect(try read(Swipe("", "", ";01\(number)=2809782?"), ranges: ranges).number == number)
        #expect(try read(Swipe("", ";\(number)0=2512101?"), ranges: ranges) == .refused(.paymentCard))
    }

    @Test func `an own number does not cover a bank's track beside it`() throws {
        let ranges = try CardRanges([CardRange(prefix: "9001")])
        let bank = Synthetic.number("4", digits: 16)
        #expect(try read(Swipe("%M9001000000000012^AB?", ";\(bank)=2512101?"), ranges: ranges) == .refused(.paymentCard))
    }

    @Test func `a torn track does not save a bank's card`() throws {
        var swipe = Swipe("", ";\(number)=2512101?")
        swipe.status = [1, 0, 1]
        #expect(try read(swipe) == .refused(.paymentCard))
    }

    @Test(arguments: [("%M4001^AB?", "4001"), ("%4001?", "4001")])
    func `a short number of track 1 is own even when it starts with 4`(text: String, number: String) throws {
        #expect(try read(Swipe(text)).number == number)
    }
}

struct TextVerdictTests {
    private let rule = CardRule()

    @Test func `a payment number is refused however it is typed`() {
        let number = Synthetic.number("4", digits: 16)
        let groups = stride(from: 0, to: 16, by: 4).map { String(number.dropFirst($0).prefix(4)) }
        let persian = String(String.UnicodeScalarView(number.unicodeScalars.map { Unicode.Scalar($0.value - 0x30 + 0x06F0) ?? $0 }))
        for text in [number, " \(number)\r\n", groups.joined(separator: " "), groups.joined(separator: "-"), "A\(number)", persian, "code?\(number)"] {
            #expect(rule.verdict(onText: text) == .refused(.paymentCard))
        }
    }

    @Test func `track texts from a keyboard are judged as tracks`() {
        #expect(rule.verdict(onText: "%M9001^AB?;9001?") == .own(number: "9001"))
        #expect(rule.verdict(onText: "%M1^AB?;\(Synthetic.wrongNumber("9001", digits: 16))=2512101?") == .refused(.paymentCard))
        #expect(rule.verdict(onText: ";6360000000000=2512101?") == .refused(.licence))
        #expect(rule.verdict(onText: "%B900100000001^AB^2512101?") == .refused(.paymentCard))
    }

    @Test func `an own number is typed in any digits`() {
        #expect(rule.verdict(onText: "۹۰۰۱۰۰۱۲") == .own(number: "90010012"))
        #expect(rule.verdict(onText: "٩٠٠١ ٠٠١٢") == .own(number: "90010012"))
        #expect(rule.verdict(onText: "９００１００１２") == .own(number: "90010012"))
    }

    @Test func `a number of the programme's ranges is own with any first digit`() throws {
        let rule = CardRule(ranges: try CardRanges([CardRange(from: "7000", through: "7999", lengths: 8...8)]))
        #expect(rule.verdict(onText: "71230000") == .own(number: "71230000"))
        #expect(rule.verdict(onText: "712300001") == .noNumber)
        #expect(rule.verdict(onText: "80000000") == .noNumber)
    }

    @Test func `a payment number with a wrong check digit is foreign and masked`() {
        let number = Synthetic.wrongNumber("4", digits: 16)
        #expect(rule.verdict(onText: number) == .foreign(masked: "…" + number.suffix(4)))
    }

    @Test(arguments: ["", "?", "0912 000 0000", "SALE 50%", "12", "https://example.org/?a=1"])
    func `other text has no number`(text: String) {
        #expect(rule.verdict(onText: text) == .noNumber)
    }

    @Test func `a telephone number is not a card's`() {
        let number = Synthetic.number("49", digits: 13)
        for text in ["+\(number)", "+49 000-0000 0000", "+98 912 000 0000"] { #expect(rule.verdict(onText: text) == .noNumber) }
        #expect(rule.verdict(onText: "+\(Synthetic.number("4", digits: 16))") == .refused(.paymentCard))
        #expect(rule.verdict(onText: "+\(number)?") == .refused(.paymentCard))
    }

    @Test func `the barcode of a licence is refused`() {
        #expect(rule.verdict(onText: "@\n\u{1E}\rANSI 636000090002DL00410278") == .refused(.licence))
        #expect(rule.verdict(onText: "@\u{1E}ANSI636000090002DL00410278") == .refused(.licence))
        #expect(rule.verdict(onText: "@\n\u{1C}\rAAMVA6360000102DL") == .refused(.licence))
        #expect(rule.verdict(onText: "604425000000001") == .refused(.licence))
        #expect(rule.verdict(onText: "6360001") == .noNumber)
    }

    @Test func `goods in an EAN-13 symbol are not payment numbers`() {
        // A number whose check digit is right for both EAN and Luhn, as one in ten is.
        let candidates = (0..<1000).map { index in
            let payload = "500000000" + String(1000 + index).dropFirst()
            return payload + String(CheckDigit.digit(for: payload) ?? 0)
        }
        let both = candidates.first { number in
            let weighted = number.utf8.enumerated().map { index, digit in Int(digit - 48) * (index % 2 == 0 ? 1 : 3) }
            return weighted.reduce(0, +) % 10 == 0
        }
        let number = both ?? ""
        #expect(number.count == 13)
        #expect(rule.verdict(onText: number, aim: "]E0") == .noNumber)
        #expect(rule.verdict(onText: number, aim: "]C0") == .refused(.paymentCard))
        #expect(rule.verdict(onText: Synthetic.number("4", digits: 16), aim: "]E0") == .refused(.paymentCard))
    }

    @Test func `a verdict shows no number in descriptions and dumps`() {
        let verdict = rule.verdict(onText: "9001001234")
        var dumped = ""
        dump(verdict, to: &dumped)
        for text in ["\(verdict)", String(reflecting: verdict), dumped] { #expect(!text.contains("900100")) }
        #expect("\(verdict)" == "own …1234")
    }
}

struct WriterGateTests {
    private let rule = CardRule()

    @Test func `own layouts may be written, with sentinels or without`() {
        #expect(rule.mayEncode([.one: "M9001000000000012^AB", .two: "9001000000000012"]))
        #expect(rule.mayEncode([.one: "%M9001000000000012^AB?", .two: ";9001000000000012?", .three: ";9001=1?"]))
    }

    @Test func `a bank's layout is not written even in the programme's own range`() throws {
        let rule = CardRule(ranges: try CardRanges([CardRange(prefix: "9001")]))
        #expect(rule.refusal(toEncode: [.one: "B900100000000^AB^2512101"]) == .paymentCard)
        #expect(rule.refusal(toEncode: [.two: ";900100000000=2512101?"]) == .paymentCard)
        #expect(rule.refusal(toEncode: [.three: "01900100000000=2809782"]) == .paymentCard)
    }

    @Test func `a scheme's number is not written with any check digit, nor a licence's`() {
        #expect(rule.refusal(toEncode: [.two: Synthetic.number("4", digits: 16)]) == .paymentCard)
        #expect(rule.refusal(toEncode: [.one: "M" + Synthetic.wrongNumber("4", digits: 16)]) == .paymentCard)
        #expect(rule.refusal(toEncode: [.two: "636000000=1"]) == .licence)
        #expect(!rule.mayEncode([.one: "M9001", .two: "636000000=1"]))
    }
}
