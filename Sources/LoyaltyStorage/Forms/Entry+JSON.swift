internal import CanonicalJSON
internal import LoyaltyModel

extension Entry {
    /// Writes what is not as in `terms`; null says that there is none where those have one. The id is not written: it is the entry's place.
    func write(to json: inout JSONText, unlike terms: EntryTerms, sharing texts: inout SharedTexts) {
        json.beginObject()
        writeAmounts(to: &json, unlike: terms)
        json.field("corrects", corrects?.rawValue, unlike: terms.corrects?.rawValue)
        if effective != terms.effective { json.field("effective", effective) }
        json.field("key", key.rawValue)
        json.field("member", member.rawValue, unlike: terms.member?.rawValue)
        writePostings(to: &json, unlike: terms)
        json.field("programme", programme.rawValue, unlike: terms.programme?.rawValue)
        json.field("rule", rule.rawValue, unlike: terms.rule?.rawValue)
        json.field("text", texts.number(of: text))
        json.field("ticket", ticket?.rawValue, unlike: terms.ticket?.rawValue)
        json.endObject()
    }

    /// Writes `"amounts": [amount, …]` where the accounts are the same.
    private func writeAmounts(to json: inout JSONText, unlike terms: EntryTerms) {
        guard hasAccounts(of: terms) else { return }
        json.name("amounts")
        json.beginList()
        for posting in postings {
            json.element()
            json.write(posting.amount)
        }
        json.endList()
    }

    /// Writes `"postings": [[account, amount], …]` where they are others.
    private func writePostings(to json: inout JSONText, unlike terms: EntryTerms) {
        guard !hasAccounts(of: terms) else { return }
        json.name("postings")
        json.beginList()
        for posting in postings {
            json.element()
            posting.write(to: &json, of: member)
        }
        json.endList()
    }

    private func hasAccounts(of terms: EntryTerms) -> Bool {
        guard postings.count == terms.postings.count else { return false }
        for index in postings.indices where postings[index].account != terms.postings[index].account { return false }
        return true
    }
}

extension Posting {
    /// Writes `[account, amount]`; between them whose account it is, where that is not the entry's `member`.
    fileprivate func write(to json: inout JSONText, of member: MemberID) {
        switch account {
        case .memberPoints(let owner): json.begin(#"["memberPoints","#, owner, of: member)
        case .issuedPoints: json.raw(#"["issuedPoints","#)
        case .redeemedPoints: json.raw(#"["redeemedPoints","#)
        case .lapsedPoints: json.raw(#"["lapsedPoints","#)
        case .storedValue(let owner): json.begin(#"["storedValue","#, owner, of: member)
        case .depositsReceived: json.raw(#"["depositsReceived","#)
        case .depositsSpent: json.raw(#"["depositsSpent","#)
        }
        json.write(amount)
        json.endList()
    }
}

extension JSONText {
    fileprivate mutating func begin(_ account: StaticString, _ owner: MemberID, of member: MemberID) {
        raw(account)
        guard owner != member else { return }
        write(owner.rawValue)
        raw(",")
    }

    /// A field with a text or null; none when it is the same.
    fileprivate mutating func field(_ name: StaticString, _ value: String?, unlike other: String?) {
        guard value != other else { return }
        self.name(name)
        if let value { write(value) } else { writeNull() }
    }
}
