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
    var given: String {
        say(
            "Given by the owner: the text does not publish it", "تعیین‌شده از سوی مالک: در متن نیامده است", "由店主确定:原文未公布",
            "Задано владельцем: в тексте не опубликовано")
    }
    var warnings: String { say("To be considered", "درخور توجه", "请注意", "Обратите внимание") }
    var notOffered: String { say("not offered", "ارائه نمی‌شود", "不提供", "не предлагается") }
    var unknown: String { say("unknown", "نامعلوم", "未公布", "не указано") }
    var semicolon: String { say("; ", "؛ ", ";", "; ") }
    var noDate: String { say("the text has no date", "متن تاریخ ندارد", "原文无日期", "в тексте нет даты") }
    var calendar: String { say("days by", "تقویم و منطقه زمانی", "日历与时区", "календарь и часовой пояс") }
    var currency: String { say("money", "واحد پول", "货币", "валюта") }
    func every(_ calendar: BirthdayCalendar, _ month: String, _ day: String) -> String {
        switch calendar {
        case .gregorian:
            say(
                "every year, day \(day) of month \(month)", "هر سال، روز \(day) ماه \(month) میلادی", "每年\(month)月\(day)日",
                "ежегодно, \(day)-й день \(month)-го месяца")
        case .iranian:
            say(
                "every year, day \(day) of month \(month) of the Iranian calendar", "هر سال، روز \(day) ماه \(month)", "每年伊朗历\(month)月\(day)日",
                "ежегодно, \(day)-й день \(month)-го месяца иранского календаря")
        case .chinese:
            say(
                "every year, day \(day) of lunar month \(month)", "هر سال، روز \(day) ماه قمری چینی \(month)", "每年农历\(month)月\(day)日",
                "ежегодно, \(day)-й день \(month)-го лунного месяца")
        }
    }
    var internalNumber: String { say("internal number", "شماره داخلی", "内部号码", "внутренний номер") }
    var cards: String { say("card numbers", "شماره کارت", "卡号", "номера карт") }
    var totals: String {
        say("taken off in all, by months without a visit", "جمع کسر امتیاز به ماه‌های عدم مراجعه", "按未到店月数累计扣分", "всего списано к концу месяца")
    }
    func system(_ system: ClubCalendar.System) -> String {
        switch system {
        case .gregorian: say("Gregorian calendar", "تقویم میلادی", "公历", "григорианский календарь")
        case .iranian: say("Iranian calendar", "تقویم هجری شمسی", "伊朗历", "иранский календарь")
        }
    }
    func cardNumbers(_ prefix: String, _ digits: String) -> String {
        say("\(prefix)…, \(digits) digits", "\(prefix)…، \(digits) رقم", "\(prefix)…,共\(digits)位", "\(prefix)…, знаков: \(digits)")
    }
    var comma: String { say(", ", "، ", "、", ", ") }

    func each(_ points: String) -> String { say("\(points) each", "هر یک \(points)", "每件\(points)", "\(points) за каждую") }
    func band(_ from: String, _ through: String) -> String { say("\(from)–\(through)", "\(from) تا \(through)", "\(from)–\(through)", "\(from)–\(through)") }
    func andUp(_ from: String) -> String { say("\(from) and up", "\(from) و بالاتر", "\(from)以上", "\(from) и больше") }
    func recruits(_ count: String) -> String { say("recruits: \(count)", "معرفی‌شدگان: \(count)", "发展会员\(count)人", "приглашено: \(count)") }
    func off(_ rate: String) -> String { say("\(rate) off", "\(rate) تخفیف", "减\(rate)", "скидка \(rate)") }
    func pays(_ rate: String) -> String { say("\(rate) paid", "پرداخت \(rate)", "付\(rate)", "к оплате \(rate)") }
    func days(_ count: String) -> String { say("days: \(count)", "\(count) روز", "\(count)天", "дней: \(count)") }

    func months(_ from: String, _ through: String) -> String {
        say("months \(from)–\(through)", "ماه \(from) تا \(through)", "第\(from)–\(through)个月", "месяцы \(from)–\(through)")
    }
    func atMost(_ amount: String) -> String { say("at most \(amount)", "حداکثر \(amount)", "最多\(amount)", "не более \(amount)") }
    func monthly(_ points: String) -> String { say("\(points) a month", "ماهی \(points)", "每月\(points)", "\(points) в месяц") }
    func takenBack(_ days: String) -> String {
        say("returned within \(days) days: not counted", "بازگشت تا \(days) روز: شمرده نمی‌شود", "\(days)天内退货不计", "возврат в течение \(days) дн.: не считается")
    }
    func withinMonths(_ count: String) -> String {
        say("within \(count) months", "تا \(count) ماه", "\(count)个月内", "в пределах \(count) месяцев")
    }
    func hours(_ count: String) -> String { say("no food for \(count) h", "\(count) ساعت ناشتا", "空腹\(count)小时", "\(count) ч натощак") }
    func minutes(_ count: String) -> String { say("\(count) min", "\(count) دقیقه", "\(count)分钟", "\(count) мин") }
    func daily(_ count: String) -> String { say("at least \(count) a day", "دست‌کم \(count) در روز", "每日至少\(count)名", "не менее \(count) в день") }

    func text(_ warning: ProgrammeSheet.Warning) -> String {
        switch warning {
        case .recruitsAndPurchase:
            say(
                "Recruits are rewarded and joining takes a purchase: Article 7 of China’s Regulation on the Prohibition of Pyramid Selling names both. Take advice.",
                "پاداش معرفی با شرط خرید همراه است: ماده ۷ مقررات منع فروش هرمی چین هر دو را نام می‌برد. مشورت کنید.",
                "发展会员有奖励,而入会须先购买:《禁止传销条例》第七条涉及这两点,请咨询法律意见。",
                "За приглашённых полагается награда, а вступление требует покупки: статья 7 китайского Положения о запрете пирамид называет и то и другое. Посоветуйтесь с юристом."
            )
        case .recruitsAndFee:
            say(
                "Recruits are rewarded and joining costs a fee: Article 7 of China’s Regulation on the Prohibition of Pyramid Selling names both. Take advice.",
                "پاداش معرفی با حق عضویت همراه است: ماده ۷ مقررات منع فروش هرمی چین هر دو را نام می‌برد. مشورت کنید.",
                "发展会员有奖励,而入会须缴费:《禁止传销条例》第七条涉及这两点,请咨询法律意见。",
                "За приглашённых полагается награда, а вступление платное: статья 7 китайского Положения о запрете пирамид называет и то и другое. Посоветуйтесь с юристом."
            )
        case .recruitsInDepth:
            say(
                "Recruits of recruits are rewarded too: Article 7 of China’s Regulation on the Prohibition of Pyramid Selling names it. Take advice.",
                "معرفی‌شدگانِ معرفی‌شدگان هم پاداش می‌آورند: ماده ۷ مقررات منع فروش هرمی چین آن را نام می‌برد. مشورت کنید.",
                "间接发展的会员也有奖励:《禁止传销条例》第七条涉及这一点,请咨询法律意见。",
                "Награда полагается и за приглашённых вторым кругом: это называет статья 7 китайского Положения о запрете пирамид. Посоветуйтесь с юристом.")
        }
    }

    private func say(_ english: String, _ persian: String, _ chinese: String, _ russian: String) -> String {
        switch language {
        case .english, .pseudo: english
        case .persian: persian
        case .chinese: chinese
        case .russian: russian
        }
    }
}
