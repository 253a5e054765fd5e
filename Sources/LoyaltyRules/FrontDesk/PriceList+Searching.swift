public import LoyaltyModel

extension PriceList {
    /// The services that a caller may mean: the one with this article number, else those whose name holds every word, in any language.
    ///
    /// Names alone are searched: a symptom, a preparation or a reason leads nowhere, for nobody prices from a diagnosis (LB-05).
    /// A name that is exactly the query comes first, the others in the list's order. Without a word in the query, all.
    public func items(matching query: String) -> [Item] {
        let wanted = SearchText(query)
        if wanted.text.isEmpty { return items }
        let numbered = items.filter { SearchText($0.sku) == wanted }
        if !numbered.isEmpty { return numbered }
        let named = items.filter { $0.name.holds(wanted) }
        return named.filter { $0.name.matches(wanted) } + named.filter { !$0.name.matches(wanted) }
    }
}

extension PriceList.Price {
    /// The most it may come to.
    public var most: Money {
        switch self {
        case .exactly(let price): price
        case .between(_, let most): most
        }
    }
}

/// Something the member's points pay for in full (CL-15).
public struct SpendSuggestion: Sendable, Hashable {
    /// What it is.
    public let item: PriceList.Item
    /// What it costs at most.
    public let price: Money
    /// The points that takes, to the last minor unit.
    public let points: Points
}

extension Programme {
    /// What the balance can pay for: unpaused items of the price list in a category that points pay for, in the list's order.
    /// None while the value of a point is not known.
    public func spendSuggestions(for balance: Points, on day: Day) -> [SpendSuggestion] {
        guard let redemption, let value = redemption.value.value, value > .zero, let prices = desk.prices else { return [] }
        return prices.items.compactMap { item in
            guard let category = item.category, redemption.categories.isEmpty || redemption.categories.contains(category),
                item.pause?.holds(on: day) != true, let price = item.price.value?.most, price > .zero, price.minor.isMultiple(of: value.minor)
            else { return nil }
            let points = Points(price.minor / value.minor)
            return points <= balance ? SpendSuggestion(item: item, price: price, points: points) : nil
        }
    }
}
