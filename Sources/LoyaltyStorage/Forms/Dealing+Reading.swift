public import CanonicalJSON
public import LoyaltyModel

extension Dealing: JSONReadable {
    /// Reads the fields; those that may be absent are nil then.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(
            id: DealingID(try fields.text("id")), member: MemberID(try fields.text("member")), at: try fields.part("at").instant(),
            kind: try Kind(json: fields.part("kind")), cost: try fields.integerIfPresent("cost").map { Money(minor: $0) }, by: try fields.textIfPresent("by"))
    }
}

extension Dealing.Kind: JSONReadable {
    /// Reads what moves points or money by hand, and the rarer kinds as they are declared.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        if let deposit = fields.partIfPresent("deposit") {
            self = .deposit(Money(minor: try deposit.fields().integer("_0")))
        } else if let gift = try fields.partIfPresent("gift")?.fields() {
            self = .gift(GiftID(try gift.text("_0")), Points(try gift.integer("_1")))
        } else if let adjustment = try fields.partIfPresent("adjustment")?.fields() {
            self = .adjustment(Points(try adjustment.integer("_0")), reason: try adjustment.text("reason"))
        } else {
            self = try json.decoded(Dealing.Kind.self)
        }
    }
}
