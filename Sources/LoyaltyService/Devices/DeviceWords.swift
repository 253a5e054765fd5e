import LoyaltyModel
import LoyaltyWording

/// What devices have to say, by the stable keys of the drivers.
struct DeviceWords {
    private let catalogue: Catalogue

    init(_ language: Language) { catalogue = Catalogue(language) }

    /// The sentence and the way out; nil for a key nobody has worded.
    func text(_ key: String) -> String? { DeviceCondition(rawValue: key).map { catalogue.text($0) } }
}
