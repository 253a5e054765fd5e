import Hummingbird
import LoyaltyModel

extension TroubleCode {
    /// The HTTP status of a no: 400 for a message that cannot be read, 404 for what is not there, 409 for what clashes with what is there,
    /// 401 and 403 for who may not, 429 for who has to wait, 422 for what the programme refuses, 503 for what somebody has to put right first.
    var status: HTTPResponse.Status {
        switch self {
        case .bodyMalformed, .keyMissing: .badRequest
        case .cardUnknown, .cardNotShown, .memberUnknown, .ticketUnknown, .requestUnknown, .jobUnknown, .giftUnknown, .notFound: .notFound
        case .memberExists, .phoneTaken, .ticketNotYours, .ticketExists, .alreadyVoided, .voidAfterReturn, .keyReused, .priceChanged, .requestExists,
            .requestDecided,
            .jobOpen, .jobWrongState, .firstIssueDone, .printRunning, .exchangeLapsed, .dealingExists, .giftOutOfStock, .requestUndecided:
            .conflict
        case .paymentCardRefused, .licenceRefused, .encryptingReader, .swipeAgain, .scanAgain, .checkDigitWrong, .codeNotGenuine, .cardOfAnotherProgramme,
            .cardReplaced, .cardLost, .cardNotActive, .cardSpoiled, .wrongCardOld, .wrongCardAnothers, .wrongCardSpoiled, .readBackByReader, .stripeNotWritten,
            .recruiterUnknown, .introducerUnknown, .purchaseNeeded, .fieldMissing, .fieldWrong, .ticketEmpty,
            .quantityWrong, .amountWrong, .lineRepeated, .lineUnknown, .returnTooLarge, .pointsCannotPay, .storedValueNotOffered, .feeNotOffered,
            .benefitUnknown, .tierHasNotBenefit, .wrongCard, .notTheOldCard, .exceptionNeedsPermission, .noExchangeDue, .nameCannotBePrinted, .storedValueShort,
            .depositLimit, .pointsShort, .redeemTooMuch, .giftNotEarned,
            .giftTooDear, .feeAmountWrong, .notEligible, .noClub, .termsNeeded, .membershipNotPaid, .profileIncomplete, .requestNeedsPayment, .requestTooEarly,
            .requestTooLate, .schemeNotOpen:
            .unprocessableContent
        case .printerMissing, .printerNotReady, .printUncertain, .writerMissing, .programmeNotLive, .storeFault, .storeFull, .storeNewer,
            .tooManyListeners:
            .serviceUnavailable
        case .kioskBusy: .tooManyRequests
        case .unexpected: .internalServerError
        // Access.
        case .signInNeeded: .unauthorized
        case .notAllowed, .setUpCodeWrong, .pageStale: .forbidden
        case .tooManyTries: .tooManyRequests
        case .accessUnknown: .notFound
        case .accessNameTaken, .lastManager, .staffCardTaken: .conflict
        case .pinWrong, .pinLength, .pinTooEasy, .pinsDiffer, .staffCardUnknown, .tokenWrong: .unprocessableContent
        // The front desk.
        case .recordUnknown: .notFound
        case .recordExists, .recordClosed: .conflict
        case .passUsedUp, .passEnded, .noticeNotDue, .internalNumber: .unprocessableContent
        }
    }
}
