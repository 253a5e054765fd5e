import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// What a till's page knows of the programme: what stands on tickets, and what its cashier can do for a member.
struct TillClub: Encodable {
    /// A gift of the catalogue.
    struct Gift: Encodable {
        let id: GiftID
        let name: String
        let points: Points
    }

    /// The membership fee, with what single levels pay.
    struct Fee: Encodable {
        struct Level: Encodable {
            let id: TierID
            let name: String
            let amount: Money
        }

        let id: FeeID
        let name: String
        let amount: Money?
        let levels: [Level]
        let mayBeReplaced: Bool
    }

    /// A service or article of the price list that has one price.
    struct Article: Encodable {
        let sku: String
        let name: String
        let category: CategoryID?
        let price: Money
    }

    let categories: [CategoryID]
    let flags: [FlagID]
    /// What a tier pays of a price or gets off it, in words.
    let rates: [String: String]
    let hasMembers: Bool
    let hasPoints: Bool
    let hasCostFloor: Bool
    let hasEligibility: Bool
    let hasRecruiting: Bool
    let hasReferral: Bool
    let keepsDeposits: Bool
    let hasPasses: Bool
    let asksHowItWas: Bool
    /// The messages that members are asked whether they agree to.
    let occasions: [NoticeOccasion]
    let gifts: [Gift]
    /// The most that the gift for recruits may cost; absent where nothing limits it.
    let recruitingGiftLimit: Money?
    let fee: Fee?
    let articles: [Article]

    init(_ programme: Programme, _ language: Language, on day: Day) {
        let catalogue = Catalogue(language)
        categories = programme.categories
        flags = programme.flags
        rates = Dictionary((programme.discount?.rows ?? []).map { ($0.tier.rawValue, $0.rate.text(catalogue)) }, uniquingKeysWith: { first, _ in first })
        hasMembers = !programme.ladder.tiers.isEmpty
        hasPoints = programme.hasPoints
        hasCostFloor = programme.costFloor != nil
        hasEligibility = programme.membership.eligibility != nil
        hasRecruiting = programme.recruiting != nil
        hasReferral = programme.referral != nil
        keepsDeposits = programme.storedValue?.rate.value != nil
        hasPasses = programme.desk.passes != nil
        asksHowItWas = programme.desk.intake(of: .opinion) != nil
        occasions = NoticeOccasion.allCases.filter { occasion in programme.desk.notices.contains { $0.occasion == occasion } }
        gifts = (programme.gifts?.gifts.value ?? []).map { Gift(id: $0.id, name: $0.name.text(in: language), points: $0.points) }
        recruitingGiftLimit = programme.recruiting?.gift?.limit.value
        fee = programme.membership.fee.map { fee in
            Fee(
                id: fee.id, name: fee.name.text(in: language), amount: fee.amount.value,
                levels: programme.ladder.tiers.compactMap { tier in
                    fee.byLevel[tier.id].map { Fee.Level(id: tier.id, name: tier.name.text(in: language), amount: $0) }
                }, mayBeReplaced: fee.conditionRule != nil)
        }
        articles = (programme.desk.prices?.items ?? []).compactMap { item in
            guard case .exactly(let price) = item.price.value, item.pause?.holds(on: day) != true else { return nil }
            return Article(sku: item.sku, name: item.name.text(in: language), category: item.category, price: price)
        }
    }
}

extension TierDiscount.Rate {
    fileprivate func text(_ catalogue: Catalogue) -> String {
        switch self {
        case .off(let rate): "\u{2212}" + catalogue.format(rate)
        // What is paid has a word of its own in Chinese alone; elsewhere a bare per cent would be taken for what comes off.
        case .pays(let rate) where catalogue.language == .chinese: catalogue.format(rate)
        case .pays(let rate): "\u{2212}" + catalogue.format(OffRate(millionths: 1_000_000 - rate.millionths))
        }
    }
}

extension Programme {
    /// The categories that the table names, in order.
    fileprivate var categories: [CategoryID] {
        var named = discount?.categories ?? []
        named.formUnion(earning.spend?.categories ?? [])
        named.formUnion(redemption?.categories ?? [])
        named.formUnion(membership.eligibility?.categories ?? [])
        named.formUnion(referral?.categories ?? [])
        named.formUnion(inactivity?.categories ?? [])
        named.formUnion((desk.prices?.items ?? []).compactMap(\.category))
        if let counted = earning.ordinal?.category { named.insert(counted) }
        return named.sorted()
    }

    /// The flags that the table names, in order.
    fileprivate var flags: [FlagID] { (earning.ordinal?.countedFlags ?? []).union(discount?.excludedFlags ?? []).sorted() }
}
