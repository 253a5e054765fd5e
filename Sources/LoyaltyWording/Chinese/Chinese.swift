import LoyaltyModel

/// Simplified Chinese, as spoken at a till.
struct Chinese: Tongue {
    let numerals = Numerals()

    func join(_ advice: Advice) -> String { advice.problem + advice.remedy }

    func points(_ count: Int) -> String { "\(numerals.whole(count))积分" }

    func money(_ amount: String, currency: String) -> String { currency == "CNY" ? "\(amount)元" : "\(amount)\u{A0}\(currency)" }

    func day(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.gregorian
        return "\(year)年\(month)月\(dayOfMonth)日"
    }

    /// 9.5折 is what is paid, 95 % of the price (SH-08); 折 is said of 0.1 to 9.9 tenths.
    func payment(_ rate: PayRate) -> String {
        let (tenths, rest) = rate.millionths.quotientAndRemainder(dividingBy: 10_000)
        guard rest == 0, (1...99).contains(tenths) else { return numerals.percent(millionths: rate.millionths) }
        return numerals.trimmed(tenths, places: 1) + "折"
    }
}
