public import LoyaltyModel

/// What goes on a card. For the artwork, the printer and the stripe writer only: it holds the whole number.
public struct CardOrder: Sendable, Hashable {
    /// The job it is for.
    public let job: CardJobID
    /// The member's name; empty when none is known.
    public let name: String
    /// The number in plain digits.
    public let number: CardNumber
    /// The digits of both printed codes: the number with its seal behind it.
    public let code: String
    /// The tier.
    public let tier: TierID
    /// Which print of the job this is, from 1; 0 before the first.
    public let print: Int

    /// What goes on the stripe, by track and without sentinels: the bare number on track 2, as a reader gives it back (ISO/IEC 7811-2).
    ///
    /// Track 1 stays empty: its 64 characters hold no name in Persian, Chinese or Cyrillic. No layout of a bank card comes of digits alone
    /// (ISO/IEC 7813 puts a separator and a date behind them), and the number begins with 9.
    public var stripe: [Int: String] { [2: number.digits] }
}

/// How a print ended.
public enum PrintEnd: Sendable, Hashable {
    /// The whole card is out; unless the printer confirmed it, somebody has to look.
    case out(isConfirmed: Bool)
    /// Not a byte left; the printer's stable key says why.
    case nothing(trouble: String)
    /// It was broken off, and what came out is waste; the printer's stable key says why.
    case spoiled(trouble: String)

    /// What stands in a job whose printer cannot say whether the card is out.
    public static let unconfirmed = "unconfirmed"

    var event: CardCourse.Event {
        switch self {
        case .out: .cardOut
        case .nothing: .nothingOut
        case .spoiled: .spoiledOut
        }
    }

    var trouble: String? {
        switch self {
        case .out(let isConfirmed): isConfirmed ? nil : Self.unconfirmed
        case .nothing(let trouble), .spoiled(let trouble): trouble
        }
    }
}
