internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// A service with its price and preparation, the hours, the next step, or where the owner's own list stands.
    func readPriceRow(_ row: MapReader, _ rule: RuleID?) {
        let hours = row.optional("hours").flatMap { $0.wording(head.language) }
        let next = row.optional("next_step").flatMap { $0.wording(head.language) }
        if let hours { priceList(rule)?.hours = hours }
        if let next { priceList(rule)?.nextStep = next }
        if let field = row.optional("sku") {
            let item = readItem(row, field, rule, isPublished: true)
            if let item { addItem(item, field) }
        }
        if let field = row.optional("prices"), field.word(of: ["owner"]) != nil, let rule {
            var fields: [Field] = []
            let items = figures.added("prices") { list in
                list.list("a list of { sku, name, price }")?.compactMap { field -> PriceList.Item? in
                    guard let map = field.map("{ sku, name, price }"), let sku = map.required("sku", "the shop's article number") else { return nil }
                    let item = self.readItem(map, sku, rule, isPublished: false)
                    map.finish()
                    if item != nil { fields.append(sku) }
                    return item
                }
            }
            published.add(items.map(PublishedRow.Value.priceList))
            for (item, field) in zip(items ?? [], fields) { addItem(item, field) }
        }
    }

    /// The list, begun with the first row that belongs to it.
    private func priceList(_ rule: RuleID?) -> PriceListBuilder? {
        guard let rule else { return nil }
        if prices == nil { prices = PriceListBuilder(rule: rule) }
        return prices
    }

    private func addItem(_ item: PriceList.Item, _ field: Field) {
        guard let list = priceList(item.rule) else { return }
        if list.items.contains(where: { $0.sku == item.sku }) { field.note(.duplicateID, belongs: "each service once") }
        list.items.append(item)
    }

    private func readItem(_ row: MapReader, _ skuField: Field, _ rule: RuleID?, isPublished: Bool) -> PriceList.Item? {
        let sku = skuField.name("the shop's article number")
        let name = row.required("name", "what it is")?.wording(head.language)
        let currency = head.currency
        let expects = "a price such as \(currency.example), or from the least to the most, such as \(currency.exampleRange)"
        let price = figure(row.required("price", "\(expects), or unknown"), key: "price.\(sku ?? "")", rule: rule, expects: expects) { $0.price(currency) }
        let category = row.optional("category")?.name("the word that tickets have for it, such as cosmetics")
        let preparation = row.optional("preparation").flatMap { $0.wording(head.language) }
        let fasting = row.optional("fasting")?.amount(of: ["hour", "hours"], in: 1...72, "hours without food, such as 6 hours")
        let pause = row.optional("pause").flatMap { self.pause($0) }
        if isPublished {
            published.add(price) { .price($0) }
            published.add(fasting.map(PublishedRow.Value.hours))
        }
        guard let rule, let sku, let name else { return nil }
        return PriceList.Item(
            rule: rule, sku: sku, name: name, category: category.map { CategoryID($0) }, price: price, preparation: preparation, fastingHours: fasting,
            pause: pause)
    }

    private func pause(_ field: Field) -> PriceList.Pause? {
        guard let map = field.map("{ reason, back }") else { return nil }
        let reason = map.required("reason", "why it is not given for now")?.wording(head.language)
        let back = map.optional("back")?.day(head.calendar)
        map.finish()
        return reason.map { PriceList.Pause(reason: $0, back: back) }
    }
}

/// A price list while its rows are read.
final class PriceListBuilder {
    let rule: RuleID
    var hours: Wording?
    var nextStep: Wording?
    var items: [PriceList.Item] = []

    init(rule: RuleID) { self.rule = rule }

    var list: PriceList { PriceList(rule: rule, hours: hours, nextStep: nextStep, items: items) }
}

extension Field {
    /// `500.00`, or from the least to the most: `500.00-900.00`.
    fileprivate func price(_ currency: Currency) -> PriceList.Price? {
        guard let text = node.text, text.replacing("–", with: "-").contains("-") else { return money(currency).map(PriceList.Price.exactly) }
        let belongs = "from the least to the most, such as \(currency.exampleRange)"
        let ends = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false).map { part in
            if case .value(let minor) = ExactNumber(part.trimmed, decimals: currency.minorDigits) { Money(minor: minor) } else { Money?.none }
        }
        guard ends.count == 2, let least = ends[0], let most = ends[1] else {
            note(.malformed, belongs: belongs)
            return nil
        }
        guard least <= most else {
            note(.bandsOutOfOrder, belongs: "the lower price first")
            return nil
        }
        return .between(least, most)
    }

}
