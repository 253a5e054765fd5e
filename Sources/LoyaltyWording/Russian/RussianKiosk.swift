extension Russian {
    /// The labels of the members' own screen; nil for others.
    func kioskLabel(_ key: ScreenKey) -> String? {
        switch key {
        case .kioskInvitation: "Проведите или отсканируйте карту"
        case .kioskHello: "Здравствуйте,"
        case .kioskYourPoints: "Ваши баллы"
        case .kioskYourTier: "Ваш уровень"
        case .kioskNextTier: "Следующий уровень"
        case .kioskGives: "Он даёт вам"
        case .kioskTop: "У вас высший уровень."
        case .kioskYourBenefits: "Что даёт ваш уровень"
        case .kioskLatest: "Последние записи"
        case .kioskOnRequest: "по вашей просьбе"
        case .kioskPaidThrough: "Членство оплачено по"
        case .kioskDone: "Готово"
        case .kioskPrint: "Напечатать выписку"
        case .kioskPrinted: "Ваша выписка выходит из принтера."
        case .kioskNotPrinted: "Выписку не удалось напечатать. Обратитесь к сотруднику."
        case .kioskType: "Набрать номер моей карты"
        case .kioskDigits: "Номер на вашей карте"
        case .kioskDelete: "Стереть последнюю цифру"
        case .kioskShow: "Показать мои баллы"
        case .kioskClearsIn: "Секунд до очистки экрана"
        case .kioskStay: "Если нужно больше времени, коснитесь экрана."
        case .kioskCleared: "Экран очищен."
        case .kioskReaderGone: "Считыватель отключён. Экран очищен."
        case .kioskNoReader: "Считыватель не готов. Обратитесь к сотруднику."
        case .kioskSwipeAgain: "Карта не прочиталась. Проведите её ещё раз, ровно и не спеша."
        case .kioskNotShown: "Эту карту здесь показать нельзя. Обратитесь к сотруднику."
        case .kioskPaymentCard: "Это не карта клуба, ничего с неё не сохранено. Проведите карту клуба."
        case .kioskProgress: "Путь до следующего уровня"
        case .kioskPending: "Из них пока нельзя потратить"
        default: nil
        }
    }
}
