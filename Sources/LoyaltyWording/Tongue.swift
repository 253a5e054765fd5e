import LoyaltyModel

/// What a language has to bring: its sentences with their gaps, and how it writes numbers, money and days.
protocol Tongue: Sendable {
    /// A sentence with gaps written `{name}`; the order of the gaps is the language's own.
    func sentence(_ key: PhraseKey) -> String
    /// What is wrong and the way out, with gaps.
    func advice(on code: TroubleCode) -> Advice
    /// What a device has to say.
    func advice(on condition: DeviceCondition) -> Advice
    /// A label.
    func label(_ key: ScreenKey) -> String

    /// How whole and decimal numbers are written.
    var numerals: Numerals { get }
    /// The two parts of an advice in one line.
    func join(_ advice: Advice) -> String
    /// A number of points with its noun.
    func points(_ count: Int) -> String
    /// A written amount with the word for its currency.
    func money(_ amount: String, currency: String) -> String
    /// A day as people here write it.
    func day(_ day: Day) -> String
    /// What is taken off a price.
    func reduction(_ rate: OffRate) -> String
    /// What is paid of a price.
    func payment(_ rate: PayRate) -> String
    /// Somebody's name or the table's words, kept apart from the text around them.
    func isolated(_ words: String) -> String
}

extension Tongue {
    func join(_ advice: Advice) -> String { advice.remedy.isEmpty ? advice.problem : "\(advice.problem) \(advice.remedy)" }

    func reduction(_ rate: OffRate) -> String { numerals.percent(millionths: rate.millionths) }

    func payment(_ rate: PayRate) -> String { numerals.percent(millionths: rate.millionths) }

    func isolated(_ words: String) -> String {
        let clean = Isolate.withoutControls(words)
        return Isolate.hasRightToLeftLetters(clean) ? Isolate.firstStrong(clean) : clean
    }
}
