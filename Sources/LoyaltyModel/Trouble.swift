/// A no: what is wrong and the way out, as a code that programs read and a sentence that catalogues word.
public struct Trouble: Error, Sendable, Hashable {
    /// The three kinds of no.
    public enum Kind: String, Sendable, Codable {
        /// The cashier's to repeat.
        case retry
        /// The programme's final word.
        case refusal
        /// Somebody has to come.
        case fault
    }

    /// Which no.
    public let code: TroubleCode
    /// What stands in the gaps of its sentence.
    public let values: [String: PhraseValue]
    /// The field of the request that is at fault, as a path such as `lines[0].quantity`.
    public let field: String?
    /// For the till's programmer: what stood there and what belongs there. Never a card number, name or telephone.
    public let detail: String?

    /// A no with its particulars.
    public init(_ code: TroubleCode, _ values: [String: PhraseValue] = [:], field: String? = nil, detail: String? = nil) {
        self.code = code
        self.values = values
        self.field = field
        self.detail = detail
    }
}

/// Every no of the product by its stable code. The catalogues hold a sentence for each in every language.
public enum TroubleCode: String, Sendable, Hashable, Codable, CaseIterable {
    // Cards and members.
    case paymentCardRefused = "payment_card_refused"
    case licenceRefused = "licence_refused"
    case encryptingReader = "encrypting_reader"
    case swipeAgain = "swipe_again"
    case scanAgain = "scan_again"
    case checkDigitWrong = "check_digit_wrong"
    case codeNotGenuine = "code_not_genuine"
    case cardOfAnotherProgramme = "card_of_another_programme"
    case cardUnknown = "card_unknown"
    case cardReplaced = "card_replaced"
    case cardLost = "card_lost"
    case cardNotActive = "card_not_active"
    case cardSpoiled = "card_spoiled"
    /// At the kiosk: no valid card of this club, whatever else it is.
    case cardNotShown = "card_not_shown"
    /// At the kiosk: more was asked than a member asks.
    case kioskBusy = "kiosk_busy"
    case memberUnknown = "member_unknown"
    case memberExists = "member_exists"
    case phoneTaken = "phone_taken"
    case recruiterUnknown = "recruiter_unknown"
    case introducerUnknown = "introducer_unknown"
    case purchaseNeeded = "purchase_needed"
    case ticketNotYours = "ticket_not_yours"
    // Tickets.
    case fieldMissing = "field_missing"
    case fieldWrong = "field_wrong"
    case bodyMalformed = "body_malformed"
    case ticketEmpty = "ticket_empty"
    case quantityWrong = "quantity_wrong"
    case amountWrong = "amount_wrong"
    case lineRepeated = "line_repeated"
    case ticketExists = "ticket_exists"
    case ticketUnknown = "ticket_unknown"
    case lineUnknown = "line_unknown"
    case returnTooLarge = "return_too_large"
    case alreadyVoided = "already_voided"
    case voidAfterReturn = "void_after_return"
    case keyReused = "key_reused"
    case keyMissing = "key_missing"
    case pointsCannotPay = "points_cannot_pay"
    case storedValueNotOffered = "stored_value_not_offered"
    case priceChanged = "price_changed"
    case feeNotOffered = "fee_not_offered"
    // Benefits.
    case benefitUnknown = "benefit_unknown"
    case tierHasNotBenefit = "tier_has_not_benefit"
    case requestExists = "request_exists"
    case requestUnknown = "request_unknown"
    case requestDecided = "request_decided"
    // Card desk.
    case jobUnknown = "job_unknown"
    case jobOpen = "job_open"
    case jobWrongState = "job_wrong_state"
    case wrongCard = "wrong_card"
    case wrongCardOld = "wrong_card_old"
    case wrongCardAnothers = "wrong_card_anothers"
    case wrongCardSpoiled = "wrong_card_spoiled"
    case readBackByReader = "read_back_by_reader"
    case exchangeLapsed = "exchange_lapsed"
    case printRunning = "print_running"
    case writerMissing = "writer_missing"
    case stripeNotWritten = "stripe_not_written"
    case notTheOldCard = "not_the_old_card"
    case exceptionNeedsPermission = "exception_needs_permission"
    case firstIssueDone = "first_issue_done"
    case noExchangeDue = "no_exchange_due"
    case printerMissing = "printer_missing"
    case printerNotReady = "printer_not_ready"
    case printUncertain = "print_uncertain"
    case nameCannotBePrinted = "name_cannot_be_printed"
    // Deposits, gifts, fees and joining.
    case storedValueShort = "stored_value_short"
    case depositLimit = "deposit_limit"
    case pointsShort = "points_short"
    case redeemTooMuch = "redeem_too_much"
    case giftUnknown = "gift_unknown"
    case giftOutOfStock = "gift_out_of_stock"
    case giftNotEarned = "gift_not_earned"
    case giftTooDear = "gift_too_dear"
    case feeAmountWrong = "fee_amount_wrong"
    case dealingExists = "dealing_exists"
    case notEligible = "not_eligible"
    case noClub = "no_club"
    case termsNeeded = "terms_needed"
    case membershipNotPaid = "membership_not_paid"
    case profileIncomplete = "profile_incomplete"
    case requestNeedsPayment = "request_needs_payment"
    case requestTooEarly = "request_too_early"
    case requestTooLate = "request_too_late"
    case schemeNotOpen = "scheme_not_open"
    case requestUndecided = "request_undecided"
    // The house.
    case programmeNotLive = "programme_not_live"
    case storeFault = "store_fault"
    case storeFull = "store_full"
    case tooManyListeners = "too_many_listeners"
    case storeNewer = "store_newer"
    case notFound = "not_found"
    case unexpected = "unexpected"
    // Access.
    case signInNeeded = "sign_in_needed"
    case notAllowed = "not_allowed"
    case pinWrong = "pin_wrong"
    case pinLength = "pin_length"
    case pinTooEasy = "pin_too_easy"
    case pinsDiffer = "pins_differ"
    case tooManyTries = "too_many_tries"
    case staffCardUnknown = "staff_card_unknown"
    case staffCardTaken = "staff_card_taken"
    case accessUnknown = "access_unknown"
    case accessNameTaken = "access_name_taken"
    case lastManager = "last_manager"
    case setUpCodeWrong = "set_up_code_wrong"
    case tokenWrong = "token_wrong"
    case pageStale = "page_stale"
    // The front desk.
    case recordExists = "record_exists"
    case recordUnknown = "record_unknown"
    case recordClosed = "record_closed"
    case passUsedUp = "pass_used_up"
    case passEnded = "pass_ended"
    case noticeNotDue = "notice_not_due"
    case internalNumber = "internal_number"

    /// Whose turn it is after this no.
    public var kind: Trouble.Kind {
        switch self {
        case .swipeAgain, .scanAgain, .checkDigitWrong, .printerNotReady, .printUncertain, .wrongCard, .wrongCardOld, .wrongCardAnothers,
            .wrongCardSpoiled, .readBackByReader, .printRunning, .stripeNotWritten, .notTheOldCard, .bodyMalformed, .fieldMissing,
            .fieldWrong, .keyMissing, .signInNeeded, .pinWrong, .pinLength, .pinTooEasy, .pinsDiffer, .tooManyTries, .accessNameTaken, .pageStale, .kioskBusy:
            .retry
        case .encryptingReader, .programmeNotLive, .storeFault, .storeFull, .storeNewer, .tooManyListeners, .unexpected, .printerMissing, .writerMissing:
            .fault
        default: .refusal
        }
    }
}
