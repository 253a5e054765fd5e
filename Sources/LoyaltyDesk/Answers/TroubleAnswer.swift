public import LoyaltyModel
internal import LoyaltyWording

/// A no as every caller gets it: a code for programs, a sentence for the cashier, particulars for the till's programmer.
public struct TroubleAnswer: Codable, Sendable, Hashable {
    /// The stable code.
    public let code: String
    /// Whose turn it is: `retry`, `refusal` or `fault`.
    public let kind: Trouble.Kind
    /// What is wrong and the way out, in the reader's language.
    public let cashierText: String
    /// What stood there and what belongs there.
    public let detail: String?
    /// The field at fault.
    public let field: String?

    enum CodingKeys: String, CodingKey {
        case code, kind, detail, field
        case cashierText = "cashier_text"
    }

    /// The no in a language.
    public init(_ trouble: Trouble, language: Language) {
        self.code = trouble.code.rawValue
        self.kind = trouble.code.kind
        self.cashierText = Catalogue(language).text(trouble)
        self.detail = trouble.detail
        self.field = trouble.field
    }
}
