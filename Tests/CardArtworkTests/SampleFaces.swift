import CardArtwork

/// Made-up cards in every language we print, with every rank.
enum SampleFaces {
    static let number = "9001234567890128"
    static let longCode = "9001234567890128123456"

    static func face(
        _ language: String = "en", programme: String = "Harbour Club", tier: String = "Silver", rank: TierRank = TierRank(1, of: 3), name: String = "Anna M.",
        number: String = number, code: String = number, notice: String? = nil, exampleMark: String? = nil
    ) -> CardFace {
        CardFace(
            programme: programme, tierName: tier, rank: rank, memberName: name, number: number, code: code, language: CardLanguage(language), notice: notice,
            exampleMark: exampleMark)
    }

    static let all = [
        face("fa", programme: "باشگاه مشتریان", tier: "سپید", rank: TierRank(0, of: 3), name: "سپهر ر. می‌رود", notice: "این کارت قابل انتقال به غیر نیست"),
        face("fa", programme: "باشگاه Harbour", tier: "VIP طلایی", rank: TierRank(2, of: 3), name: "Anna-Maria O. (Dr.)", code: longCode, exampleMark: "نمونه"),
        face("zh-Hans", programme: "商友会员俱乐部", tier: "金卡", rank: TierRank(2, of: 3), name: "阿卜杜热依木·买买提", notice: "本卡仅限本人使用", exampleMark: "示例"),
        face("zh-Hant", programme: "商友會員俱樂部", tier: "銀卡", rank: TierRank(1, of: 3), name: "龍某", code: longCode),
        face(
            "ru", programme: "Клуб клиентов", tier: "Бриллиант", rank: TierRank(3, of: 4), name: "Семён Щ.", notice: "Карта не передаётся другому лицу",
            exampleMark: "ПРИМЕР"),
        face(
            "kk", programme: "Клиенттер клубы", tier: "Алтын", rank: TierRank(2, of: 4), name: "Әйгерім Қ. Өтеғұлқызы", number: "900123456789",
            code: "900123456789"),
        face(
            "en", rank: TierRank(0, of: 1), name: "Łukasz Ž. Österreicher-Nuñez von und zu Hohenfels-Überlingen am Bodensee",
            notice: "This card is not transferable"),
        face(
            "fa", tier: "سیمین", name: "نرگس‌سادات میرمحمدصادقی اصفهانی‌نژاد تهرانی‌مقدم کرمانشاهی‌اصل", number: longCode,
            notice: "این کارت قابل انتقال به غیر نیست"),
    ]
}
