import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// What the desk says besides the balance: the table's sentences for the moment, the member's passes, and the offers of the day
    /// (CL-3, CL-7, CL-12b, CL-13). The table's own words come in the reader's language.
    ///
    /// Passes and offers are named before payment only, and passes only where the table asks for it.
    func deskLines(at moments: [Prompt.Moment], to member: MemberID?, on day: Day, in view: any StoreView, _ speech: Speech) throws -> [String] {
        let desk = programme.desk
        var lines = moments.flatMap { desk.words(at: $0) }.map { speech($0) }
        guard moments.allSatisfy({ ![.afterPayment, .afterFirstVisit].contains($0) }) else { return lines }
        if desk.passes != nil, let member {
            lines += try view.openDocuments(Pass.self, of: member).filter { $0.isUsable(on: day) }.map { speech($0.phrase) }
        }
        return lines + desk.offers(on: day).map { speech($0) }
    }

    /// What is said after payment, with the table's sentences before the goodbye (CL-7, CL-10, CL-13); a first visit has sentences of its own (CL-3).
    func spokenAfter(
        _ phrases: [Phrase], to account: any BuyingAccount, ticket: TicketID, on day: Day, in view: any StoreView, _ speech: Speech
    ) throws -> [String] {
        let isFirst = try wasFirstVisit(of: account, ticket: ticket, on: day, in: view)
        let lines = try deskLines(at: isFirst ? [.afterPayment, .afterFirstVisit] : [.afterPayment], to: account.member.id, on: day, in: view, speech)
        let goodbye = phrases.filter { $0.key == .sayThanks }
        return phrases.filter { $0.key != .sayThanks }.map { speech($0) } + lines + goodbye.map { speech($0) }
    }

    /// What the balance pays for in full (CL-15).
    func spendSuggestions(for balance: Points, on day: Day, _ speech: Speech) -> [SpendSuggestionAnswer] {
        programme.spendSuggestions(for: balance, on: day).map { suggestion in
            let values: PhraseValues = [
                "item": .words(suggestion.item.name), "price": .money(suggestion.price, programme.currency), "points": .points(suggestion.points),
            ]
            return SpendSuggestionAnswer(
                sku: suggestion.item.sku, name: speech(suggestion.item.name), price: suggestion.price, points: suggestion.points,
                text: speech(Phrase(.suggestSpending, values)))
        }
    }
}

extension Pass {
    fileprivate var phrase: Phrase {
        let values: PhraseValues = ["pass": .name(name), "left": .count(left)]
        return lastDay.map { Phrase(.sayPass, values.with("day", .day($0))) } ?? Phrase(.sayPassOpenEnded, values)
    }
}
