extension English {
    /// The labels of the members' own screen; nil for others.
    func kioskLabel(_ key: ScreenKey) -> String? {
        switch key {
        case .kioskInvitation: "Swipe or scan your card"
        case .kioskHello: "Hello,"
        case .kioskYourPoints: "Your points"
        case .kioskYourTier: "Your tier"
        case .kioskNextTier: "The next tier"
        case .kioskGives: "It gives you"
        case .kioskTop: "You have reached the highest tier."
        case .kioskYourBenefits: "What your tier gives you"
        case .kioskLatest: "Latest entries"
        case .kioskOnRequest: "ask for it"
        case .kioskPaidThrough: "Membership paid through"
        case .kioskDone: "I am done"
        case .kioskPrint: "Print my statement"
        case .kioskPrinted: "Your statement is coming out of the printer."
        case .kioskNotPrinted: "The statement could not be printed. Please ask a member of staff."
        case .kioskType: "Type the number of my card"
        case .kioskDigits: "The number on your card"
        case .kioskDelete: "Delete the last digit"
        case .kioskShow: "Show my points"
        case .kioskClearsIn: "Seconds until this screen is cleared"
        case .kioskStay: "Touch the screen if you need more time."
        case .kioskCleared: "The screen was cleared."
        case .kioskReaderGone: "The card reader is away. The screen was cleared."
        case .kioskNoReader: "The card reader is not ready. Please ask a member of staff."
        case .kioskSwipeAgain: "The card was not read. Swipe it again at a steady speed."
        case .kioskNotShown: "This card cannot be shown here. Please ask a member of staff."
        case .kioskPaymentCard: "That is not a member card; nothing of it was kept. Use your member card."
        case .kioskProgress: "The way to the next tier"
        case .kioskPending: "Of these, not to be used yet"
        default: nil
        }
    }
}
