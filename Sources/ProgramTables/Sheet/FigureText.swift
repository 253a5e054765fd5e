internal import LoyaltyModel
internal import LoyaltyRules
internal import LoyaltyWording

/// Writes the figures of a row the reader's way.
struct FigureText {
    private let programme: Programme
    private let language: Language
    private let catalogue: Catalogue
    private let words: SheetWords

    init(_ programme: Programme, _ language: Language) {
        self.programme = programme
        self.language = language
        catalogue = Catalogue(language)
        words = SheetWords(language)
    }

    func text(_ value: PublishedRow.Value) -> String {
        switch value {
        case .points(let points): catalogue.format(points)
        case .pointsEach(let points): words.each(catalogue.format(points))
        case .pointsBand(let from, let through?): words.band(catalogue.format(from.count), catalogue.format(through))
        case .pointsBand(let from, nil): words.andUp(catalogue.format(from))
        case .spendRate(let rate): "\(catalogue.format(rate.points)) / \(money(rate.per))"
        case .recruits(let count): words.recruits(catalogue.format(count))
        case .off(let rate): words.off(catalogue.format(rate))
        case .pays(let rate): words.pays(catalogue.format(rate))
        case .money(let amount): money(amount)
        case .day(let day): self.day(day)
        case .days(let count): words.days(catalogue.format(count))
        case .tiers(let tiers): tiers.map { programme.ladder.name(of: $0).text(in: language) }.joined(separator: words.comma)
        case .words(let text): text
        case .festivals(let festivals): festivals.map { "\($0.name.text(in: language)) \(day($0.day))" }.joined(separator: words.comma)
        case .gifts(let gifts): gifts.map { "\($0.name.text(in: language)) \(catalogue.format($0.points))" }.joined(separator: words.comma)
        case .notOffered: words.notOffered
        case .unknown(let key): "\(words.unknown) (\(key))"
        }
    }

    /// A day in the club's calendar, and in the reader's where that is another.
    func day(_ day: Day) -> String {
        let readers = catalogue.format(day)
        guard programme.calendar.system == .iranian, language != .persian else { return readers }
        return "\(IranianDate(day)) (\(readers))"
    }

    private func money(_ amount: Money) -> String { catalogue.format(amount, programme.currency) }
}
