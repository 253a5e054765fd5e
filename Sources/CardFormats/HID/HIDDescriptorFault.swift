public import Foundation

/// Why a report descriptor cannot be understood; offsets are bytes from its start.
public enum HIDDescriptorFault: Error, Hashable, Sendable {
    /// There is nothing in it.
    case empty
    /// More than 4096 bytes, fields, reports or nested levels than any reader has.
    case tooLarge(offset: Int)
    /// An item's data reach beyond the end.
    case cutOff(offset: Int)
    /// A field's elements have no bits, or more than 256.
    case elementSize(offset: Int)
    /// A report id of 0 or above 255.
    case reportID(offset: Int)
    /// A pop without a push before it.
    case popWithoutPush(offset: Int)
    /// A collection closed that was never opened.
    case endWithoutCollection(offset: Int)
    /// A collection that is never closed.
    case collectionNotClosed
}

extension HIDDescriptorFault: LocalizedError {
    /// What is wrong, and where.
    public var errorDescription: String? {
        switch self {
        case .empty: "The report descriptor is empty."
        case .tooLarge(let offset): "The report descriptor asks for more than a reader can need (byte \(offset))."
        case .cutOff(let offset): "The report descriptor ends in the middle of the item at byte \(offset)."
        case .elementSize(let offset): "The field at byte \(offset) of the report descriptor has elements of an impossible size."
        case .reportID(let offset): "The report id at byte \(offset) of the report descriptor is not between 1 and 255."
        case .popWithoutPush(let offset): "The pop at byte \(offset) of the report descriptor has no push before it."
        case .endWithoutCollection(let offset): "Byte \(offset) of the report descriptor closes a collection that is not open."
        case .collectionNotClosed: "The report descriptor leaves a collection open."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        "Replug the reader. When the descriptor came from a file, read it again from the device: the whole of it, in hexadecimal."
    }
}
