public import CardFormats
public import LoyaltyModel

/// What a card reader or scanner has to say.
///
/// UnifiedPOS: `number` is the `DataEvent`, the others are the `ErrorEvent`.
public enum CardEvent: Sendable, Hashable {
    /// A number, to be looked up.
    case number(CardRead)
    /// Somebody else's card: unknown here, and only its last digits are known, as `…1234`.
    case foreign(masked: String, CardEntry)
    /// The card was not read: the cashier repeats. `tracks` are those that could not be read, in order; empty for a scan.
    case retry(tracks: [TrackNumber], CardEntry)
    /// A card that is not taken in; nothing of it is kept.
    case refused(CardRefusal)
    /// The device itself is in trouble.
    case fault(DeviceTrouble)

    /// Whose turn it is; nil for a number.
    public var kind: Trouble.Kind? {
        switch self {
        case .number: nil
        case .retry: .retry
        case .foreign, .refused(.paymentCard), .refused(.licence): .refusal
        case .refused(.encryptingReader): .fault
        case .fault(let trouble): trouble.kind
        }
    }

    /// For the cashier, in English; nil for a number. Catalogues translate by `kind` and case.
    public var sentence: String? {
        switch self {
        case .number: nil
        case .foreign(let masked, _): "The card \(masked) is not one of this programme."
        case .retry([], .scanned): "The code was not read. Scan it again."
        case .retry(let tracks, _): "The card was not read\(Self.words(tracks)). Swipe it again, steadily and all the way."
        case .refused(let reason): reason.errorDescription
        case .fault(let trouble): trouble.sentence
        }
    }

    private static func words(_ tracks: [TrackNumber]) -> String {
        guard let last = tracks.last else { return "" }
        let others = tracks.dropLast().map { String($0.rawValue) }.joined(separator: ", ")
        return others.isEmpty ? " on track \(last.rawValue)" : " on tracks \(others) and \(last.rawValue)"
    }
}
