internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

extension TableReader {
    /// How benefits are requested: each row's need goes to its benefit.
    func readProcedure(for benefits: inout [Benefit]) {
        guard let map = section("procedure") else { return }
        for row in rows(map) {
            let rule = published.row(row)
            let benefitField = row.optional("benefit")
            let index = benefitField.flatMap { field in requested(field, benefits) }
            let need = row.optional("needs").flatMap { self.need($0) }
            row.finish()
            guard let rule, let index, let need else { continue }
            benefits[index].conditions.append(RequestCondition(rule: rule, need: need))
        }
        map.finish()
    }

    private func requested(_ field: Field, _ benefits: [Benefit]) -> Int? {
        let names = benefits.filter(\.isRequested).map(\.id.rawValue)
        let belongs = "a benefit on request: \(names.joined(separator: ", "))"
        guard let name = field.text(belongs) else { return nil }
        if !names.contains(name) { field.note(.unknownName, belongs: belongs) }
        return benefits.firstIndex { $0.id.rawValue == name }
    }

    private func need(_ field: Field) -> RequestCondition.Need? {
        let belongs = "paid_in_full, announced_time, scheme_capacity, or a time such as 1 month before due"
        guard let text = field.text(belongs) else { return nil }
        switch text {
        case "paid_in_full": return .paidInFull
        case "announced_time": return .announcedTime
        case "scheme_capacity": return .schemeCapacity(isFilled: choices.answer(.schemeCapacity) == "filled")
        default:
            let words = text.split(separator: " ")
            guard words.count == 4, ["month", "months"].contains(words[1]), words[2...] == ["before", "due"],
                case .value(let months) = ExactNumber(words[0], decimals: 0), (1...120).contains(months)
            else {
                field.note(.malformed, belongs: belongs)
                return nil
            }
            return .beforeDue(months: months, choices.answer(.window).flatMap(RequestCondition.Window.init(rawValue:)) ?? .fromThenOn)
        }
    }
}
