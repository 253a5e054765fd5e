/// What a store lets be there only once.
public enum StoreKey: String, Sendable, Hashable {
    case phone, claimedTicket, cardNumber, answerKey, programmeVersion, dealing, document

    /// The key in words, without what stands in it.
    public var wording: String {
        switch self {
        case .phone: "the telephone number"
        case .claimedTicket: "the ticket named at joining"
        case .cardNumber: "the card number"
        case .answerKey: "the idempotency key"
        case .programmeVersion: "the programme version"
        case .dealing: "the number of the deposit, fee, gift or correction"
        case .document: "the desk document's number"
        }
    }
}
