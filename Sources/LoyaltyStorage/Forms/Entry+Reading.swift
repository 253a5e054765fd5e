internal import CanonicalJSON
internal import LoyaltyModel

extension Entry {
    /// Reads the entry that stands at `place` of its record; what it does not say is as in `terms`.
    ///
    /// An entry with an id of its own was written before schema 7, when every entry said all.
    init(json: JSONPart, at place: EntryID, unlike terms: EntryTerms, sharing texts: SharedTexts) throws {
        let fields = try json.fields()
        if let id = try fields.textIfPresent("id") {
            try self.init(fields, id: EntryID(id), nil, sharing: texts)
        } else {
            try self.init(fields, id: place, terms, sharing: texts)
        }
    }

    private init(_ fields: JSONFields, id: EntryID, _ terms: EntryTerms?, sharing texts: SharedTexts) throws {
        let member = try fields.name("member", else: terms?.member)
        let effective = try fields.partIfPresent("effective")?.instant() ?? terms?.effective
        self.init(
            id: id, member: member, key: MoveKey(try fields.text("key")), rule: try fields.name("rule", else: terms?.rule),
            programme: try fields.name("programme", else: terms?.programme), effective: try effective ?? fields.part("effective").instant(),
            ticket: try fields.nameOrNull("ticket", else: terms?.ticket), corrects: try fields.nameOrNull("corrects", else: terms?.corrects),
            text: try texts.phrase(fields.part("text")), postings: try fields.postings(of: member, terms?.postings ?? []))
    }
}

extension JSONFields {
    fileprivate func name<Name: TextIdentifier>(_ name: StaticString, else other: Name?) throws -> Name {
        if let text = try textIfPresent(name) { return Name(text) }
        return try other ?? Name(text(name))
    }

    fileprivate func nameOrNull<Name: TextIdentifier>(_ name: StaticString, else other: Name?) throws -> Name? {
        isNull(name) ? nil : try textIfPresent(name).map { Name($0) } ?? other
    }

    /// The postings, or new amounts on the accounts of `others`.
    fileprivate func postings(of member: MemberID, _ others: [Posting]) throws -> [Posting] {
        guard let list = partIfPresent("amounts") else { return try part("postings").elements().map { try Posting(json: $0, of: member) } }
        let amounts = try list.elements()
        guard amounts.count == others.count else { throw list.fault("there are as many amounts as accounts") }
        return try zip(others, amounts).map { Posting(account: $0.account, amount: try $1.integer()) }
    }
}

extension Posting {
    /// Reads the account, whose it is unless it is the entry's `member`'s, and the amount.
    fileprivate init(json: JSONPart, of member: MemberID) throws {
        guard !json.isObject else {
            self = try json.decoded(Posting.self)
            return
        }
        let parts = try json.elements()
        guard let name = parts.first, let amount = parts.last, (2...3).contains(parts.count) else { throw json.fault("a posting is an account and an amount") }
        let owner = parts.count == 3 ? MemberID(try parts[1].text()) : member
        self.init(account: try Account(name, of: owner), amount: try amount.integer())
    }
}

extension Account {
    fileprivate init(_ name: JSONPart, of owner: MemberID) throws {
        switch try name.text() {
        case "memberPoints": self = .memberPoints(owner)
        case "issuedPoints": self = .issuedPoints
        case "redeemedPoints": self = .redeemedPoints
        case "lapsedPoints": self = .lapsedPoints
        case "storedValue": self = .storedValue(owner)
        case "depositsReceived": self = .depositsReceived
        case "depositsSpent": self = .depositsSpent
        default: throw name.fault("there is no such account")
        }
    }
}
