import LoyaltyModel
public import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Price, preparation and hours of what a caller asks for, in one answer (LB-02 … LB-07). Names alone are searched, never symptoms (LB-05).
    public func lookUp(_ query: String, _ context: DeskContext) -> PriceListAnswer {
        let speech = Speech(context.language, programme: programme)
        let prices = programme.desk.prices
        let items = prices?.items(matching: query) ?? []
        let hours = prices?.hours.map { speech($0) }
        return PriceListAnswer(
            query: query, items: items.map { price(of: $0, on: day(of: context), hours: hours, speech) }, hours: hours,
            nextStep: prices?.nextStep.map { speech($0) },
            currency: programme.currency, say: items.isEmpty ? [speech(Phrase(.itemNotListed, ["query": .name(query)]))] : [], rule: prices?.rule)
    }

    /// The telephone numbers that a reader may see (LB-08, KM-19, KM-20).
    public func directory(for reader: Programme.DirectoryReader, topic: String = "", _ context: DeskContext) -> DirectoryAnswer {
        let speech = Speech(context.language, programme: programme)
        let representative = Wording(
            Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, Speech($0, programme: programme)(Phrase(.directoryClub))) }))
        let entries = programme.directory(for: reader, topic: topic, representative: representative)
        return DirectoryAnswer(
            entries: entries.map {
                DirectoryAnswer.Entry(topic: speech($0.topic), phone: $0.phone, isInternal: reader == .staff ? $0.isInternal : nil, rule: $0.rule)
            })
    }

    private func price(of item: PriceList.Item, on day: Day, hours: String?, _ speech: Speech) -> PriceAnswer {
        let named: PhraseValues = ["item": .words(item.name)]
        let money = { (amount: Money) in PhraseValue.money(amount, self.programme.currency) }
        var answer = PriceAnswer(sku: item.sku, name: speech(item.name), rule: item.rule)
        switch item.price.value {
        case .exactly(let price):
            (answer.from, answer.to) = (price, price)
            answer.say = [speech(Phrase(.priceExactly, ["item": .words(item.name), "price": money(price)]))]
        case .between(let from, let to):
            (answer.from, answer.to) = (from, to)
            answer.say = [speech(Phrase(.priceBetween, ["item": .words(item.name), "from": money(from), "to": money(to)]))]
        case nil: answer.say = [speech(Phrase(.priceUnknown, named))]
        }
        if let pause = item.pause, pause.holds(on: day) {
            answer.pause = PriceAnswer.Pause(reason: speech(pause.reason), back: pause.back)
            let values = named.with("reason", .words(pause.reason))
            answer.say =
                [speech(pause.back.map { Phrase(.itemPausedUntil, values.with("day", .day($0))) } ?? Phrase(.itemPaused, values))] + answer.say
        }
        answer.preparation = item.preparation.map { speech($0) }
        answer.fastingHours = item.fastingHours
        if let preparation = answer.preparation { answer.say.append(preparation) }
        if let fasting = item.fastingHours { answer.say.append(speech(Phrase(.fastingHours, ["hours": .count(fasting)]))) }
        if item.preparation == nil, item.fastingHours == nil { answer.say.append(speech(Phrase(.preparationUnknown))) }
        answer.say.append(speech(hours == nil ? Phrase(.hoursUnknown) : Phrase(.openingHours, ["hours": .words(programme.desk.prices?.hours ?? Wording([:]))])))
        if let next = programme.desk.prices?.nextStep { answer.say.append(speech(next)) }
        return answer
    }
}
