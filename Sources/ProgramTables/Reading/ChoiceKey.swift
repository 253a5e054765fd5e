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

    /// The answers, the recommended one first.
    var answers: [String] {
        switch self {
        case .ordinalMode: ["incremental", "cumulative"]
        case .beyondLastRow: ["nothing", "as_last_row"]
        case .ordinalRows: ["positions"]
        case .belowFirst: ["no_group"]
        case .costPoints: ["0"]
        case .discountBase: ["category_lines", "all_lines"]
        case .approval: ["needed", "automatic"]
        case .window: ["from_then_on", "exactly_then", "not_later"]
        case .schemeCapacity: ["not_filled", "filled"]
        case .benefitList: ["table"]
        case .earnDate: ["invoice", "contract", "delivery"]
        case .rerank: ["yes"]
        case .holder: ["buyer_on_invoice"]
        case .tierAt: ["before_sale"]
        case .profileFields: []
        case .visibility: ["dealers", "customers"]
        case .beforePurchase: ["waits", "credited_at_once"]
        case .phase: ["1", "2"]
        case .secondHand: ["same_table", "nothing"]
        case .calendar: ["iranian", "gregorian"]
        case .recruitDepth: ["1"]
        case .recruitTrigger: ["joining"]
        case .countFrom: ["in_all"]
        case .giftRepeat: ["once"]
        case .stacking: ["multiply_after_tier"]
        case .birthday: ["gregorian"]
        case .excludedFlags: ["special", "none"]
        case .costFloor: ["on"]
        case .storedLedger: ["money_apart_from_points"]
        case .unpublished: ["left_to_the_owner"]
        case .roundingMoney: ["half_up_per_line"]
        case .roundingPoints: ["down_per_line"]
        case .returnMode: ["mirror"]
        }
    }
}
