internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// Reads figures: published in the table, or `unknown` there and then the owner's, or `none`. Keeps a list of those that nobody has given.
final class Figures {
    let settings: SettingsReader
    private var gaps: [(mark: Mark, figure: MissingFigure)] = []
    private var filled: [(mark: Mark, figure: GivenFigure)] = []
    private var additions: [GivenFigure] = []

    init(_ settings: SettingsReader) { self.settings = settings }

    /// The figures that nobody has given, in the table's order.
    var missing: [MissingFigure] { gaps.sorted { $0.mark < $1.mark }.map(\.figure) }

    /// The figures that the owner has given, in the table's order, and then what they have added.
    var given: [GivenFigure] { filled.sorted { $0.mark < $1.mark }.map(\.figure) + additions }

    /// The figure that stands in `field`, which a setting may give under `key` where it is unknown; `isNeeded` where nothing works without it.
    func read<Value>(
        _ field: Field?, key: String, rule: RuleID?, expects: String, isNeeded: Bool = false, read: (Field) -> Value?
    ) -> Figure<Value> {
        guard let field else { return .unknown(key: key) }
        if field.node.text == "none", !isNeeded {
            settings.publish(key)
            return .notOffered
        }
        guard field.node.text == "unknown" else {
            settings.publish(key)
            return read(field).map(Figure.known) ?? .unknown(key: key)
        }
        guard let setting = settings.figure(key) else {
            if let rule { gaps.append((field.node.mark, MissingFigure(key: key, rule: rule, expects: expects, isNeeded: isNeeded))) }
            return .unknown(key: key)
        }
        filled.append((field.node.mark, GivenFigure(key: key, rule: rule)))
        if setting.node.text == "none", !isNeeded { return .notOffered }
        return read(setting).map(Figure.known) ?? .unknown(key: key)
    }

    /// What the owner adds under `key` to a text that is complete without it.
    func added<Value>(_ key: String, read: (Field) -> Value?) -> Value? {
        guard let setting = settings.figure(key) else { return nil }
        additions.append(GivenFigure(key: key, rule: nil))
        return setting.node.text == "none" ? nil : read(setting)
    }
}
