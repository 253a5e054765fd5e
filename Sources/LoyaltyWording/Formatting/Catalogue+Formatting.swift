public import LoyaltyModel

extension Catalogue {
    /// What stands in a gap.
    public func format(_ value: PhraseValue) -> String {
        switch value {
        case .points(let points): format(points)
        case .money(let amount, let currency): format(amount, currency)
        case .count(let count): format(count)
        case .day(let day): format(day)
        case .reduction(let rate): format(rate)
        case .payment(let rate): format(rate)
        case .words(let wording): tongue.isolated(wording.text(in: language))
        case .name(let name): tongue.isolated(name)
        }
    }

    /// Points with their noun: 1 point, 60 points.
    public func format(_ points: Points) -> String { tongue.points(points.count) }

    /// An amount with all decimals of its currency and the currency's word, or its ISO 4217 code where the language has no word.
    public func format(_ amount: Money, _ currency: Currency) -> String {
        tongue.money(tongue.numerals.fixed(amount.minor, places: currency.minorDigits), currency: currency.code)
    }

    /// A whole number.
    public func format(_ count: Int) -> String { tongue.numerals.whole(count) }

    /// A date in the reader's calendar.
    public func format(_ day: Day) -> String { tongue.day(day) }

    /// What is taken off a price, in per cent.
    public func format(_ reduction: OffRate) -> String { tongue.reduction(reduction) }

    /// What is paid of a price: in Chinese 折 where it is a whole number of tenths of one, otherwise per cent.
    public func format(_ payment: PayRate) -> String { tongue.payment(payment) }

    /// ASCII digits in the language's digits, nothing else changed and no isolate: for card numbers and clocks.
    public func digits(_ text: String) -> String { tongue.numerals.localized(text) }

    /// A card number, telephone number or time among words: the language's digits, isolated in right-to-left text.
    public func number(_ text: String) -> String { tongue.numerals.wrapped(digits(text)) }
}
