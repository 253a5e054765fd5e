internal import LoyaltyModel

/// The sheet's own words in each language.
struct SheetWords {
    private let language: Language

    init(_ language: Language) { self.language = language }

    var example: String {
        say("example figures, not published by the club", "ارقام نمونه، از سوی باشگاه منتشر نشده", "示例数字,并非公布的规定", "примерные значения, клубом не опубликованы")
    }
    var version: String { say("version", "نسخه", "版本", "редакция") }
    var source: String { say("source", "مأخذ", "来源", "источник") }
    var inForceFrom: String { say("in force from", "از تاریخ", "生效日期", "действует с") }
    var questions: String {
        say(
            "What the text leaves open, and the answer in force", "آنچه متن روشن نمی‌کند و پاسخ کنونی", "原文未定事项及现行处理",
            "Что в тексте не решено и какой ответ действует")
    }
    var or: String { say("or", "یا", "或", "или") }
    var missing: String {
        say(
            "Missing: the text does not publish it, and no setting gives it", "کسری: در متن نیامده و تنظیم نشده است", "缺少:原文未公布,设置中也未给出",
            "Не хватает: в тексте не опубликовано и в настройках не задано")
    }
    var warnings: String { say("To be considered", "درخور توجه", "请注意", "Обратите внимание") }
    var notOffered: String { say("not offered", "ارائه نمی‌شود", "不提供", "не предлагается") }
    var unknown: String { say("unknown", "نامعلوم", "未公布", "не указано") }
    var comma: String { say(", ", "، ", "、", ", ") }

    func each(_ points: String) -> String { say("\(points) each", "هر یک \(points)", "每件\(points)", "\(points) за каждую") }
    func band(_ from: String, _ through: String) -> String { say("\(from)–\(through)", "\(from) تا \(through)", "\(from)–\(through)", "\(from)–\(through)") }
    func andUp(_ from: String) -> String { say("\(from) and up", "\(from) و بالاتر", "\(from)以上", "от \(from)") }
    func recruits(_ count: String) -> String { say("recruits: \(count)", "معرفی‌شدگان: \(count)", "发展会员\(count)人", "приглашено: \(count)") }
    func off(_ rate: String) -> String { say("\(rate) off", "\(rate) تخفیف", "减\(rate)", "скидка \(rate)") }
    func pays(_ rate: String) -> String { say("\(rate) paid", "پرداخت \(rate)", "付\(rate)", "к оплате \(rate)") }
    func days(_ count: String) -> String { say("days: \(count)", "\(count) روز", "\(count)天", "дней: \(count)") }

    func text(_ warning: ProgrammeSheet.Warning) -> String {
        switch warning {
        case .recruitsAndPurchase:
            say(
                "Recruits are rewarded and joining takes a purchase: Article 7 of China’s Regulation on the Prohibition of Pyramid Selling names both. Take advice.",
                "پاداش معرفی با شرط خرید همراه است: ماده ۷ مقررات منع فروش هرمی چین هر دو را نام می‌برد. مشورت کنید.",
                "发展会员有奖励,而入会须先购买:《禁止传销条例》第七条涉及这两点,请咨询法律意见。",
                "За приглашённых полагается награда, а вступление требует покупки: статья 7 китайского Положения о запрете пирамид называет и то и другое. Посоветуйтесь с юристом."
            )
        }
    }

    private func say(_ english: String, _ persian: String, _ chinese: String, _ russian: String) -> String {
        switch language {
        case .english: english
        case .persian: persian
        case .chinese: chinese
        case .russian: russian
        }
    }
}
