public import CanonicalJSON
public import LoyaltyModel

extension Sale: JSONReadable {
    /// Reads a sale that lies by itself; what is absent is as it is with most sales.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        try self.init(fields, recordedAt: nil, sharing: SharedTexts(of: fields))
    }

    /// Reads a sale whose sentences have been read, and whose time is that of its record unless it has its own.
    init(_ fields: JSONFields, recordedAt: Instant?, sharing texts: SharedTexts) throws {
        let at = try fields.partIfPresent("at")?.instant() ?? recordedAt ?? fields.part("at").instant()
        var lines: [SoldLine] = []
        for part in try fields.part("lines").elements() { lines.append(try SoldLine(json: part, after: lines.last, sharing: texts)) }
        self.init(
            ticket: TicketID(try fields.text("ticket")), member: try fields.textIfPresent("member").map { MemberID($0) },
            at: at, occurredAt: try fields.partIfPresent("occurredAt")?.instant() ?? at, programme: ProgrammeVersion(try fields.text("programme")),
            tier: TierID(try fields.text("tier")), lines: lines, approval: try fields.textIfPresent("approval").map { RequestID($0) },
            paidFrom: try fields.valueIfPresent(PaymentSource.self, "paidFrom"), visitor: try fields.textIfPresent("visitor").map { VisitorID($0) },
            place: try fields.valueIfPresent(Place.self, "place"))
        isClaimed = try fields.truthIfPresent("isClaimed") ?? false
        voidedAt = try fields.valueIfPresent(Instant.self, "voidedAt")
    }
}

extension SoldLine {
    /// Reads the fields; what is absent is as in the line `before`, or none. `DecodingError` where list and adjustments do not come to net.
    fileprivate init(json: JSONPart, after before: SoldLine?, sharing texts: SharedTexts) throws {
        let fields = try json.fields()
        self.init(
            id: LineID(try fields.text("id")), sku: try fields.textIfPresent("sku") ?? "",
            category: try fields.textIfPresent("category").map { CategoryID($0) } ?? before?.category ?? CategoryID(fields.text("category")),
            flags: Set(try fields.partIfPresent("flags")?.elements().map { FlagID(try $0.text()) } ?? []),
            quantity: try fields.integerIfPresent("quantity") ?? before?.quantity ?? fields.integer("quantity"),
            list: Money(minor: try fields.integer("list")),
            adjustments: try fields.partIfPresent("adjustments")?.elements().map { try Adjustment(json: $0, sharing: texts) } ?? [],
            rounding: try fields.partIfPresent("rounding").map { try Rounding(json: $0) } ?? before?.rounding ?? Rounding(json: fields.part("rounding")),
            earning: try fields.partIfPresent("earning").map { try Earning(json: $0, sharing: texts) },
            redemption: try fields.partIfPresent("redemption").map { try Earning(json: $0, sharing: texts) })
        returned = try fields.integerIfPresent("returned") ?? 0
        guard try fields.integer("net") == net.minor else { throw try fields.part("net").fault("list and adjustments do not come to it") }
    }
}

extension SoldLine.Rounding {
    fileprivate init(json: JSONPart) throws {
        guard let rounding = Self(rawValue: try json.text()) else { throw json.fault("there is no such rounding") }
        self = rounding
    }
}

extension Adjustment {
    /// Reads `[amount, rule, number of the sentence]`; before schema 7 an object.
    fileprivate init(json: JSONPart, sharing texts: SharedTexts) throws {
        let (amount, rule, text) = try json.amount("amount", sharing: texts)
        self.init(rule: rule, amount: Money(minor: amount), text: text)
    }
}

extension Earning {
    /// Reads `[points, rule, number of the sentence]`; before schema 7 an object.
    fileprivate init(json: JSONPart, sharing texts: SharedTexts) throws {
        let (points, rule, text) = try json.amount("points", sharing: texts)
        self.init(rule: rule, points: Points(points), text: text)
    }
}

extension JSONPart {
    /// An amount, named `name` before schema 7, with its rule and sentence.
    fileprivate func amount(_ name: StaticString, sharing texts: SharedTexts) throws -> (Int, RuleID, Phrase) {
        guard !isObject else {
            let fields = try fields()
            return (try fields.integer(name), RuleID(try fields.text("rule")), try texts.phrase(fields.part("text")))
        }
        let parts = try elements()
        guard parts.count == 3 else { throw fault("an amount, a rule and a sentence belong there") }
        return (try parts[0].integer(), RuleID(try parts[1].text()), try texts.phrase(parts[2]))
    }
}
