import LoyaltyModel

@testable import LoyaltyWording

extension PhraseGap {
    /// A value of the kind.
    var sample: PhraseValue {
        switch self {
        case .points: .points(Points(1234))
        case .money: .money(Money(minor: 567_800), Currency(code: "XTS", minorDigits: 2))
        case .count: .count(42)
        case .day: .day(Day(serial: 15_054))
        case .reduction: .reduction(OffRate(millionths: 20_000))
        case .payment: .payment(PayRate(millionths: 950_000))
        case .words: .words(Wording(["en": "gold", "fa": "طلایی", "zh": "金卡", "ru": "золотой"]))
        case .name: .name("M. N.")
        }
    }

    /// The kind of a value.
    init(_ value: PhraseValue) {
        self =
            switch value {
            case .points: .points
            case .money: .money
            case .count: .count
            case .day: .day
            case .reduction: .reduction
            case .payment: .payment
            case .words: .words
            case .name: .name
            }
    }
}

/// Every text of a language as it stands in the catalogue, gaps unfilled.
func allTexts(in language: Language) -> [String] {
    let tongue = Catalogue(language).tongue
    let advice = TroubleCode.allCases.map(tongue.advice(on:)) + DeviceCondition.allCases.map(tongue.advice(on:))
    return PhraseKey.allCases.map(tongue.sentence) + ScreenKey.allCases.map(tongue.label) + advice.flatMap { [$0.problem, $0.remedy] }.filter { !$0.isEmpty }
}
