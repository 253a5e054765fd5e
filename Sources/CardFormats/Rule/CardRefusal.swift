public import Foundation

/// Why a card is not taken in. Nothing of the card is kept: no digit, no name, no length.
public enum CardRefusal: String, Error, Hashable, Sendable, CaseIterable, Codable {
    /// A bank's or payment scheme's card.
    case paymentCard = "payment_card"
    /// A driving licence or identity card: personal data.
    case licence
    /// The reader hands out ciphertext or masked digits, of which no card number can be made.
    case encryptingReader = "encrypting_reader"
}

extension CardRefusal: LocalizedError {
    /// What the cashier reads.
    public var errorDescription: String? {
        switch self {
        case .paymentCard: "This is a bank card. Bank cards are not accepted here, and nothing of it was kept."
        case .licence: "This is a driving licence. It is not accepted here, and nothing of it was kept."
        case .encryptingReader: "This card reader encrypts what it reads, so member cards cannot be read with it."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .paymentCard: "Ask for the member card; take the payment at the payment terminal."
        case .licence: "Ask for the member card, or look the member up by name or telephone number."
        case .encryptingReader: "Use a reader without encryption, or have the supplier set this one to security level 2."
        }
    }
}
