extension CardInscription {
    /// The digits a code usually says: a number of sixteen and its seal.
    static let specimenCode = "0123456789012345678901"

    /// A card of nobody: “first name and surname” in the card's language, and a number that no club gives.
    public static func specimen(
        programme: String, tierName: String, rank: TierRank, language: CardLanguage, exampleMark: String? = nil
    ) -> CardInscription {
        CardInscription(
            programme: programme, tierName: tierName, rank: rank, memberName: language.sample.name, number: String(specimenCode.prefix(16)),
            code: specimenCode, language: language, exampleMark: exampleMark)
    }
}

extension CardLanguage {
    /// Words for a card of nobody.
    var sample: (programme: String, tier: String, name: String) {
        switch primary {
        case "fa": ("باشگاه مشتریان", "سیمین", "نام و نام خانوادگی")
        case "zh": ("会员俱乐部", "银卡", "会员姓名")
        case "ru": ("Клуб покупателей", "Серебряная", "Имя и фамилия")
        default: ("Members’ club", "Silver", "First name, surname")
        }
    }
}
