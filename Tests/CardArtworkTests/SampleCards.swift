import PrinterFormats
import Testing

@testable import CardArtwork

/// Made-up cards in every language we print, with every rank.
enum SampleCards {
    static let number = "9001234567890128"
    static let longCode = "9001234567890128123456"

    static func card(
        _ language: String = "en", programme: String = "Harbour Club", tier: String = "Silver", rank: TierRank = TierRank(1, of: 3), name: String = "Anna M.",
        number: String = number, code: String = number, exampleMark: String? = nil
    ) -> CardInscription {
        CardInscription(
            programme: programme, tierName: tier, rank: rank, memberName: name, number: number, code: code, language: CardLanguage(language),
            exampleMark: exampleMark)
    }

    static let all = [
        card("fa", programme: "باشگاه مشتریان", tier: "سپید", rank: TierRank(0, of: 3), name: "سپهر ر. می‌رود"),
        card("fa", programme: "باشگاه Harbour", tier: "VIP طلایی", rank: TierRank(2, of: 3), name: "Anna-Maria O. (Dr.)", code: longCode, exampleMark: "نمونه"),
        card("zh-Hans", programme: "商友会员俱乐部", tier: "金卡", rank: TierRank(2, of: 3), name: "阿卜杜热依木·买买提", exampleMark: "示例"),
        card("zh-Hant", programme: "商友會員俱樂部", tier: "銀卡", rank: TierRank(1, of: 3), name: "龍某", code: longCode),
        card("ru", programme: "Клуб клиентов", tier: "Бриллиант", rank: TierRank(3, of: 4), name: "Семён Щ.", exampleMark: "ПРИМЕР"),
        card(
            "kk", programme: "Клиенттер клубы", tier: "Алтын", rank: TierRank(2, of: 4), name: "Әйгерім Қ. Өтеғұлқызы", number: "900123456789",
            code: "900123456789"),
        card("en", rank: TierRank(0, of: 1), name: "Łukasz Ž. Österreicher-Nuñez von und zu Hohenfels-Überlingen am Bodensee"),
        card(
            "fa", tier: "سیمین", name: "نرگس‌سادات میرمحمدصادقی اصفهانی‌نژاد تهرانی‌مقدم کرمانشاهی‌اصل", number: longCode),
    ]
}

extension CardInscription {
    /// For a test that fails: which card it was.
    var testDescription: String { "\(language.tag), \(tierName), \(memberName)" }
}

extension CardRenderer {
    /// A card on the house's face of its rank.
    func draw(_ card: CardInscription, at resolution: CardResolution) throws -> CardDrawing {
        try draw(card, on: FaceShelf.shipped.houseFront(rank: card.rank), at: resolution)
    }

    func render(_ card: CardInscription, at resolution: CardResolution) throws -> Bitmap { try draw(card, at: resolution).bitmap }

    func render(_ card: CardInscription, for printer: PrinterProfile) throws -> FittedBitmap {
        try render(card, on: FaceShelf.shipped.houseFront(rank: card.rank), for: printer)
    }
}
