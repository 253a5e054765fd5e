extension Persian {
    /// The labels of the members' own screen; nil for others.
    func kioskLabel(_ key: ScreenKey) -> String? {
        switch key {
        case .kioskInvitation: "کارت خود را بکشید یا اسکن کنید"
        case .kioskHello: "سلام،"
        case .kioskYourPoints: "امتیاز شما"
        case .kioskYourTier: "سطح شما"
        case .kioskNextTier: "سطح بعدی"
        case .kioskGives: "آنچه به شما می‌دهد"
        case .kioskTop: "به بالاترین سطح رسیده‌اید."
        case .kioskYourBenefits: "مزایای سطح شما"
        case .kioskLatest: "آخرین رویدادها"
        case .kioskOnRequest: "با درخواست شما"
        case .kioskPaidThrough: "حق عضویت پرداخت شده تا"
        case .kioskDone: "کارم تمام شد"
        case .kioskPrint: "چاپ صورت‌حساب من"
        case .kioskPrinted: "صورت‌حساب شما از چاپگر بیرون می‌آید."
        case .kioskNotPrinted: "صورت‌حساب چاپ نشد. لطفاً از همکاران ما بپرسید."
        case .kioskType: "شمارهٔ کارتم را وارد می‌کنم"
        case .kioskDigits: "شمارهٔ روی کارت شما"
        case .kioskDelete: "پاک کردن رقم آخر"
        case .kioskShow: "امتیازم را نشان بده"
        case .kioskClearsIn: "ثانیه تا پاک شدن این صفحه"
        case .kioskStay: "اگر وقت بیشتری می‌خواهید، صفحه را لمس کنید."
        case .kioskCleared: "صفحه پاک شد."
        case .kioskReaderGone: "کارت‌خوان جدا شده است. صفحه پاک شد."
        case .kioskNoReader: "کارت‌خوان آماده نیست. لطفاً از همکاران ما بپرسید."
        case .kioskSwipeAgain: "کارت خوانده نشد. دوباره و با سرعت یکنواخت بکشید."
        case .kioskNotShown: "این کارت اینجا نشان داده نمی‌شود. لطفاً از همکاران ما بپرسید."
        case .kioskPaymentCard: "این کارت عضویت نیست و چیزی از آن نگه داشته نشد. کارت عضویت خود را بکشید."
        case .kioskProgress: "راه تا سطح بعدی"
        case .kioskPending: "از این مقدار، هنوز قابل استفاده نیست"
        default: nil
        }
    }
}
