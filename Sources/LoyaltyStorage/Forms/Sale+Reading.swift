public import CanonicalJSON
public import LoyaltyModel

extension Sale: JSONReadable {
    /// Reads the fields; those that may be absent are nil then.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(
            ticket: TicketID(try fields.text("ticket")), member: try fields.textIfPresent("member").map { MemberID($0) },
            at: try fields.part("at").instant(), occurredAt: try fields.part("occurredAt").instant(), programme: ProgrammeVersion(try fields.text("programme")),
            tier: TierID(try fields.text("tier")), lines: try fields.list(of: SoldLine.self, "lines"),
            approval: try fields.textIfPresent("approval").map { RequestID($0) },
            paidFrom: try fields.valueIfPresent(PaymentSource.self, "paidFrom"), visitor: try fields.textIfPresent("visitor").map { VisitorID($0) },
            place: try fields.valueIfPresent(Place.self, "place"))
        isClaimed = try fields.truth("isClaimed")
        voidedAt = try fields.valueIfPresent(Instant.self, "voidedAt")
    }
}

extension SoldLine: JSONReadable {
    /// Reads every field. `DecodingError` where list and adjustments do not come to net.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        let rounding = try fields.part("rounding")
        guard let rounded = Rounding(rawValue: try rounding.text()) else { throw rounding.fault("there is no such rounding") }
        self.init(
            id: LineID(try fields.text("id")), sku: try fields.text("sku"), category: CategoryID(try fields.text("category")),
            flags: Set(try fields.part("flags").elements().map { FlagID(try $0.text()) }), quantity: try fields.integer("quantity"),
            list: Money(minor: try fields.integer("list")), adjustments: try fields.list(of: Adjustment.self, "adjustments"), rounding: rounded,
            earning: try fields.partIfPresent("earning").map { try Earning(json: $0) },
            redemption: try fields.partIfPresent("redemption").map { try Earning(json: $0) })
        returned = try fields.integer("returned")
        guard try fields.integer("net") == net.minor else { throw try fields.part("net").fault("list and adjustments do not come to it") }
    }
}

extension Adjustment: JSONReadable {
    /// Reads every field.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(
            rule: RuleID(try fields.text("rule")), amount: Money(minor: try fields.integer("amount")), text: try Phrase(json: try fields.part("text")))
    }
}

extension Earning: JSONReadable {
    /// Reads every field.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(rule: RuleID(try fields.text("rule")), points: Points(try fields.integer("points")), text: try Phrase(json: try fields.part("text")))
    }
}

extension StoredForm {
    /// The sale that a record of a sale tells of; nil in a record of something else. Nothing else of the record is read.
    public static func soldSale(inRecord bytes: some Sequence<UInt8>) throws(StoreFault) -> Sale? {
        do {
            let fact = try JSON.part(in: Array(bytes)).fields().part("fact").fields()
            return try fact.partIfPresent("sold").map { try Sale(json: try $0.fields().part("_0")) }
        } catch {
            throw .failed("a stored \(Sale.self) could not be read")
        }
    }
}
