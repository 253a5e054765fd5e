import LoyaltyModel

/// Russian, as spoken at a till.
struct Russian: Tongue {
    let numerals = Numerals(group: "\u{202F}", point: ",", percentSign: "\u{A0}%")

    func points(_ count: Int) -> String { "\(numerals.whole(count))\u{A0}\(Self.noun(for: count.magnitude, one: "балл", few: "балла", many: "баллов"))" }

    func money(_ amount: String, currency: String) -> String { "\(amount)\u{A0}\(currency == "RUB" ? "₽" : currency)" }

    func day(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.gregorian
        return [dayOfMonth, month].map { $0 < 10 ? "0\($0)." : "\($0)." }.joined() + String(year)
    }

    /// The form a noun takes after a number: 1, 21, 101 балл; 2–4, 22–24 балла; 0, 5–20, 111 баллов (CLDR plural rules).
    static func noun(for count: UInt, one: String, few: String, many: String) -> String {
        switch (count % 10, count % 100) {
        case (_, 11...14): many
        case (1, _): one
        case (2...4, _): few
        default: many
        }
    }
}
