/// A range of issuer identification numbers, by the leading digits of a card number. Source: ISO/IEC 7812-1.
public struct IssuerRange: Sendable, Hashable {
    /// Whose numbers these are.
    public let issuer: String
    let first: [UInt8]
    let last: [UInt8]

    private init(_ issuer: String, _ first: String, _ last: String? = nil) {
        self.issuer = issuer
        self.first = Array(first.utf8)
        self.last = Array((last ?? first).utf8)
    }

    func contains(_ run: DigitRun, in text: Span<UInt8>) -> Bool {
        run.starts(from: first, through: last, in: text)
    }

    /// Whether a number of a payment card's length, 13 to 19 digits, lies in a payment scheme's range.
    static func isPayment(_ run: DigitRun, in text: Span<UInt8>) -> Bool {
        (13...19).contains(run.count) && payment.contains { $0.contains(run, in: text) }
    }

    /// Payment schemes. Source: the list of issuer identification numbers of 2014 and the LDAP wiki's page on bank card numbers; Mir is in
    /// neither and stands here to be safe. The lengths in the remarks are usual; the rule asks for 13 to 19 digits of all.
    public static let payment: [IssuerRange] = [
        IssuerRange("Visa", "4"),  // 13, 16, 19
        IssuerRange("Mastercard", "51", "55"),  // 16
        IssuerRange("Mastercard", "2221", "2720"),  // 16
        IssuerRange("American Express", "34"),  // 15
        IssuerRange("American Express", "37"),  // 15
        IssuerRange("Diners Club", "300", "305"),  // 14 to 19
        IssuerRange("Diners Club", "309"),  // 14 to 19
        IssuerRange("Diners Club", "36"),  // 14 to 19
        IssuerRange("Diners Club", "38", "39"),  // 14 to 19
        IssuerRange("Discover", "6011"),  // 16 to 19
        IssuerRange("Discover", "622126", "622925"),  // 16 to 19
        IssuerRange("Discover", "644", "649"),  // 16 to 19
        IssuerRange("Discover", "65"),  // 16 to 19
        IssuerRange("JCB", "3528", "3589"),  // 16 to 19
        IssuerRange("UnionPay", "62"),  // 16 to 19
        IssuerRange("Maestro", "50"),  // 12 to 19
        IssuerRange("Maestro", "56", "69"),  // 12 to 19
        IssuerRange("UATP", "1"),  // 15
        IssuerRange("Mir", "2200", "2204"),  // 16 to 19
    ]

    /// North American driving licences. Source: AAMVA DL/ID card design standard, issuer identification numbers.
    public static let licence: [IssuerRange] = [
        IssuerRange("AAMVA", "604425"),
        IssuerRange("AAMVA", "636000", "636062"),
    ]
}
