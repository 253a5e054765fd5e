public import LoyaltyModel

extension ScreenKey {
    /// The label of as what somebody is let in.
    public init(_ role: Role) {
        self =
            switch role {
            case .till: .roleTill
            case .cashier: .roleCashier
            case .cardDesk: .roleCardDesk
            case .manager: .roleManager
            case .kiosk: .roleKiosk
            case .auditor: .roleAuditor
            }
    }

    /// The label of where a card job stands.
    public init(_ state: CardJob.State) {
        self =
            switch state {
            case .awaitingOldCard: .awaitingOldCard
            case .readyToPrint: .readyToPrint
            case .printing: .printing
            case .spoiled: .spoiled
            case .printed: .printed
            case .done: .done
            case .cancelled: .cancelled
            }
    }

    /// The label of why a card is made.
    public init(_ kind: CardJob.Kind) {
        self =
            switch kind {
            case .firstIssue: .firstCard
            case .exchange: .exchangeCard
            case .reissue: .reissueCard
            }
    }

    /// The label of why no old card came in.
    public init(_ exception: CardJob.Exception) {
        self =
            switch exception {
            case .lost: .lost
            case .damaged: .damaged
            case .neverIssued: .neverIssued
            }
    }

    /// The label of why a card of the same tier is made.
    public init(_ reason: CardJob.Reason) {
        self =
            switch reason {
            case .lost: .lost
            case .damaged: .damaged
            case .neverIssued: .neverIssued
            case .printerFault: .printerFault
            }
    }

    /// The label of what a card is worth.
    public init(_ state: Card.State) {
        self =
            switch state {
            case .pending: .cardPending
            case .valid: .cardValid
            case .replaced: .cardReplaced
            case .lost: .cardLost
            case .unused: .cardUnused
            }
    }

    /// The label of where a request stands.
    public init(_ state: BenefitRequest.State) {
        self =
            switch state {
            case .requested: .requested
            case .underReview: .underReview
            case .approved: .approved
            case .refused: .refused
            }
    }

    /// The label of a kind of no.
    public init(_ kind: Trouble.Kind) {
        self =
            switch kind {
            case .retry: .retry
            case .refusal: .refusal
            case .fault: .fault
            }
    }
}
