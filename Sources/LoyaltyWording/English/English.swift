import LoyaltyModel

/// English, as spoken at a till.
struct English: Tongue {
    let numerals = Numerals()

    func points(_ count: Int) -> String { numerals.whole(count) + (count.magnitude == 1 ? " point" : " points") }

    func money(_ amount: String, currency: String) -> String { "\(currency)\u{A0}\(amount)" }

    func day(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.gregorian
        return "\(dayOfMonth) \(Self.months[month - 1]) \(year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
