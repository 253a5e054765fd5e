import LoyaltyModel
import LoyaltyWording
import Testing

@Suite struct FormattingTests {
    let english = Catalogue(.english)
    let persian = Catalogue(.persian)
    let chinese = Catalogue(.chinese)
    let russian = Catalogue(.russian)

    let rial = Currency(code: "IRR", minorDigits: 0)
    let yuan = Currency(code: "CNY", minorDigits: 2)
    let rouble = Currency(code: "RUB", minorDigits: 2)

    @Test func `English says one point and two points`() {
        #expect(english.format(Points(1)) == "1 point")
        #expect(english.format(Points(-1)) == "−1 point")
        #expect(english.format(Points(0)) == "0 points")
        #expect(english.format(Points(1200)) == "1,200 points")
    }

    @Test(arguments: [
        (0, "баллов"), (1, "балл"), (2, "балла"), (4, "балла"), (5, "баллов"), (11, "баллов"), (12, "баллов"), (14, "баллов"), (20, "баллов"), (21, "балл"),
        (22, "балла"), (100, "баллов"), (101, "балл"), (111, "баллов"), (112, "баллов"), (124, "балла"), (-3, "балла"), (-11, "баллов"),
    ])
    func `the Russian noun follows the number`(count: Int, noun: String) {
        #expect(russian.format(Points(count)).hasSuffix("\u{A0}" + noun))
    }

    @Test func `Russian groups with a narrow no-break space and has a decimal comma`() {
        #expect(russian.format(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(russian.format(Money(minor: 150_050), rouble) == "1\u{202F}500,50\u{A0}₽")
        #expect(russian.format(OffRate(millionths: 12_500)) == "1,25\u{A0}%")
    }

    @Test func `Persian has its own digits, separators and calendar, numbers isolated`() {
        #expect(persian.format(1_234_567) == "\u{2066}۱٬۲۳۴٬۵۶۷\u{2069}")
        #expect(persian.format(Money(minor: 19_050), yuan) == "\u{2066}۱۹۰٫۵۰\u{2069}\u{A0}\u{2066}CNY\u{2069}")
        #expect(persian.format(Money(minor: 1_000_000_000), rial) == "\u{2066}۱٬۰۰۰٬۰۰۰٬۰۰۰\u{2069}\u{A0}ریال")
        #expect(persian.format(Points(-60)) == "\u{2066}−۶۰\u{2069} امتیاز")
        #expect(persian.format(OffRate(millionths: 20_000)) == "\u{2066}۲٪\u{2069}")
    }

    @Test func `the longest number and the shortest amount are whole`() {
        #expect(english.format(Int.min) == "−9,223,372,036,854,775,808")
        #expect(persian.format(Int.min) == "\u{2066}−۹٬۲۲۳٬۳۷۲٬۰۳۶٬۸۵۴٬۷۷۵٬۸۰۸\u{2069}")
        #expect(english.format(Money(minor: -5), Currency(code: "XTS", minorDigits: 25)) == "XTS\u{A0}−0.0000000000000000000000005")
        #expect(english.format(Money(minor: 5), yuan).hasSuffix("0.05"))
        #expect(english.format(Money(minor: -100_005), yuan).hasSuffix("−1,000.05"))
        #expect(english.format(Money(minor: 999), rial).hasSuffix("\u{A0}999"))
    }

    @Test func `21 March 2011 is the first of Farvardin 1390`() throws {
        let day = try #require(Day("2011-03-21"))
        #expect(persian.format(day) == "\u{2066}۱۳۹۰/۰۱/۰۱\u{2069}")
        #expect(english.format(day) == "21 March 2011")
        #expect(chinese.format(day) == "2011年3月21日")
        #expect(russian.format(day) == "21.03.2011")
    }

    @Test(arguments: [
        (950_000, "9.5折"), (900_000, "9折"), (850_000, "8.5折"), (10_000, "0.1折"), (990_000, "9.9折"), (1_000_000, "100%"), (0, "0%"), (952_500, "95.25%"),
    ])
    func `what is paid is 折 in Chinese where it is a whole number of tenths`(millionths: Int, text: String) {
        #expect(chinese.format(PayRate(millionths: millionths)) == text)
    }

    @Test func `what is paid is per cent elsewhere, and a reduction is never 折`() {
        #expect(english.format(PayRate(millionths: 950_000)) == "95%")
        #expect(persian.format(PayRate(millionths: 950_000)) == "\u{2066}۹۵٪\u{2069}")
        #expect(chinese.format(OffRate(millionths: 50_000)) == "5%")
    }

    @Test func `money has exactly the decimals of its currency`() {
        #expect(english.format(Money(minor: 5), yuan) == "CNY\u{A0}0.05")
        #expect(english.format(Money(minor: -50), yuan) == "CNY\u{A0}−0.50")
        #expect(english.format(Money(minor: 499), rial) == "IRR\u{A0}499")
        #expect(chinese.format(Money(minor: 19_000), yuan) == "190.00元")
        #expect(chinese.format(Money(minor: 19_000), rouble) == "190.00\u{A0}RUB")
    }

    @Test func `the largest and smallest numbers there are can be written`() {
        #expect(english.format(Int.min) == "−9,223,372,036,854,775,808")
        #expect(english.format(Money(minor: .max), Currency(code: "XXX", minorDigits: 30)) == "XXX\u{A0}0.000000000009223372036854775807")
        #expect(english.format(Money(minor: 7), Currency(code: "XXX", minorDigits: -1)) == "XXX\u{A0}7")
    }

    @Test func `a card number keeps its length and has the language's digits`() {
        #expect(persian.digits("9001 2345") == "۹۰۰۱ ۲۳۴۵")
        #expect(persian.number("9001") == "\u{2066}۹۰۰۱\u{2069}")
        #expect(russian.digits("9001") == "9001")
        #expect(english.number("…9001") == "…9001")
        #expect(persian.digits("٣²") == "٣²")
    }
}
