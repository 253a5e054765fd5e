public import LoyaltyModel

extension Language {
    /// Whether lines run from right to left.
    public var isRightToLeft: Bool { self == .persian }

    /// The language's name in itself, for a menu of languages.
    public var ownName: String {
        switch self {
        case .english: "English"
        case .persian: "فارسی"
        case .chinese: "中文"
        case .russian: "Русский"
        case .pseudo: "Pseudo"
        }
    }
}
