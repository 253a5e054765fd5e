extension [MoveKey: PostedMove] {
    /// Adds an entry to what its move has come to.
    ///
    /// The entry that stands is the last one that corrects nothing: a correction names it again and again, and leaves its rule in place.
    public mutating func post(_ entry: Entry) {
        post(entry.key, amount: entry.amount, kind: entry.kind, rule: entry.rule, entry: entry.id, isCorrection: entry.corrects != nil)
    }

    /// Adds an entry by the parts that a store keeps at hand.
    public mutating func post(_ key: MoveKey, amount: Int, kind: MoveKind, rule: RuleID, entry: EntryID, isCorrection: Bool) {
        guard var move = self[key] else {
            self[key] = PostedMove(amount: amount, kind: kind, rule: rule, entry: entry)
            return
        }
        move.amount += amount
        if !isCorrection {
            move.rule = rule
            move.entry = entry
        }
        self[key] = move
    }
}
