public import Foundation
public import LoyaltyModel
public import LoyaltyRules

/// Two tables of one club, each as it would be in force: beside those published before.
public struct RehearsedTables: Sendable {
    /// As it is.
    public let old: ProgrammeBook
    /// As it would be.
    public let new: ProgrammeBook

    /// The two tables to compare; refused when they are two clubs' or count money in two currencies.
    public init(old: ProgrammeBook, new: ProgrammeBook) throws(RehearsalRefusal) {
        guard old.current.id == new.current.id else { throw .otherClub(old.current.id, new.current.id) }
        guard old.current.currency == new.current.currency else { throw .otherCurrency(old.current.currency, new.current.currency) }
        self.old = old
        self.new = new
    }

    /// How many tiers a move goes up, negative when it goes down.
    ///
    /// Counted in the new ladder; where that has not the tier of before, from the height it had in the old one.
    func climb(from old: TierID, to new: TierID) -> Int {
        let ladder = self.new.current.ladder
        let start = old == .none || ladder[old] != nil ? ladder.rank(of: old) : self.old.current.ladder.rank(of: old)
        return old == new ? 0 : ladder.rank(of: new) - start
    }

    /// The tiers of both, `none` first, then from the lowest: those of the new ladder, each of the old one's own behind the tier it stood on.
    var tiers: [TierID] {
        var tiers = [TierID.none] + new.current.ladder.tiers.map(\.id)
        var last = TierID.none
        for tier in old.current.ladder.tiers.map(\.id) {
            if !tiers.contains(tier), let place = tiers.firstIndex(of: last) { tiers.insert(tier, at: place + 1) }
            last = tier
        }
        return tiers
    }

    /// The name of a tier of either table.
    public func name(of tier: TierID) -> Wording {
        new.current.ladder[tier]?.name ?? old.current.ladder[tier]?.name ?? new.current.ladder.belowFirst
    }
}

/// Why two tables cannot be compared.
public enum RehearsalRefusal: Error, Sendable, Hashable {
    case otherClub(ProgrammeID, ProgrammeID)
    case otherCurrency(Currency, Currency)
}

extension RehearsalRefusal: LocalizedError {
    /// What differs.
    public var errorDescription: String? {
        switch self {
        case .otherClub(let old, let new): "“\(old)” and “\(new)” are the tables of two clubs"
        case .otherCurrency(let old, let new): "one table counts money in \(old.code), the other in \(new.code)"
        }
    }

    /// The way out.
    public var recoverySuggestion: String? { "Compare two tables of the same club, or the same table under two settings files." }
}
