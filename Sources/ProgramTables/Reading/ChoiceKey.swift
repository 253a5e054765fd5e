/// The open questions that a table may answer, and the answers that are carried out. A reading that nothing here carries out cannot be chosen.
enum ChoiceKey: String, CaseIterable {
    case ordinalMode = "earn.ordinal_mode"
    case beyondLastRow = "earn.beyond_last_row"
    case ordinalRows = "earn.ordinal_rows"
    case belowFirst = "tier.below_first"
    case costPoints = "benefit.cost_points"
    case discountBase = "discount.base"
    case approval = "benefit.approval"
    case window = "benefit.window"
    case schemeCapacity = "benefit.scheme_capacity"
    case benefitList = "benefit.list"
    case earnDate = "earn.date"
    case rerank = "earn.rerank_on_cancel"
    case holder = "membership.holder"
    case tierAt = "tier.at"
    case profileFields = "profile.required_fields"
    case visibility = "contact.visibility"
    case beforePurchase = "earn.before_first_purchase"
    case phase
    case secondHand = "earn.second_hand"
    case calendar
    case recruitDepth = "referral.depth"
    case recruitTrigger = "referral.trigger"
    case countFrom = "tier.recruits.count_from"
    case giftRepeat = "milestone.repeat"
    case stacking = "discount.stacking"
    case birthday = "birthday.calendar"
    case excludedFlags = "discount.exclude_flags"
    case costFloor = "guard.cost_floor"
    case storedLedger = "stored.ledger"
    case unpublished = "figures.unpublished"
    case roundingMoney = "rounding.money"
    case roundingPoints = "rounding.points"
    case returnMode = "return.mode"
    case firstBlock = "decay.first_block_starts_month"
    case posting = "decay.posting"
    case afterLast = "decay.after_last"
    case floor = "decay.floor"
    case activity = "decay.activity"
    case noActivityAnchor = "decay.no_activity_anchor"
    case reverseLate = "decay.reverse_on_late_activity"
    case demotion = "tier.demotion"
    case exchangeOnDemotion = "card.exchange_on_demotion"
    case effectiveFrom = "tier.effective_from"
    case redeemCategories = "redeem.categories"
    case pendingDays = "earn.pending_days"
    case onRedeemedPart = "earn.on_redeemed_part"
    case missingParts = "text.missing_parts"
    case feeByLevel = "fee.by_level"
    case feePeriod = "fee.period"
    case reissueWaived = "card.reissue_waived_for"
    case tierBasis = "tier.basis"

    /// What an answer is.
    enum Form {
        /// One of `answers`.
        case word
        /// A list of particulars of a profile.
        case particulars
        /// A list of categories, or `all`.
        case categories
        /// A number of days.
        case days
        /// A number of generations, or `all`.
        case generations
    }

    /// What an answer is.
    var form: Form {
        switch self {
        case .profileFields: .particulars
        case .redeemCategories: .categories
        case .pendingDays: .days
        case .recruitDepth: .generations
        default: .word
        }
    }

    /// The answers in words, the recommended one first.
    var answers: [String] {
        switch self {
        case .ordinalMode: ["incremental", "cumulative"]
        case .beyondLastRow: ["nothing", "as_last_row"]
        case .ordinalRows: ["positions", "orders"]
        case .belowFirst: ["no_group"]
        case .costPoints: ["0"]
        case .discountBase: ["category_lines", "all_lines"]
        case .approval: ["needed", "automatic"]
        case .window: ["from_then_on", "exactly_then", "not_later"]
        case .schemeCapacity: ["not_filled", "filled"]
        case .benefitList: ["table"]
        case .earnDate: ["invoice", "contract", "delivery"]
        case .rerank: ["yes", "no"]
        case .holder: ["buyer_on_invoice"]
        case .tierAt: ["before_sale", "after_sale"]
        case .profileFields, .redeemCategories, .pendingDays, .recruitDepth: []
        case .visibility: ["dealers", "customers"]
        case .beforePurchase: ["waits", "credited_at_once"]
        case .phase: ["1", "2"]
        case .secondHand: ["same_table", "nothing"]
        case .calendar: ["iranian", "gregorian"]
        case .recruitTrigger: ["joining", "first_purchase", "first_paid_service", "introduction"]
        case .countFrom: ["in_all", "tier_below"]
        case .giftRepeat: ["once", "each"]
        case .stacking: ["multiply_after_tier", "add_percent", "replace", "best_for_member"]
        case .birthday: ["gregorian", "chinese", "iranian"]
        case .excludedFlags: ["special", "none"]
        case .costFloor: ["on"]
        case .storedLedger: ["money_apart_from_points"]
        case .unpublished: ["left_to_the_owner"]
        case .roundingMoney: ["half_up_per_line"]
        case .roundingPoints: ["down_per_line"]
        case .returnMode: ["mirror"]
        case .firstBlock: ["1", "7"]
        case .posting: ["monthly_arrears", "milestone"]
        case .afterLast: ["stop", "as_last_block"]
        case .floor: ["zero", "negative"]
        case .activity: ["service", "any_sale"]
        case .noActivityAnchor: ["joining", "none"]
        case .reverseLate: ["yes", "no"]
        case .demotion: ["at_once", "yearly_review", "never"]
        case .exchangeOnDemotion: ["no", "yes"]
        case .effectiveFrom: ["crossing", "exchange"]
        case .onRedeemedPart: ["no", "yes"]
        case .missingParts: ["left_out"]
        case .feeByLevel: ["same", "own"]
        case .feePeriod: ["agreement_year", "calendar_year"]
        case .reissueWaived: ["upgrades_and_printer_faults"]
        case .tierBasis: ["net_of_returns", "gross"]
        }
    }
}
