internal import CanonicalJSON
public import LoyaltyModel

/// What a record's entries of one member come to, as a store keeps it at hand beside the record: one text for all of them.
///
/// JSON, an element an entry: `[position, key, rule, kind, amount, whether it corrects: 0 or 1]`. The entries themselves lie in the record.
public enum KeptMoves {
    /// The entries of `member` in a record, in their order.
    public static func text(of entries: [Entry], for member: MemberID) -> String {
        var json = JSONText()
        json.beginList()
        // By position: an entry taken out of its list would be copied whole.
        for position in entries.indices { entries[position].writeMove(to: &json, of: member, at: position) }
        json.endList()
        return json.text
    }

    /// Adds the entries that a text keeps of record `number` to what a member's moves have come to. `StoreFault.failed` for another text.
    public static func post(_ text: String, ofRecord number: Int, to posted: inout [MoveKey: PostedMove]) throws(StoreFault) {
        do {
            for row in try JSON.part(in: Array(text.utf8)).elements() {
                let parts = try row.elements()
                guard parts.count == 6, let kind = MoveKind(rawValue: try parts[3].text()) else { throw StoreFault.failed(unreadable) }
                posted.post(
                    MoveKey(try parts[1].text()), amount: try parts[4].integer(), kind: kind, rule: RuleID(try parts[2].text()),
                    entry: EntryID(record: number, position: try parts[0].integer()), isCorrection: try parts[5].integer() != 0)
            }
        } catch {
            throw .failed(unreadable)
        }
    }

    private static let unreadable = "what a member's entries come to could not be read"
}

extension Entry {
    /// Writes what the entry, which stands at `position` of its record, comes to; nothing for another's.
    fileprivate func writeMove(to json: inout JSONText, of member: MemberID, at position: Int) {
        guard self.member == member else { return }
        json.element()
        json.beginList()
        json.write(position)
        json.raw(",")
        json.write(key.rawValue)
        json.raw(",")
        json.write(rule.rawValue)
        json.raw(",")
        json.write(kind.rawValue)
        json.raw(",")
        json.write(amount)
        json.raw(corrects == nil ? ",0" : ",1")
        json.endList()
    }
}
