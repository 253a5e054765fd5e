public import Foundation

/// Why a range of numbers cannot be a programme's own. The numbers are a table's, no card's.
public enum CardRangeFault: Error, Hashable, Sendable {
    /// An end is empty, holds something other than the digits 0 to 9, or differs in length from the other.
    case notDigits(first: String, last: String)
    /// The first is above the last.
    case outOfOrder(first: String, last: String)
    /// Numbers shorter than their prefix, or longer than a stripe holds.
    case impossibleLength(first: String, lengths: ClosedRange<Int>)
    /// A payment scheme gives out these numbers.
    case belongsToPayment(first: String, scheme: String)
    /// The first digit is 3, 4, 5 or 6: travel, banking and trade (ISO/IEC 7812-1).
    case industryDigit(first: String)
}

extension CardRangeFault: LocalizedError {
    /// What is wrong with which range.
    public var errorDescription: String? {
        switch self {
        case .notDigits(let first, let last): "The number range “\(first)” to “\(last)” needs two ends of digits, equally long."
        case .outOfOrder(let first, let last): "The number range \(first) to \(last) runs backwards."
        case .impossibleLength(let first, let lengths):
            "Numbers from \(first) cannot have \(lengths.lowerBound) to \(lengths.upperBound) digits: a stripe holds \(CardRange.maximumLength)."
        case .belongsToPayment(let first, let scheme): "Numbers from \(first) belong to \(scheme): they are bank cards."
        case .industryDigit(let first): "Numbers from \(first) begin with a digit of travel, banking or trade."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .notDigits, .outOfOrder, .impossibleLength: "Correct the range in the programme's table."
        case .belongsToPayment, .industryDigit: "Give member cards numbers that begin with 9, the digit ISO/IEC 7812 leaves to national use."
        }
    }
}
