public import CardFormats
public import LoyaltyModel

/// What a card reader or scanner has to say.
///
/// UnifiedPOS: `number` is the `DataEvent`, the others are the `ErrorEvent`.
public enum CardEvent: Sendable, Hashable {
    /// A number or code, to be looked up.
    case number(CardRead)
    /// Somebody else's card: unknown here, and at most its last digits are told, as `…1234`; nil for a card without a number.
    case foreign(masked: String?, CardEntry)
    /// The card was not read, and why, with the tracks that could not be read: the cashier repeats.
    case retry(ReadRetry, CardEntry)
    /// A card that is not taken in; nothing of it is kept.
    case refused(CardRefusal, CardEntry)
    /// The device, or the card itself, is in trouble.
    case fault(DeviceTrouble)

    /// Whose turn it is; nil for a number.
    public var kind: Trouble.Kind? {
        switch self {
        case .number: nil
        case .retry: .retry
        case .foreign, .refused(.paymentCard, _), .refused(.licence, _): .refusal
        case .refused(.encryptingReader, _): .fault
        case .fault(let trouble): trouble.kind
        }
    }

    /// For the cashier, in English; nil for a number.
    public var sentence: String? {
        switch self {
        case .number: nil
        case .foreign(let masked?, _): "The card \(masked) is not one of this programme."
        case .foreign(nil, _): "There is no member number on this card."
        case .retry(let retry, _): retry.errorDescription
        case .refused(let reason, _): reason.errorDescription
        case .fault(let trouble): trouble.sentence
        }
    }

    /// The way out, in English; nil for a number.
    public var wayOut: String? {
        switch self {
        case .number: nil
        case .foreign: "Ask for the member card, or look the member up by name or telephone number."
        case .retry(let retry, _): retry.recoverySuggestion
        case .refused(let reason, _): reason.recoverySuggestion
        case .fault(let trouble): trouble.recoverySuggestion
        }
    }
}
