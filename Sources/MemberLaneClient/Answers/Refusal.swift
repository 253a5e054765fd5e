public import Foundation

/// A no of the service: which, whose turn it is, and the sentence for the cashier.
public struct Refusal: Error, Codable, Sendable, Hashable {
    /// The three kinds of no.
    public enum Kind: String, Codable, Sendable {
        /// The cashier's to repeat.
        case retry
        /// The club's final word.
        case refusal
        /// Somebody has to come.
        case fault
    }

    /// The stable code, such as `payment_card_refused`; codes may be added.
    public let code: String
    /// Whose turn it is.
    public let kind: Kind
    /// What is wrong and the way out, in the language the client asks for.
    public let cashierText: String
    /// What stood there and what belongs there, for the till's programmer.
    public let detail: String?
    /// The field at fault, such as `lines[0].quantity`.
    public let field: String?

    enum CodingKeys: String, CodingKey {
        case code, kind, detail, field
        case cashierText = "cashier_text"
    }
}

extension Refusal: LocalizedError {
    /// The cashier's sentence.
    public var errorDescription: String? { cashierText }
}

/// The service did not answer in time, or could not be reached.
public struct ServiceAway: Error, Sendable, Hashable {
    /// Why, in English, for the till's log; it holds nothing of the request.
    public let reason: String
}

extension ServiceAway: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? { "the loyalty service is away: \(reason)" }
    /// The way out.
    public var recoverySuggestion: String? { "Sell without loyalty and keep the sale in the outbox; settle it when the service answers again." }
}

/// An answer that is none of this API's: another service at that address, or a much newer one.
public struct UnreadableAnswer: Error, Sendable, Hashable {
    /// The HTTP status.
    public let status: Int
    /// What could not be read, in English.
    public let reason: String
}
