import LoyaltyModel

/// Persian, as spoken at a till: right to left, Persian digits, the Iranian calendar.
struct Persian: Tongue {
    let numerals = Numerals(zero: "۰", group: "٬", point: "٫", percentSign: "٪", isIsolated: true)

    func points(_ count: Int) -> String { "\(numerals.whole(count)) امتیاز" }

    func money(_ amount: String, currency: String) -> String { "\(amount)\u{A0}\(currency == "IRR" ? "ریال" : Isolate.leftToRight(currency))" }

    func day(_ day: Day) -> String { numerals.wrapped(numerals.localized(IranianDate(day).description)) }

    func isolated(_ words: String) -> String { Isolate.firstStrong(Isolate.withoutControls(words)) }
}
