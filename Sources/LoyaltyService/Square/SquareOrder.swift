import LoyaltyModel

/// An order in Square's form. What a till sends and what it is answered are one shape; fields that only one of them has are absent in the other.
struct SquareOrder: Codable, Sendable {
    /// A line.
    struct Line: Codable, Sendable {
        var uid: String?
        var name: String?
        /// A whole number as text.
        var quantity: String
        var catalogObjectID: String?
        var variationName: String?
        var note: String?
        var metadata: [String: String]?
        var basePriceMoney: SquareMoney?
        var modifiers: [Unmapped]?
        var appliedDiscounts: [AppliedDiscount]?
        var grossSalesMoney: SquareMoney?
        var totalDiscountMoney: SquareMoney?
        var totalTaxMoney: SquareMoney?
        var totalMoney: SquareMoney?

        enum CodingKeys: String, CodingKey {
            case uid, name, quantity, note, metadata, modifiers
            case catalogObjectID = "catalog_object_id"
            case variationName = "variation_name"
            case basePriceMoney = "base_price_money"
            case appliedDiscounts = "applied_discounts"
            case grossSalesMoney = "gross_sales_money"
            case totalDiscountMoney = "total_discount_money"
            case totalTaxMoney = "total_tax_money"
            case totalMoney = "total_money"
        }
    }

    /// A discount; ours are made anew from the table whenever an order is priced.
    struct Discount: Codable, Sendable {
        var uid: String?
        var name: String?
        var type: String?
        var scope: String?
        var amountMoney: SquareMoney?
        var appliedMoney: SquareMoney?
        var pricingRuleID: String?

        enum CodingKeys: String, CodingKey {
            case uid, name, type, scope
            case amountMoney = "amount_money"
            case appliedMoney = "applied_money"
            case pricingRuleID = "pricing_rule_id"
        }
    }

    /// Where a discount stands.
    struct AppliedDiscount: Codable, Sendable {
        var uid: String?
        var discountUID: String
        var appliedMoney: SquareMoney?

        enum CodingKeys: String, CodingKey {
            case uid
            case discountUID = "discount_uid"
            case appliedMoney = "applied_money"
        }
    }

    /// Something that is there and has nothing to map onto.
    struct Unmapped: Codable, Sendable {}

    var id: String?
    var locationID: String
    var referenceID: String?
    var customerID: String?
    var lineItems: [Line]?
    var discounts: [Discount]?
    var taxes: [Unmapped]?
    var serviceCharges: [Unmapped]?
    var rewards: [Unmapped]?
    var metadata: [String: String]?
    var state: String?
    var version: Int?
    var createdAt: String?
    var updatedAt: String?
    var closedAt: String?
    var totalMoney: SquareMoney?
    var totalDiscountMoney: SquareMoney?
    var totalTaxMoney: SquareMoney?
    var netAmountDueMoney: SquareMoney?

    enum CodingKeys: String, CodingKey {
        case id, discounts, taxes, rewards, metadata, state, version
        case locationID = "location_id"
        case referenceID = "reference_id"
        case customerID = "customer_id"
        case lineItems = "line_items"
        case serviceCharges = "service_charges"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case closedAt = "closed_at"
        case totalMoney = "total_money"
        case totalDiscountMoney = "total_discount_money"
        case totalTaxMoney = "total_tax_money"
        case netAmountDueMoney = "net_amount_due_money"
    }
}

/// An order alone, as Square's bodies and answers wrap it.
struct SquareOrderBody: Codable, Sendable {
    var order: SquareOrder
    var idempotencyKey: String?
    var proposedRewards: [SquareOrder.Unmapped]?

    enum CodingKeys: String, CodingKey {
        case order
        case idempotencyKey = "idempotency_key"
        case proposedRewards = "proposed_rewards"
    }
}
